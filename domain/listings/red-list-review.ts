import { addDays, addMonths, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { TransitionTable } from '#domain/kernel/transition-table.ts'
import type { ListingRuleSet } from './listing-rule-set.ts'
import { unmetCriteria } from './red-list-findings.ts'
import type { NominationOrigin, RedListFindings } from './red-list-findings.ts'
import type { RedListCriterion } from './red-list-parameters.ts'

/** States of the yearly review 年度复核 of one entry. */
export const yearlyReviewStates = ['OPEN', 'KEPT', 'REMOVED'] as const
export type YearlyReviewState = (typeof yearlyReviewStates)[number]

export const yearlyReviewTransitions: TransitionTable<YearlyReviewState> = { OPEN: ['KEPT', 'REMOVED'], KEPT: [], REMOVED: [] }

/** The earliest review day of an entry that isn't reviewed yet, whether it is past or ahead. `reviewedOn` are the days reviewed. */
export function nextReviewOn(fromOn: CalendarDay, reviewedOn: readonly CalendarDay[], { parameters }: ListingRuleSet): CalendarDay {
  const { everyMonths } = parameters.redListReview.value
  let times = 1
  // Each day is counted from the first one: an entry of 29 February doesn't move to the 28th for good.
  while (reviewedOn.includes(addMonths(fromOn, everyMonths * times))) times += 1
  return addMonths(fromOn, everyMonths * times)
}

/** Whether the review of that day is to be opened: some days ahead, so that it is decided in time. */
export function isReviewToOpen(dueOn: CalendarDay, now: Date, { parameters }: ListingRuleSet): boolean {
  return addDays(dueOn, -parameters.redListReview.value.opensDaysAhead) <= shanghaiDayOf(now)
}

export interface YearlyReviewCommand {
  readonly outcome: 'KEPT' | 'REMOVED'
  readonly reasons: string
  readonly findings: RedListFindings
  readonly origin: NominationOrigin
}

export type YearlyReviewRefusal =
  | { readonly code: 'REVIEW_DECIDED' }
  | { readonly code: 'REASONS_REQUIRED' }
  | { readonly code: 'CRITERIA_NOT_MET'; readonly criteria: readonly RedListCriterion[] }

/** Kept or removed, with reasons; kept only while what the nomination had to meet is still met. */
export function decideYearlyReview(
  state: YearlyReviewState,
  { outcome, reasons, findings, origin }: YearlyReviewCommand,
  ruleSet: ListingRuleSet,
): Result<'KEPT' | 'REMOVED', YearlyReviewRefusal> {
  if (!yearlyReviewTransitions[state].includes(outcome)) return refuse({ code: 'REVIEW_DECIDED' })
  if (reasons.trim() === '') return refuse({ code: 'REASONS_REQUIRED' })
  const criteria = outcome === 'KEPT' ? unmetCriteria(findings, origin, ruleSet) : []
  return criteria.length > 0 ? refuse({ code: 'CRITERIA_NOT_MET', criteria }) : ok(outcome)
}
