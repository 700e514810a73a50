import { endOfShanghaiDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { incomplete } from '#domain/listings/case-guards.ts'
import type { ListingRuleSet } from '#domain/listings/listing-rule-set.ts'
import { answeredAppealStates, appealTransitions, finalAppealStates } from './appeal.ts'
import type { Appeal, AppealState, AppealedDecision } from './appeal.ts'
import type { AppealCommand, AppealEvent, AppealRefusal, Reviewer } from './appeal-command.ts'

/** What a step is decided against. `ruleSet` is the version in force on the day of the step. */
export interface RemedyContext {
  readonly now: Date
  readonly calendar: WorkingCalendar
  readonly ruleSet: ListingRuleSet
}

type Decided = Result<AppealEvent, AppealRefusal>
type CommandOf<T extends AppealCommand['type']> = Extract<AppealCommand, { type: T }>

/**
 * Whether a step of an appeal may be taken, and what then happened (rulebook R5). `state` is null before it is filed. That it is filed by the
 * party itself is asked before; here stand the clocks, the persons, and what a review may say.
 */
export function decideAppeal(state: Appeal | null, decision: AppealedDecision, command: AppealCommand, context: RemedyContext): Decided {
  if (command.type === 'FILE_APPEAL') return state === null ? file(decision, command, context) : refuse({ code: 'APPEAL_EXISTS' })
  return state === null ? refuse({ code: 'APPEAL_MISSING' }) : continueAppeal(state, decision, command, context)
}

/** Why nobody can appeal this decision now, however well; null when its party can. A page asks it before it offers the form. */
export function appealObstacle(decision: AppealedDecision, now: Date): AppealRefusal | null {
  const isDecided = decision.caseState === 'DECIDED_LISTED' || decision.caseState === 'DECIDED_NOT_LISTED'
  if (!isDecided || !decision.isViolationFound) return { code: 'NOTHING_TO_APPEAL' }
  if (decision.otherAppeals.some((state) => !finalAppealStates.includes(state))) return { code: 'APPEAL_OPEN' }
  if (decision.otherAppeals.some((state) => answeredAppealStates.includes(state))) return { code: 'APPEAL_ANSWERED' }
  if (decision.entry?.status === 'ANNULLED') return { code: 'NOTHING_TO_APPEAL' }
  const { appealDueOn } = decision
  return appealDueOn !== null && now >= endOfShanghaiDay(appealDueOn) ? { code: 'APPEAL_WINDOW_OVER', appealDueOn } : null
}

function file(decision: AppealedDecision, { grounds, request }: CommandOf<'FILE_APPEAL'>, context: RemedyContext): Decided {
  const { now, calendar, ruleSet } = context
  const refusal = appealObstacle(decision, now) ?? incomplete({ grounds, request })
  if (refusal) return refuse(refusal)
  const due = addWorkingDays(shanghaiDayOf(now), ruleSet.parameters.appealAnswerWorkingDays.value, calendar)
  return due.ok ? ok({ type: 'APPEAL_FILED', filedAt: now, answerDueOn: due.value, ruleSetVersion: ruleSet.version }) : due
}

function continueAppeal(
  state: Appeal,
  decision: AppealedDecision,
  command: Exclude<AppealCommand, CommandOf<'FILE_APPEAL'>>,
  { now, ruleSet }: RemedyContext,
): Decided {
  switch (command.type) {
    case 'WITHDRAW_APPEAL':
      return step(state, 'WITHDRAWN', [], { type: 'APPEAL_WITHDRAWN', at: now })
    case 'RECORD_ANNULMENT':
      return step(state, 'ANNULLED', [], { type: 'DECISION_FELL', at: now })
    case 'REFUSE_ADMISSION': {
      const { actorId, basis, reasons } = command
      const problems = [reviewerObstacle(decision, command), incomplete({ basis, reasons })]
      return step(state, 'NOT_ADMITTED', problems, { type: 'ADMISSION_REFUSED', reviewerId: actorId, at: now })
    }
    case 'START_REVIEW': {
      const event = { type: 'REVIEW_STARTED', reviewerId: command.actorId, at: now } as const
      return step(state, 'UNDER_REVIEW', [reviewerObstacle(decision, command)], event)
    }
    case 'DECIDE_APPEAL': {
      const { outcome, basis, reasons } = command
      const newUntilOn = outcome === 'VARIED' ? command.newUntilOn : null
      const problems = [
        state.reviewerId === command.actorId ? null : ({ code: 'NOT_REVIEWER_OF_APPEAL' } as const),
        reviewerObstacle(decision, command),
        incomplete({ basis, reasons }),
        outcome === 'VARIED' ? variationProblem(decision, newUntilOn, shanghaiDayOf(now)) : null,
      ]
      if (state.state === 'FILED') return refuse({ code: 'STEP_FORBIDDEN', from: 'FILED', to: outcome })
      return step(state, outcome, problems, { type: 'APPEAL_DECIDED', outcome, newUntilOn, at: now, ruleSetVersion: ruleSet.version })
    }
  }
}

function step(state: Appeal, to: AppealState, problems: readonly (AppealRefusal | null)[], event: AppealEvent): Decided {
  const moved = moveTo(appealTransitions, state.state, to)
  if (!moved.ok) return moved
  const problem = problems.find((one) => one !== null)
  return problem ? refuse(problem) : ok(event)
}

/**
 * Why this person of this body can't review the decision: who reported, investigated, presided or decided in the case does not hear the
 * appeal, and neither does anyone of the deciding body, of a body above it or of one below it (rulebook R5).
 */
export function reviewerObstacle(decision: AppealedDecision, { actorId, bodyId }: Reviewer): AppealRefusal | null {
  const duties = [
    ['REPORTER', decision.reporterId],
    ['INVESTIGATOR', decision.investigatorId],
    ['DECIDER', decision.deciderId],
    ['PRESIDER', decision.presiderId],
  ] as const
  const held = duties.find(([, userId]) => userId === actorId)
  if (held) return { code: 'SEPARATION_OF_DUTIES', is: held[0] }
  const isOutside = bodyId !== null && decision.decidingChain !== null && !decision.decidingChain.includes(bodyId)
  return isOutside ? null : { code: 'WITHIN_DECIDING_CHAIN' }
}

/**
 * What a variation may not be: longer than what was appealed, because nobody is worse off for having appealed (ours), or shorter than the
 * least that the law makes public, or over already.
 */
function variationProblem({ entry }: AppealedDecision, newUntilOn: CalendarDay | null, today: CalendarDay): AppealRefusal | null {
  if (entry === null || entry.status !== 'ACTIVE' || (entry.untilOn !== null && entry.untilOn < today)) return { code: 'NOTHING_TO_VARY' }
  if (newUntilOn === null) return null
  const { untilOn, earliestRepairOn } = entry
  if (untilOn !== null && newUntilOn >= untilOn) return { code: 'VARIED_FOR_THE_WORSE', untilOn }
  const leastOn = earliestRepairOn !== null && earliestRepairOn > today ? earliestRepairOn : today
  return newUntilOn < leastOn ? { code: 'VARIED_TOO_SHORT', leastOn } : null
}

/** The appeal after an event; null before it is filed. */
export function applyAppealEvent(state: Appeal | null, event: AppealEvent): Appeal {
  if (event.type === 'APPEAL_FILED') return { state: 'FILED', reviewerId: null, answerDueOn: event.answerDueOn }
  if (state === null) throw new TypeError(`no appeal for ${event.type}`)
  switch (event.type) {
    case 'APPEAL_WITHDRAWN':
      return { ...state, state: 'WITHDRAWN' }
    case 'ADMISSION_REFUSED':
      return { ...state, state: 'NOT_ADMITTED', reviewerId: event.reviewerId }
    case 'REVIEW_STARTED':
      return { ...state, state: 'UNDER_REVIEW', reviewerId: event.reviewerId }
    case 'APPEAL_DECIDED':
      return { ...state, state: event.outcome }
    case 'DECISION_FELL':
      return { ...state, state: 'ANNULLED' }
  }
}
