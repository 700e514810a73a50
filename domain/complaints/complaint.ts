import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { StepForbidden, TransitionTable } from '#domain/kernel/transition-table.ts'
import type { ComplaintRuleSet } from './complaint-rule-set.ts'

/** A report 举报 of a violation somebody knows of, or a complaint 投诉 about a service received. One procedure for both. */
export const complaintKinds = ['REPORT', 'COMPLAINT'] as const
export type ComplaintKind = (typeof complaintKinds)[number]

export const complaintStates = ['RECEIVED', 'HANDLING', 'TRANSFERRED', 'SUBSTANTIATED', 'UNSUBSTANTIATED', 'NOT_ADMITTED'] as const
export type ComplaintState = (typeof complaintStates)[number]

export const finalComplaintStates = ['SUBSTANTIATED', 'UNSUBSTANTIATED', 'NOT_ADMITTED'] as const satisfies readonly ComplaintState[]

/** The procedure (rulebook R7): taken up where it belongs, or sent on once; answered, or not admitted, always with reasons. */
export const complaintTransitions: TransitionTable<ComplaintState> = {
  RECEIVED: ['HANDLING', 'TRANSFERRED', 'NOT_ADMITTED'],
  TRANSFERRED: ['HANDLING', 'NOT_ADMITTED'],
  HANDLING: ['SUBSTANTIATED', 'UNSUBSTANTIATED', 'NOT_ADMITTED', 'TRANSFERRED'],
  SUBSTANTIATED: [],
  UNSUBSTANTIATED: [],
  NOT_ADMITTED: [],
}

export const isComplaintOpen = (state: ComplaintState): boolean => !finalComplaintStates.some((final) => final === state)

/** A complaint as far as its steps ask. */
export interface Complaint {
  readonly state: ComplaintState
  readonly answerDueOn: CalendarDay
  readonly transferDueOn: CalendarDay
  readonly isExtended: boolean
  readonly isTransferred: boolean
}

/** What came of a substantiated one. */
export const complaintConsequences = ['CREDIT_EVENT', 'CASE', 'NONE'] as const
export type ComplaintConsequence = (typeof complaintConsequences)[number]

export type ComplaintCommand =
  | { readonly type: 'TAKE_UP' }
  | { readonly type: 'TRANSFER'; readonly toOfficeId: string; readonly fromOfficeId: string; readonly reasons: string }
  | { readonly type: 'EXTEND'; readonly reasons: string }
  | { readonly type: 'NOT_ADMIT'; readonly reasons: string }
  | {
      readonly type: 'ANSWER'
      readonly isSubstantiated: boolean
      readonly consequence: ComplaintConsequence
      /** As the complainant reads it. */
      readonly answer: string
      /** As the party concerned reads it: nothing in it may point at who complained. */
      readonly finding: string
      /** Whether a credit subject was recognised. */
      readonly hasSubject: boolean
    }

export type ComplaintRefusal =
  | StepForbidden<ComplaintState>
  | { readonly code: 'REASONS_REQUIRED' }
  | { readonly code: 'TRANSFER_TOO_LATE'; readonly transferDueOn: CalendarDay }
  | { readonly code: 'TRANSFERRED_BEFORE' }
  | { readonly code: 'TRANSFER_TO_ITSELF' }
  | { readonly code: 'EXTENDED_BEFORE' }
  | { readonly code: 'EXTENSION_TOO_LATE'; readonly answerDueOn: CalendarDay }
  | { readonly code: 'EXTENSION_NOT_OPEN' }
  | { readonly code: 'SUBJECT_NOT_RECOGNISED' }
  | { readonly code: 'CONSEQUENCE_UNFIT' }

/** Day of receipt, and the two clocks that run from it; the day of receipt is not counted. */
export function clocksFrom(
  receivedAt: Date,
  { parameters }: ComplaintRuleSet,
): { readonly answerDueOn: CalendarDay; readonly transferDueOn: CalendarDay } {
  const receivedOn = shanghaiDayOf(receivedAt)
  return {
    answerDueOn: addDays(receivedOn, parameters.answerDays.value),
    transferDueOn: addDays(receivedOn, parameters.transferDays.value),
  }
}

/** The state and the answer's day after a step. */
export interface ComplaintMoved {
  readonly state: ComplaintState
  readonly answerDueOn: CalendarDay
}

