import { z } from 'zod'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { affiliationKinds } from './affiliation.ts'

const day = z.string().refine(isCalendarDay, 'DAY_INVALID')
const line = (most: number) => z.string().trim().min(1).max(most)

/** The profile as wanted: only what differs from the register is named. */
export const wantedProfile = z
  .object({
    name: z.string().trim().min(2).max(200),
    nameEn: z.string().trim().max(200).nullable(),
    legalRepresentative: line(100),
    legalForm: line(50),
    divisionCode: line(12),
    address: line(300),
    phone: line(50),
    introduction: z.string().trim().max(2000),
  })
  .partial()
export type WantedProfile = z.output<typeof wantedProfile>

const certificate = z.object({
  name: z.string().trim().min(2).max(200),
  grade: z.string().trim().max(50).nullable(),
  certificateNo: line(100),
  issuer: z.string().trim().min(2).max(200),
  validFromOn: day,
  /** Last valid day; null without an end. */
  validUntilOn: day.nullable(),
  serviceItemCodes: z.array(line(40)).max(100),
})
export type WantedCertificate = z.output<typeof certificate>

/** One certificate added, renewed (a new period), changed (a mistake put right) or removed. */
export const wantedQualification = z
  .discriminatedUnion('op', [
    z.object({ op: z.literal('ADD'), certificate }),
    z.object({ op: z.literal('RENEW'), qualificationId: z.uuid(), certificate }),
    z.object({ op: z.literal('CHANGE'), qualificationId: z.uuid(), certificate }),
    z.object({ op: z.literal('REMOVE'), qualificationId: z.uuid() }),
  ])
  .refine((one) => one.op === 'REMOVE' || isOrdered(one.certificate), {
    path: ['certificate', 'validUntilOn'],
    message: 'ENDS_BEFORE_IT_BEGINS',
  })
export type WantedQualification = z.output<typeof wantedQualification>

const isOrdered = ({ validFromOn, validUntilOn }: WantedCertificate): boolean => validUntilOn === null || validUntilOn >= validFromOn

/** A person added, with the identity number sealed, or one who leaves. */
export const wantedPractitioner = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('ADD'),
    name: line(100),
    title: line(100),
    certificateNo: z.string().trim().max(100).nullable(),
    identityCipher: z.string(),
    identityHash: z.string(),
    identityMasked: z.string(),
  }),
  z.object({ op: z.literal('LEAVE'), practitionerId: z.uuid() }),
])
export type WantedPractitioner = z.output<typeof wantedPractitioner>

/** A tie declared, one that has ended, or one recorded by the office that never was (the firm's objection). */
export const wantedAffiliation = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('ADD'),
    kind: z.enum(affiliationKinds),
    partyName: line(200),
    partyUscc: z.string().nullable(),
    agencyId: z.uuid().nullable(),
    sharePercent: z.number().nullable(),
    note: z.string(),
    fromOn: day,
    untilOn: day.nullable(),
  }),
  z.object({ op: z.literal('END'), affiliationId: z.uuid(), untilOn: day }),
  z.object({ op: z.literal('OBJECT'), affiliationId: z.uuid() }),
])
export type WantedAffiliation = z.output<typeof wantedAffiliation>

/** What a change wants, by its kind, as it is stored. */
export interface WantedChange {
  readonly PROFILE: WantedProfile
  readonly QUALIFICATIONS: readonly WantedQualification[]
  readonly PRACTITIONERS: readonly WantedPractitioner[]
  readonly AFFILIATIONS: readonly WantedAffiliation[]
  readonly EXIT: Record<string, never>
}

export const wantedSchemas = {
  PROFILE: wantedProfile,
  QUALIFICATIONS: z.array(wantedQualification),
  PRACTITIONERS: z.array(wantedPractitioner),
  AFFILIATIONS: z.array(wantedAffiliation),
  EXIT: z.object({}).strict(),
} as const

/**
 * What a running change wants after a further wish of its kind: a firm has one running change a kind, and a second wish joins it. The
 * later word about the same field, certificate, person or tie replaces the earlier.
 */
export function joinWanted<K extends keyof WantedChange>(running: WantedChange[K], more: WantedChange[K]): WantedChange[K] {
  if (Array.isArray(running) && Array.isArray(more)) {
    const later = new Set(more.map(aboutOf))
    return [...running.filter((one: Aimed) => !later.has(aboutOf(one))), ...more] as unknown as WantedChange[K]
  }
  return { ...running, ...more }
}

type Aimed = WantedQualification | WantedPractitioner | WantedAffiliation

/** The thing that an entry is about: the row it changes, or what identifies the new one. */
function aboutOf(one: Aimed): string {
  if ('qualificationId' in one) return one.qualificationId
  if ('practitionerId' in one) return one.practitionerId
  if ('affiliationId' in one) return one.affiliationId
  if ('certificate' in one) return `certificate ${one.certificate.certificateNo}`
  if ('identityHash' in one) return `person ${one.identityHash}`
  return `tie ${one.kind} ${one.partyName} ${one.partyUscc ?? ''} ${one.agencyId ?? ''}`
}
