import { endOfShanghaiDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded } from '#domain/kernel/working-days.ts'
import { lowQuotes } from './evaluation-facts.ts'
import type { EvaluationFacts } from './evaluation-facts.ts'
import type { SelectionContext } from './publicity.ts'
import { hasQuotes } from './selection.ts'

/** When the things came that an evaluation may wait for. */
export interface EvaluationTimes {
  readonly closedAt: Date
  readonly openedAt: Date | null
  /** By sign-up */
  readonly explainedAt: ReadonlyMap<string, Date>
  readonly scoredAt: readonly Date[]
}

/** Whether everything but chance is there, since when; or what is awaited until when; or that the owner let the time pass. */
export type Readiness =
  | { readonly state: 'READY'; readonly since: Date }
  | { readonly state: 'AWAITING'; readonly what: 'OPENING' | 'EXPLANATIONS' | 'SCORES'; readonly until: Date | null }
  | { readonly state: 'LAPSED'; readonly code: 'NOT_SCORED_IN_TIME' }

const latest = (instants: readonly Date[]): Date => instants.reduce((last, one) => (one > last ? one : last))

/** Last instant (exclusive) of a span of working days that begins the day after. */
export function endOfWorkingDays(from: Date, days: number, { calendar }: SelectionContext): Result<Date, CalendarNotLoaded> {
  const last = addWorkingDays(shanghaiDayOf(from), days, calendar)
  return last.ok ? ok(endOfShanghaiDay(last.value)) : last
}

/** The owner has scored a bidder on every criterion that is scored. */
export const isScored = ({ criteria }: EvaluationFacts, points: Readonly<Record<string, number>>): boolean =>
  criteria.every(({ kind, key }) => kind !== 'SCORED' || points[key] !== undefined)

/** How far a closed selection is (rulebook R3): low quotes have a window to be explained in, plans one to be scored in. */
export function readinessOf(
  facts: EvaluationFacts,
  { closedAt, openedAt, explainedAt, scoredAt }: EvaluationTimes,
  context: SelectionContext,
): Result<Readiness, CalendarNotLoaded> {
  if (!hasQuotes(facts.mode)) return ok({ state: 'READY', since: closedAt })
  if (openedAt === null) return ok({ state: 'AWAITING', what: 'OPENING', until: null })
  const { now, ruleSet } = context
  const explained = lowQuotes(facts).map(({ signUpId }) => explainedAt.get(signUpId) ?? null)
  const until = endOfWorkingDays(openedAt, ruleSet.parameters.explanationWorkingDays.value, context)
  if (!until.ok) return until
  const isExplained = explained.every((at) => at !== null)
  if (!isExplained && now < until.value) return ok({ state: 'AWAITING', what: 'EXPLANATIONS', until: until.value })
  const since = latest([openedAt, ...(isExplained ? explained : [until.value])])
  if (facts.mode !== 'COMPARATIVE') return ok({ state: 'READY', since })
  if (facts.bidders.every(({ quote, points }) => quote === null || isScored(facts, points))) {
    return ok({ state: 'READY', since: latest([since, ...scoredAt]) })
  }
  const scoresUntil = endOfWorkingDays(openedAt, ruleSet.parameters.decisionWorkingDays.value, context)
  if (!scoresUntil.ok) return scoresUntil
  return ok(
    now < scoresUntil.value
      ? { state: 'AWAITING', what: 'SCORES', until: scoresUntil.value }
      : { state: 'LAPSED', code: 'NOT_SCORED_IN_TIME' },
  )
}
