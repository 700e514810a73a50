import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded } from '#domain/kernel/working-days.ts'
import type { SelectionContext } from './publicity.ts'

/** What the winner won with: the quote as opened, else the price list as frozen. */
export interface WonTerms {
  readonly feeFen: number
  readonly promisedWorkingDays: number
}

/** Days that run from an award. */
export interface AwardDays {
  /** Last day on which the contract may be filed. */
  readonly contractDueOn: CalendarDay
  readonly deliverDueOn: CalendarDay
}

/** The days of an award made now: the contract's in calendar days (招标投标法 art. 46 by analogy), the promised ones in working days. */
export function awardDays({ promisedWorkingDays }: WonTerms, context: SelectionContext): Result<AwardDays, CalendarNotLoaded> {
  const today = shanghaiDayOf(context.now)
  const due = addWorkingDays(today, promisedWorkingDays, context.calendar)
  if (!due.ok) return due
  return ok({ contractDueOn: addDays(today, context.ruleSet.parameters.contractDays.value), deliverDueOn: due.value })
}
