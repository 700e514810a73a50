import type { CasePause } from '#domain/acceptance/case-pause.ts'
import { timeLimitOn } from '#domain/acceptance/time-limit.ts'
import type { TimeLimitState } from '#domain/acceptance/time-limit.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { CasePause as PauseRow } from '#prisma/generated/client.ts'
import { unwrap } from '../kernel/unwrap.ts'

/** A stored pause as the rules read it. A pause without its last day was never written: it says its end from the beginning. */
export const toPause = ({ cause, fromOn, untilOn }: Pick<PauseRow, 'cause' | 'fromOn' | 'untilOn'>): CasePause => ({
  cause,
  fromOn: fromDbDay(fromOn),
  untilOn: fromDbDay(untilOn ?? fromOn),
})

/**
 * Where the time limit of an accepted case stands at the end of a day.
 * @throws RefusedError CALENDAR_NOT_LOADED
 */
export function limitOf(
  accepted: { readonly acceptedAt: Date; readonly approvalItem: { readonly promisedWorkingDays: number } },
  pauses: readonly CasePause[],
  on: CalendarDay,
  calendar: WorkingCalendar,
): TimeLimitState {
  const { acceptedAt, approvalItem } = accepted
  return unwrap(timeLimitOn({ acceptedOn: shanghaiDayOf(acceptedAt), workingDays: approvalItem.promisedWorkingDays, pauses }, on, calendar))
}
