import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { ListEntry } from '#domain/listings/list-entry.ts'
import { entryHoldsUntil, entryMarkOn, isEntryKnown } from '#domain/listings/list-entry.ts'
import type { ListKind } from '#domain/listings/list-kind.ts'
import { byId } from './score-line.ts'

/** One list a subject is or was on. `from` and `until` are the first and last day; `until` null means without an end. */
export interface ListMembership {
  readonly list: ListKind
  readonly entryId: string
  readonly from: CalendarDay
  readonly until: CalendarDay | null
  readonly isUnderAppeal: boolean
}

/** The memberships as known on `asOf`, oldest first. Annulled entries have never been; ended ones stay with their days. */
export function membershipsOf(entries: readonly ListEntry[], asOf: CalendarDay): readonly ListMembership[] {
  return entries
    .filter((entry) => isEntryKnown(entry, asOf))
    .map((entry) => ({
      list: entry.list,
      entryId: entry.entryId,
      from: entry.fromOn,
      until: entryHoldsUntil(entry, asOf),
      isUnderAppeal: entryMarkOn(entry, asOf) === 'UNDER_APPEAL',
    }))
    .filter((membership) => membership.until === null || membership.from <= membership.until)
    .sort((a, b) => byId(a.from, b.from) || byId(a.entryId, b.entryId))
}

/** The memberships of one list that hold on that day. */
export function membershipsOn(lists: readonly ListMembership[], list: ListKind, day: CalendarDay): readonly ListMembership[] {
  return lists.filter((one) => one.list === list && one.from <= day && (one.until === null || day <= one.until))
}

/** Whether the subject is on the list on that day. */
export function isListedOn(lists: readonly ListMembership[], list: ListKind, day: CalendarDay): boolean {
  return membershipsOn(lists, list, day).length > 0
}
