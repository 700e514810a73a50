import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { keepOrdersOf } from '#search/intermediaries/neutral-places.ts'
import type { Job } from './worker.ts'

/** The neutral orders of today and tomorrow, for broad searches; yesterday's goes. */
export const keepSearchOrders: Job = async (context, log) => {
  const today = shanghaiDayOf(context.clock.now())
  const made = await keepOrdersOf(context.pool, [today, addDays(today, 1)])
  if (made.length > 0) log.info({ days: made }, 'search orders kept')
}
