import type { EngagementState } from '#domain/engagements/engagement.ts'
import { reviewRulesOn } from '#domain/engagements/review-rule-set.ts'
import { reviewLastOn } from '#domain/engagements/review-window.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { UpkeepRuleSet } from './upkeep-rule-set.ts'

/** What may still run at a firm that wants to leave 退出. */
export interface ExitFacts {
  readonly engagements: readonly { readonly number: string; readonly state: EngagementState; readonly deliveredAt: Date | null }[]
  /** Numbers of violation cases that have not ended and that the firm has been told of, by notice or suspension. */
  readonly openCases: readonly string[]
}

/** One thing that an exit waits for. */
export interface ExitHold {
  readonly because: 'ENGAGEMENT' | 'REVIEW_WINDOW' | 'VIOLATION_CASE'
  readonly number: string
}

/**
 * What keeps an exit waiting. An engagement runs until its result is there and the owner has reviewed it or can no longer do so; while
 * nobody knows the last day of that window (a calendar not loaded), it is open. A firm can't leave from under a procedure either (our own
 * default): once it has been told of a case, the exit takes effect after the case. One it knows nothing of goes on against it all the same,
 * and keeps quiet.
 */
export function exitHolds(facts: ExitFacts, rules: UpkeepRuleSet, today: CalendarDay, calendar: WorkingCalendar): readonly ExitHold[] {
  const engagements = facts.engagements.flatMap(({ number, state, deliveredAt }): ExitHold[] => {
    if (state === 'ACTIVE') return [{ because: 'ENGAGEMENT', number }]
    if (state !== 'DELIVERED' || deliveredAt === null) return []
    const reviewRules = reviewRulesOn(today)
    if (!reviewRules.ok) return [{ because: 'REVIEW_WINDOW', number }]
    const lastOn = reviewLastOn('OWNER', { deliveredAt, acceptedAt: null }, reviewRules.value, calendar)
    return lastOn.ok && lastOn.value < today ? [] : [{ because: 'REVIEW_WINDOW', number }]
  })
  const cases = rules.parameters.isExitHeldByCases.value ? facts.openCases : []
  return [...engagements, ...cases.map((number): ExitHold => ({ because: 'VIOLATION_CASE', number }))]
}