/** Decides one step on the day of `now`. An answer after its day is late, never refused: the complainant still waits for it. */
export function decideComplaint(
  complaint: Complaint,
  command: ComplaintCommand,
  { now, ruleSet }: { readonly now: Date; readonly ruleSet: ComplaintRuleSet },
): Result<ComplaintMoved, ComplaintRefusal> {
  const today = shanghaiDayOf(now)
  const { answerDueOn } = complaint
  const to = (state: ComplaintState): Result<ComplaintMoved, ComplaintRefusal> => {
    const moved = moveTo(complaintTransitions, complaint.state, state)
    return moved.ok ? ok({ state: moved.value, answerDueOn }) : moved
  }
  if (command.type === 'TAKE_UP') return to('HANDLING')
  if (command.type === 'EXTEND') return extend(complaint, command.reasons, today, ruleSet)
  if (command.type === 'NOT_ADMIT') return isBlank(command.reasons) ? refuse({ code: 'REASONS_REQUIRED' }) : to('NOT_ADMITTED')
  if (command.type === 'ANSWER') {
    const problem = answerProblem(command)
    const moved = to(command.isSubstantiated ? 'SUBSTANTIATED' : 'UNSUBSTANTIATED')
    return moved.ok && problem ? refuse(problem) : moved
  }
  const moved = to('TRANSFERRED')
  if (!moved.ok) return moved
  if (isBlank(command.reasons)) return refuse({ code: 'REASONS_REQUIRED' })
  if (command.toOfficeId === command.fromOfficeId) return refuse({ code: 'TRANSFER_TO_ITSELF' })
  if (complaint.isTransferred) return refuse({ code: 'TRANSFERRED_BEFORE' })
  return today > complaint.transferDueOn ? refuse({ code: 'TRANSFER_TOO_LATE', transferDueOn: complaint.transferDueOn }) : moved
}

function extend(
  { state, answerDueOn, isExtended }: Complaint,
  reasons: string,
  today: CalendarDay,
  { parameters }: ComplaintRuleSet,
): Result<ComplaintMoved, ComplaintRefusal> {
  if (state !== 'HANDLING') return refuse({ code: 'EXTENSION_NOT_OPEN' })
  if (isBlank(reasons)) return refuse({ code: 'REASONS_REQUIRED' })
  if (isExtended) return refuse({ code: 'EXTENDED_BEFORE' })
  if (today > answerDueOn) return refuse({ code: 'EXTENSION_TOO_LATE', answerDueOn })
  return ok({ state, answerDueOn: addDays(answerDueOn, parameters.extensionDays.value) })
}

function answerProblem({
  isSubstantiated,
  consequence,
  answer,
  finding,
  hasSubject,
}: Extract<ComplaintCommand, { type: 'ANSWER' }>): ComplaintRefusal | null {
  if (isBlank(answer)) return { code: 'REASONS_REQUIRED' }
  if (!isSubstantiated) return consequence === 'NONE' ? null : { code: 'CONSEQUENCE_UNFIT' }
  // What was found against a firm or a person that is known has to count for something; against a public body it is for its superiors.
  if (consequence === 'NONE') return hasSubject ? { code: 'CONSEQUENCE_UNFIT' } : null
  if (!hasSubject) return { code: 'SUBJECT_NOT_RECOGNISED' }
  return isBlank(finding) ? { code: 'REASONS_REQUIRED' } : null
}

const isBlank = (text: string): boolean => text.trim() === ''

/** Calendar days ahead of the answer's day on which the office is reminded; ours. */
export const answerReminderDays = [5, 1, 0] as const

/** How many days ahead the reminder that is due today speaks of; null before the first. Of several slept through, only the last. */
export const answerReminderOn = (answerDueOn: CalendarDay, today: CalendarDay): number | null =>
  answerReminderDays.findLast((ahead) => today >= addDays(answerDueOn, -ahead)) ?? null

/** How the answer's day stands: `LATE` from the day after it. */
export function answerClock(
  { state, answerDueOn }: Pick<Complaint, 'state' | 'answerDueOn'>,
  today: CalendarDay,
): 'DONE' | 'RUNNING' | 'LATE' {
  if (!isComplaintOpen(state)) return 'DONE'
  return today > answerDueOn ? 'LATE' : 'RUNNING'
}
