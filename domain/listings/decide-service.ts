import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { hearingDay } from './decide-hearing.ts'
import type { ViolationContext } from './decide-violation.ts'
import { finalViolationStates } from './violation-case.ts'
import type { ViolationCase, ViolationCaseState } from './violation-case.ts'
import type { ViolationRefusal } from './violation-command.ts'

/** The documents of a case whose service starts a clock, or has to come before one. */
export const servedDocuments = ['NOTICE', 'HEARING_NOTICE', 'DECISION'] as const
export type ServedDocument = (typeof servedDocuments)[number]

/** What the service of a document brings: the last day for the defence, the day of the hearing, the last day for an appeal. */
export type DocumentServed =
  | { readonly type: 'NOTICE_SERVED'; readonly servedOn: CalendarDay; readonly defenceDueOn: CalendarDay }
  | { readonly type: 'HEARING_NOTICE_SERVED'; readonly servedOn: CalendarDay; readonly on: CalendarDay }
  | { readonly type: 'DECISION_SERVED'; readonly servedOn: CalendarDay; readonly appealDueOn: CalendarDay }

/** The document that waits to be served. Where none does, the one that its state is about, which is refused with the reason. */
export function documentToServe({ state, hearing }: ViolationCase): ServedDocument {
  if (hearing?.state === 'SCHEDULED' && !hearing.isNoticeServed) return 'HEARING_NOTICE'
  return state === 'NOTICED' ? 'NOTICE' : 'DECISION'
}

/**
 * 送达: the clock that starts when a document of the case has reached its party (rulebook R5: the window to defend after the notice, to
 * appeal after the decision; working days between the notice of a hearing and the hearing), without the day of service itself.
 */
export function decideService(
  state: ViolationCase,
  { document, servedOn }: { readonly document: ServedDocument; readonly servedOn: CalendarDay },
  context: Pick<ViolationContext, 'calendar' | 'ruleSet'>,
): Result<DocumentServed, ViolationRefusal> {
  if (document === 'HEARING_NOTICE') return serveHearingNotice(state, servedOn, context)
  const { calendar, ruleSet } = context
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
  switch (event.type) {
    case 'NOTICE_SERVED':
      return { ...state, defenceDueOn: event.defenceDueOn }
    case 'HEARING_NOTICE_SERVED':
      return { ...state, hearing: state.hearing && { ...state.hearing, isNoticeServed: true } }
    case 'DECISION_SERVED':
      return { ...state, decisionServedOn: event.servedOn, appealDueOn: event.appealDueOn }
  }
}

/** Served too late, the hearing needs a new day and a new notice. */
function serveHearingNotice(
  { hearing }: ViolationCase,
  servedOn: CalendarDay,
  context: Pick<ViolationContext, 'calendar' | 'ruleSet'>,
): Result<DocumentServed, ViolationRefusal> {
  const scheduledFor = hearing?.scheduledFor ?? null
  if (hearing?.state !== 'SCHEDULED' || scheduledFor === null)
    return refuse({ code: 'WRONG_HEARING_STATE', hearing: hearing?.state ?? null, allowed: ['SCHEDULED'] })
  if (hearing.isNoticeServed) return refuse({ code: 'SERVED_BEFORE', document: 'HEARING_NOTICE' })
  const on = hearingDay(scheduledFor, servedOn, context)
  return on.ok ? ok({ type: 'HEARING_NOTICE_SERVED', servedOn, on: on.value }) : on
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
