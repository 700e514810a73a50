import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import type { RemedyContext } from '#domain/remedies/decide-appeal.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'

/** What a step of today is decided against. */
export async function remedyContext(unit: UnitOfWork): Promise<RemedyContext> {
  const ruleSet = unwrap(ruleSetOn(listingRuleSets, shanghaiDayOf(unit.now)))
  return { now: unit.now, calendar: await loadCalendar(unit.tx), ruleSet }
}
