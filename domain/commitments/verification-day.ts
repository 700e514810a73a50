import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'

/** Ours (D): the law says that the agency verifies a handled promise afterwards, not until when. */
const verificationWorkingDays = 20

/** Until when the agency verifies what was handled on a promise 容缺办理 (R1.3), acceptance day excluded. Our own default. */
export function verificationDay(acceptedOn: CalendarDay, calendar: WorkingCalendar): Result<CalendarDay, CalendarNotLoaded> {
  return addWorkingDays(acceptedOn, verificationWorkingDays, calendar)
}
