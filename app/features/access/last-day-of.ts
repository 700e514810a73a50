import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'

/** The last day before an instant at which something ends, such as a key at the day's end. */
export const lastDayOf = (endsAt: string | Date): string => shanghaiDayOf(new Date(new Date(endsAt).getTime() - 1))
