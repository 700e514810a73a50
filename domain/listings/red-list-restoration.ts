import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { ListEntry } from './list-entry.ts'

/** What the question whether somebody goes back on the red list asks of another entry of the same party. */
export type BarringEntry = Pick<ListEntry, 'status' | 'untilOn' | 'endedOn'> & { readonly number: string }

/**
 * Whether an entry on the red list that was removed because of the entry `cause` goes back on it (rulebook R5: what rested on an annulled
 * decision is as if it had never been). It doesn't while another entry stands that would have removed it since, even one that has ended by now.
 */
export function goesBackOnRedList(
  { cause, removedOn }: { readonly cause: string; readonly removedOn: CalendarDay },
  barring: readonly BarringEntry[],
): boolean {
  const standing = barring.filter(({ status }) => status !== 'ANNULLED')
  if (standing.some(({ number }) => number === cause)) return false
  return !standing.some(({ untilOn, endedOn }) => (untilOn === null || untilOn >= removedOn) && (endedOn === null || endedOn > removedOn))
}
