import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'

/** 资质 with the items it covers. `validUntilOn` is its last valid day, null without an end. */
export interface Qualification {
  readonly name: string
  readonly certificateNo: string
  readonly validFromOn: CalendarDay
  readonly validUntilOn: CalendarDay | null
  readonly serviceItemCodes: readonly string[]
}

export type QualificationRefusal =
  | { readonly code: 'QUALIFICATION_MISSING'; readonly itemCode: string }
  | { readonly code: 'QUALIFICATION_EXPIRED'; readonly itemCode: string; readonly validUntilOn: CalendarDay }

/**
 * The qualification an item may be done under on that day (rulebook R3): null where the item needs none, otherwise the one that
 * lasts longest. An expired one blocks from the day after its last valid day.
 */
export function qualificationFor(
  item: { readonly code: string; readonly isQualificationRequired: boolean },
  qualifications: readonly Qualification[],
  day: CalendarDay,
): Result<Qualification | null, QualificationRefusal> {
  if (!item.isQualificationRequired) return ok(null)
  const longest = qualifications
    .filter((one) => one.serviceItemCodes.includes(item.code) && one.validFromOn <= day)
    .reduce<Qualification | null>((best, one) => (best === null || lastsLonger(one, best) ? one : best), null)
  if (longest === null) return refuse({ code: 'QUALIFICATION_MISSING', itemCode: item.code })
  const { validUntilOn } = longest
  if (validUntilOn !== null && validUntilOn < day) return refuse({ code: 'QUALIFICATION_EXPIRED', itemCode: item.code, validUntilOn })
  return ok(longest)
}

function lastsLonger(one: Qualification, other: Qualification): boolean {
  if (other.validUntilOn === null) return false
  return one.validUntilOn === null || other.validUntilOn < one.validUntilOn
}
