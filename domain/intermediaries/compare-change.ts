import type { RegisterChangeKind } from './register-change.ts'
import { wantedSchemas } from './wanted-change.ts'
import type { WantedCertificate } from './wanted-change.ts'

/** One field beside itself. Lists are joined with 、; a code stays a code, and the page has its name. Null: nothing there. */
export interface ChangedField {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** One thing of the register that a change touches: what is done to it, how it is called, and what it says before and after. */
export interface ChangeLine {
  readonly op: 'CHANGE' | 'ADD' | 'RENEW' | 'REMOVE' | 'LEAVE' | 'END' | 'OBJECT' | 'EXIT'
  readonly title: string
  readonly fields: readonly ChangedField[]
}

/** What the register said of the things that a change touches, by their id; the profile under ''. Plain values only. */
export type RegisterBefore = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/**
 * Old and new side by side.
 * @param wanted as stored · @param before as `RegisterBefore`: today's register while the change runs, what stood then once it was accepted
 */
export function compareChange(kind: RegisterChangeKind, wanted: unknown, before: RegisterBefore): readonly ChangeLine[] {
  switch (kind) {
    case 'PROFILE': {
      const after = wantedSchemas.PROFILE.parse(wanted)
      return [line('CHANGE', '', before[''] ?? {}, after, Object.keys(after))]
    }
    case 'QUALIFICATIONS':
      return wantedSchemas.QUALIFICATIONS.parse(wanted).map((one) => {
        const stood = one.op === 'ADD' ? {} : (before[one.qualificationId] ?? {})
        const after: Partial<WantedCertificate> = one.op === 'REMOVE' ? {} : one.certificate
        return line(one.op, after.name ?? text(stood['name']) ?? '', stood, after, certificateFields)
      })
    case 'PRACTITIONERS':
      return wantedSchemas.PRACTITIONERS.parse(wanted).map((one) => {
        const stood = one.op === 'ADD' ? {} : (before[one.practitionerId] ?? {})
        const after = one.op === 'ADD' ? one : {}
        return line(one.op, one.op === 'ADD' ? one.name : (text(stood['name']) ?? ''), stood, after, personFields)
      })
    case 'AFFILIATIONS':
      return wantedSchemas.AFFILIATIONS.parse(wanted).map((one) => {
        const stood = one.op === 'ADD' ? {} : (before[one.affiliationId] ?? {})
        const after = one.op === 'ADD' ? one : one.op === 'END' ? { ...stood, untilOn: one.untilOn } : {}
        return line(one.op, one.op === 'ADD' ? one.partyName : (text(stood['partyName']) ?? ''), stood, after, tieFields)
      })
    case 'EXIT':
      return [{ op: 'EXIT', title: '', fields: [] }]
  }
}

const certificateFields = ['name', 'grade', 'certificateNo', 'issuer', 'validFromOn', 'validUntilOn', 'serviceItemCodes']
const personFields = ['name', 'identityMasked', 'title', 'certificateNo']
const tieFields = ['kind', 'partyName', 'partyUscc', 'agencyId', 'sharePercent', 'fromOn', 'untilOn', 'note']

function line(op: ChangeLine['op'], title: string, before: object, after: object, fields: readonly string[]): ChangeLine {
  const valueOf = (of: object, field: string) => text((of as Readonly<Record<string, unknown>>)[field])
  const all = fields.map((field) => ({ field, before: valueOf(before, field), after: valueOf(after, field) }))
  return { op, title, fields: all.filter(({ before: old, after: now }) => old !== null || now !== null) }
}

function text(value: unknown): string | null {
  if (Array.isArray(value)) return value.length === 0 ? null : value.join('、')
  return typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : null
}
