import { z } from 'zod'

/** The steps of an entry application, in their order. Each is a part of the draft of the same name. */
export const entrySteps = [
  'identity',
  'legalRepresentative',
  'qualifications',
  'practitioners',
  'affiliations',
  'offerings',
  'commitments',
] as const
export type EntryStep = (typeof entrySteps)[number]

/** How much a draft may hold; ours, as the register's own limits. */
export const entryLimits = { qualifications: 50, practitioners: 200, affiliations: 50, offerings: 100, divisions: 200, items: 100 } as const

// A draft keeps what was typed, right or wrong, so that nothing is lost: all is text, and only its length is limited.
const line = z.string().max(300).default('')
const short = z.string().max(100).default('')
const passage = z.string().max(2000).default('')

/**
 * A resident identity number in a draft. Whatever was typed is sealed; `hash` is null and `problem` says why where it isn't a valid number.
 */
const sealedIdentity = z.object({
  cipher: z.string(),
  hash: z.string().nullable(),
  masked: z.string(),
  problem: z.enum(['length', 'charset', 'birthDate', 'checkChar']).nullable(),
})
export type SealedIdentity = z.output<typeof sealedIdentity>

/** A fee as typed, in yuan; a percentage in per cent. What the kind doesn't use stays empty. */
const feeText = z.object({
  kind: short,
  unit: short,
  amount: short,
  minimum: short,
  maximum: short,
  tiers: z
    .array(z.object({ upTo: short, rate: short }))
    .max(20)
    .default([]),
})
export type FeeText = z.output<typeof feeText>

const parts = {
  identity: z.object({
    name: line,
    uscc: short,
    /** Why a code whose check character doesn't fit is right all the same. */
    usccReason: passage,
    legalForm: short,
    divisionCode: short,
    address: line,
    phone: short,
    introduction: passage,
  }),
  legalRepresentative: z.object({ name: short, identity: sealedIdentity.nullable().default(null) }),
  qualifications: z
    .array(
      z.object({
        name: line,
        grade: short,
        certificateNo: short,
        issuer: line,
        validFromOn: short,
        /** Empty: without an end. */
        validUntilOn: short,
        serviceItemCodes: z.array(short).max(entryLimits.items).default([]),
      }),
    )
    .max(entryLimits.qualifications),
  practitioners: z
    .array(
      z.object({
        /** Names the person while the list is edited: who types no number again keeps the sealed one. */
        key: short,
        name: short,
        title: short,
        certificateNo: short,
        identity: sealedIdentity.nullable().default(null),
      }),
    )
    .max(entryLimits.practitioners),
  affiliations: z.object({
    isNoneDeclared: z.boolean().default(false),
    ties: z
      .array(
        z.object({
          kind: short,
          partyName: line,
          partyUscc: short,
          /** The agency it ties to, by its id; empty: none. */
          agencyId: short,
          sharePercent: short,
          fromOn: short,
          note: line,
        }),
      )
      .max(entryLimits.affiliations)
      .default([]),
  }),
  offerings: z
    .array(
      z.object({
        serviceItemCode: short,
        divisionCodes: z.array(short).max(entryLimits.divisions).default([]),
        fee: feeText.prefault({}),
        feeNote: line,
        promisedWorkingDays: short,
      }),
    )
    .max(entryLimits.offerings),
  commitments: z.object({ accepted: z.array(short).max(20).default([]), signerName: short }),
} as const satisfies Record<EntryStep, z.ZodType>

/** 入驻申请草稿 as it is stored: a step that was never saved is missing. */
export const entryDraftSchema = z.object(parts).partial()
export type EntryDraft = z.output<typeof entryDraftSchema>
export type EntryDraftInput = z.input<typeof entryDraftSchema>
