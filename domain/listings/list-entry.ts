import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addDays } from '#domain/kernel/calendar-day.ts'
import type { ListKind } from './list-kind.ts'

/** Entries of a list are counted up to here and one more: nobody reads on, and to count all of them would cost more than the page. */
export const MOST_COUNTED = 1000

/**
 * One entry of a platform list. `fromOn` is the day of the decision: it takes effect at once. `untilOn` is the last day, null only
 * on lists without an end. `endedOn` is the day on which it was annulled, repaired or removed; from that day on it has no effect. An
 * appeal runs from `appealedOn` to before `appealDecidedOn`.
 */
export interface ListEntry {
  readonly entryId: string
  readonly list: ListKind
  readonly fromOn: CalendarDay
  readonly untilOn: CalendarDay | null
  readonly status: 'ACTIVE' | 'ANNULLED' | 'REPAIRED' | 'REMOVED'
  readonly endedOn: CalendarDay | null
  /** Listed for broken commitments: the tolerance rules bring the bars of that, of their own length. */
  readonly isFromBrokenCommitments: boolean
  readonly appealedOn: CalendarDay | null
  readonly appealDecidedOn: CalendarDay | null
}

/** What an entry is marked with on a day. */
export const listEntryMarks = ['PENDING', 'PUBLISHED', 'UNDER_APPEAL', 'REPAIRED', 'REMOVED', 'EXPIRED', 'ANNULLED'] as const
export type ListEntryMark = (typeof listEntryMarks)[number]

/** Whether the entry had been ended on `asOf` or before, by that act. */
function wasEnded(entry: ListEntry, by: 'ANNULLED' | 'REPAIRED' | 'REMOVED', asOf: CalendarDay): boolean {
  return entry.status === by && entry.endedOn !== null && entry.endedOn <= asOf
}

/** Whether an entry exists on `asOf`: an annulled one is as if it had never been, a later one is not yet there. */
export function isEntryKnown(entry: ListEntry, asOf: CalendarDay): boolean {
  return entry.fromOn <= asOf && !wasEnded(entry, 'ANNULLED', asOf)
}

/** Last day on which an entry holds, as known on `asOf`: its end, or the day before its repair or removal. Null while open. */
export function entryHoldsUntil(entry: ListEntry, asOf: CalendarDay): CalendarDay | null {
  const isEnded = wasEnded(entry, 'REPAIRED', asOf) || wasEnded(entry, 'REMOVED', asOf)
  if (!isEnded || entry.endedOn === null) return entry.untilOn
  const last = addDays(entry.endedOn, -1)
  return entry.untilOn !== null && entry.untilOn < last ? entry.untilOn : last
}

/** The mark of an entry on a day (rulebook R5). An appeal does not stop the entry; it is shown beside it. */
export function entryMarkOn(entry: ListEntry, day: CalendarDay): ListEntryMark {
  if (wasEnded(entry, 'ANNULLED', day)) return 'ANNULLED'
  if (day < entry.fromOn) return 'PENDING'
  if (wasEnded(entry, 'REPAIRED', day)) return 'REPAIRED'
  if (wasEnded(entry, 'REMOVED', day)) return 'REMOVED'
  if (entry.untilOn !== null && entry.untilOn < day) return 'EXPIRED'
  const isAppealOpen =
    entry.appealedOn !== null && entry.appealedOn <= day && (entry.appealDecidedOn === null || day < entry.appealDecidedOn)
  return isAppealOpen ? 'UNDER_APPEAL' : 'PUBLISHED'
}
