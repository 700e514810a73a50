import { addDays } from './calendar-day.ts'
import { workingCalendarOf } from './working-calendar.ts'
import type { NoticeDay } from './working-calendar.ts'

const daysOff: readonly (readonly [string, number])[] = [
  ['2026-01-01', 3],
  ['2026-02-15', 9],
  ['2026-04-04', 3],
  ['2026-05-01', 5],
  ['2026-06-19', 3],
  ['2026-09-25', 3],
  ['2026-10-01', 7],
]
const worked = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']

/** For tests: the State Council's notice of 2025-11-04 for the year 2026, as days off from a first day on, and no other year. */
export const calendarOf2026 = workingCalendarOf([
  ...daysOff.flatMap(([first, count]) =>
    Array.from({ length: count }, (_, index): NoticeDay => ({ on: addDays(first, index), kind: 'HOLIDAY' })),
  ),
  ...worked.map((on): NoticeDay => ({ on, kind: 'MAKEUP_WORKDAY' })),
])
