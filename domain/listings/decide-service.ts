import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { ViolationContext } from './decide-violation.ts'
import { finalViolationStates } from './violation-case.ts'
import type { ViolationCase, ViolationCaseState } from './violation-case.ts'
import type { ViolationRefusal } from './violation-command.ts'

/** The documents of a case whose service starts a clock. */
export const servedDocuments = ['NOTICE', 'DECISION'] as const
export type ServedDocument = (typeof servedDocuments)[number]

/** What the service of a document brings: the last day for the defence, or for an appeal. */
export type DocumentServed =
  | { readonly type: 'NOTICE_SERVED'; readonly servedOn: CalendarDay; readonly defenceDueOn: CalendarDay }
  | { readonly type: 'DECISION_SERVED'; readonly servedOn: CalendarDay; readonly appealDueOn: CalendarDay }

/**
 * 送达: the clock that starts when a document of the case has reached its party (rulebook R5: the window to defend after the notice, to
 * appeal after the decision), in working days without the day of service itself.
 */
export function decideService(
  state: ViolationCase,
  { document, servedOn }: { readonly document: ServedDocument; readonly servedOn: CalendarDay },
  { calendar, ruleSet }: Pick<ViolationContext, 'calendar' | 'ruleSet'>,
): Result<DocumentServed, ViolationRefusal> {
  const refusal = document === 'NOTICE' ? noticeNotServable(state) : decisionNotServable(state)
  if (refusal) return refuse(refusal)
  const { defenceWorkingDays, appealWorkingDays } = ruleSet.parameters
  const days = document === 'NOTICE' ? defenceWorkingDays.value : appealWorkingDays.value
  const dueOn = addWorkingDays(servedOn, days, calendar)
  if (!dueOn.ok) return dueOn
  return ok(
    document === 'NOTICE'
      ? { type: 'NOTICE_SERVED', servedOn, defenceDueOn: dueOn.value }
      : { type: 'DECISION_SERVED', servedOn, appealDueOn: dueOn.value },
  )
}

/** The case after the service. */
export function applyService(state: ViolationCase, event: DocumentServed): ViolationCase {
  return event.type === 'NOTICE_SERVED'
    ? { ...state, defenceDueOn: event.defenceDueOn }
    : { ...state, decisionServedOn: event.servedOn, appealDueOn: event.appealDueOn }
}

function noticeNotServable({ state, defenceDueOn }: ViolationCase): ViolationRefusal | null {
  if (state !== 'NOTICED') return { code: 'WRONG_STATE', state, allowed: ['NOTICED'] }
  return defenceDueOn === null ? null : { code: 'SERVED_BEFORE', document: 'NOTICE' }
}

function decisionNotServable({ state, decisionServedOn }: ViolationCase): ViolationRefusal | null {
  const decided: readonly ViolationCaseState[] = finalViolationStates.filter((one) => one !== 'CLOSED_NO_FINDING')
  if (!decided.includes(state)) return { code: 'WRONG_STATE', state, allowed: decided }
  return decisionServedOn === null ? null : { code: 'SERVED_BEFORE', document: 'DECISION' }
}
