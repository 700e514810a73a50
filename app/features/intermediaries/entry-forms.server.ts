import { z } from 'zod'
import { entryLimits } from '#domain/intermediaries/entry-draft.ts'
import type { EntryStep } from '#domain/intermediaries/entry-draft.ts'
import type { VariablesOf } from '#app/graphql.ts'
import type { SaveEntryDocument } from './entry-mutations.server.ts'

/** The parts of a draft as the API takes them. */
export type EntryParts = Omit<VariablesOf<typeof SaveEntryDocument>['input'], 'clientMutationId' | 'number' | 'version'>

const line = z.string().max(300).default('')
const short = z.string().max(100).default('')
const passage = z.string().max(2000).default('')
const codes = z.array(z.string().max(40)).default([])
const remove = z.string().optional()
interface Removable {
  readonly remove?: string | undefined
}
const identityNumber = z.string().max(60).default('')

/** A list of lines, each with a box to delete it. */
const rows = <Shape extends z.ZodRawShape>(shape: Shape, most: number) => z.object({ rows: z.array(z.object(shape)).max(most).default([]) })
/** Leaves out lines that were never filled in or are to be deleted. `kind` preset by a select doesn't fill a line. */
function filled<Row extends Removable>(list: readonly Row[]): Omit<Row, 'remove'>[] {
  const isBlank = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.every(isBlank)
      : typeof value === 'object' && value !== null
        ? Object.values(value).every(isBlank)
        : value === ''
  return list.flatMap(({ remove: isRemoved, ...row }) => {
    const typed = Object.entries(row).filter(([name]) => name !== 'key')
    const blank = typed.every(([name, value]) => (name === 'fee' ? isBlank({ ...(value as object), kind: '' }) : isBlank(value)))
    return isRemoved || blank ? [] : [row]
  })
}

const fee = z
  .object({
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
  .prefault({})

/** The form of each step, and the part of the draft that it makes. Nothing is judged here: a draft keeps what was typed. */
export const entryForms = {
  identity: z
    .object({
      ...{ name: line, uscc: short, usccReason: passage, legalForm: short, divisionCode: short },
      ...{ address: line, phone: short, introduction: passage },
    })
    .transform((identity): EntryParts => ({ identity })),
  legalRepresentative: z.object({ name: short, identityNumber }).transform((legalRepresentative): EntryParts => ({ legalRepresentative })),
  qualifications: rows(
    {
      ...{ name: line, grade: short, certificateNo: short, issuer: line, validFromOn: short, validUntilOn: short },
      serviceItemCodes: codes,
      remove,
    },
    entryLimits.qualifications + 1,
  ).transform((form): EntryParts => ({ qualifications: filled(form.rows) })),
  practitioners: rows(
    { key: short, name: short, title: short, certificateNo: short, identityNumber, remove },
    entryLimits.practitioners + 1,
  ).transform((form): EntryParts => ({ practitioners: filled(form.rows) })),
  affiliations: rows(
    { kind: short, partyName: line, partyUscc: short, agencyId: short, sharePercent: short, fromOn: short, note: line, remove },
    entryLimits.affiliations + 1,
  )
    .extend({ isNoneDeclared: codes })
    .transform((form): EntryParts => ({ affiliations: { isNoneDeclared: form.isNoneDeclared.length > 0, ties: filled(form.rows) } })),
  offerings: rows(
    { serviceItemCode: short, divisionCodes: codes, fee, feeNote: line, promisedWorkingDays: short, remove },
    entryLimits.offerings + 1,
  ).transform((form): EntryParts => ({ offerings: filled(form.rows) })),
  commitments: z.object({ accepted: codes, signerName: short }).transform((commitments): EntryParts => ({ commitments })),
} as const satisfies Record<EntryStep, z.ZodType<EntryParts>>

/** What every step's form carries beside its fields. */
export const stepFields = z.object({ version: z.coerce.number().int(), intent: z.enum(['stay', 'next']).default('next') })
