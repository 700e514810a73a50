import type { Qualification } from '#domain/engagements/qualification.ts'
import { qualificationFor } from '#domain/engagements/qualification.ts'
import { addDays } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { ChangeFinding } from './change-finding.ts'
import { changeFinding } from './change-finding.ts'
import type { WantedQualification } from './wanted-change.ts'

/** A certificate of the register. */
export interface HeldQualification extends Qualification {
  readonly id: string
}

/** What else the certificates of a firm are judged by: the day, the catalogue of that day, and what the firm offers. */
export interface CertificateFacts {
  readonly today: CalendarDay
  readonly items: ReadonlyMap<string, { readonly code: string; readonly status: string; readonly isQualificationRequired: boolean }>
  readonly offeredItemCodes: readonly string[]
}

/**
 * What is to be said about wanted certificates (rulebook R3): one that has ended already, a renewal with a gap, an item that was cancelled,
 * and items on offer that no certificate would cover any more.
 */
export function certificateFindings(
  wanted: readonly WantedQualification[],
  held: readonly HeldQualification[],
  facts: CertificateFacts,
): readonly ChangeFinding[] {
  const { today, items, offeredItemCodes } = facts
  const own = wanted.flatMap((one): ChangeFinding[] => {
    if (one.op === 'REMOVE') return []
    const { certificateNo, validFromOn, validUntilOn, serviceItemCodes } = one.certificate
    const before = one.op === 'RENEW' ? held.find(({ id }) => id === one.qualificationId) : undefined
    const lastOn = before?.validUntilOn ?? null
    return [
      ...(validUntilOn !== null && validUntilOn < today ? [changeFinding('CERTIFICATE_EXPIRED', { certificateNo, validUntilOn })] : []),
      ...(lastOn !== null && validFromOn > addDays(lastOn, 1)
        ? [changeFinding('CERTIFICATE_GAP', { certificateNo, lastOn, validFromOn })]
        : []),
      ...serviceItemCodes
        .filter((code) => items.get(code)?.status === 'CANCELLED')
        .map((itemCode) => changeFinding('ITEM_CANCELLED', { certificateNo, itemCode })),
    ]
  })
  const after = certificatesAfter(wanted, held, today)
  const uncovered = offeredItemCodes.filter((code) => {
    const item = items.get(code)
    return item && qualificationFor(item, held, today).ok && !qualificationFor(item, after, today).ok
  })
  return [...own, ...uncovered.map((itemCode) => changeFinding('ITEM_LEFT_UNCOVERED', { itemCode }))]
}

/** The certificates as they would stand once the change is accepted. A renewal that begins later stands beside the old one. */
export function certificatesAfter(
  wanted: readonly WantedQualification[],
  held: readonly HeldQualification[],
  today: CalendarDay,
): readonly Qualification[] {
  const replaced = new Set(
    wanted.flatMap((one) => {
      if (one.op === 'ADD') return []
      return one.op === 'RENEW' && standsBeside(one, today) ? [] : [one.qualificationId]
    }),
  )
  return [...held.filter(({ id }) => !replaced.has(id)), ...wanted.flatMap((one) => (one.op === 'REMOVE' ? [] : [one.certificate]))]
}

/** Whether a renewal begins only later: then no day between the two is lost. */
export const standsBeside = (renewal: Extract<WantedQualification, { op: 'RENEW' }>, today: CalendarDay): boolean =>
  renewal.certificate.validFromOn > today
