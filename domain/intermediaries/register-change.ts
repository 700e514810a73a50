import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { StepForbidden, TransitionTable } from '#domain/kernel/transition-table.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { ChangeFinding } from './change-finding.ts'
import type { UpkeepRuleSet } from './upkeep-rule-set.ts'

/** What a firm can ask to have changed 变更申请: 基本信息, 资质, 从业人员, 关联关系, 退出. */
export const registerChangeKinds = ['PROFILE', 'QUALIFICATIONS', 'PRACTITIONERS', 'AFFILIATIONS', 'EXIT'] as const
export type RegisterChangeKind = (typeof registerChangeKinds)[number]

export const registerChangeStates = ['SUBMITTED', 'WAITING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'] as const
export type RegisterChangeState = (typeof registerChangeStates)[number]

/** The procedure: a check, or for an exit the wait for what still runs. Until it is accepted the register says what it said. */
export const registerChangeTransitions: TransitionTable<RegisterChangeState> = {
  SUBMITTED: ['WAITING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'],
  WAITING: ['ACCEPTED', 'WITHDRAWN'],
  ACCEPTED: [],
  REFUSED: [],
  WITHDRAWN: [],
}
export const finalRegisterChangeStates: readonly RegisterChangeState[] = ['ACCEPTED', 'REFUSED', 'WITHDRAWN']

/** Those in which a change still runs; a firm has one running change of each kind. */
export const runningRegisterChangeStates: readonly RegisterChangeState[] = ['SUBMITTED', 'WAITING']

/** Last day of the form check, counted from the day of the request, which is excluded. */
export function checkDueOn(requestedAt: Date, rules: UpkeepRuleSet, calendar: WorkingCalendar): Result<CalendarDay, CalendarNotLoaded> {
  return addWorkingDays(shanghaiDayOf(requestedAt), rules.parameters.checkWorkingDays.value, calendar)
}

export type ChangeRefusal =
  | StepForbidden<RegisterChangeState>
  | { readonly code: 'CHANGE_BLOCKED'; readonly findings: readonly string[] }
  | { readonly code: 'REASONS_WANTED' }

/**
 * The decision of the form check. A finding that blocks can't be overruled by hand; a refusal gives its reasons, so that the firm knows
 * what to mend.
 */
export function decideChange(
  state: RegisterChangeState,
  outcome: 'ACCEPTED' | 'REFUSED',
  reasons: string,
  findings: readonly ChangeFinding[],
): Result<'ACCEPTED' | 'REFUSED', ChangeRefusal> {
  if (state !== 'SUBMITTED') return refuse({ code: 'STEP_FORBIDDEN', from: state, to: outcome })
  if (outcome === 'REFUSED') return reasons.trim() === '' ? refuse({ code: 'REASONS_WANTED' }) : ok(outcome)
  const blocking = findings.filter(({ level }) => level === 'BLOCKS')
  return blocking.length > 0 ? refuse({ code: 'CHANGE_BLOCKED', findings: blocking.map(({ code }) => code) }) : ok(outcome)
}

/** The firm takes its request back, as long as nothing was decided. */
export const withdrawChange = (state: RegisterChangeState): Result<RegisterChangeState, StepForbidden<RegisterChangeState>> =>
  moveTo(registerChangeTransitions, state, 'WITHDRAWN')
