import { can, couldEver } from '#domain/access/can.ts'
import type { Permission, PermissionSubject } from '#domain/access/can.ts'
import type { Role } from '#domain/access/role.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { separationBroken } from './decide-violation.ts'
import type { ViolationCase, ViolationCaseState } from './violation-case.ts'

/** What can be done in a case, in the order of the procedure. */
export const caseSteps = [
  'START_INVESTIGATION',
  'SERVE_NOTICE',
  'CLOSE_WITHOUT_FINDING',
  'FILE_DEFENCE',
  'WAIVE_DEFENCE',
  'ORDER_SUSPENSION',
  'LIFT_SUSPENSION',
  'DECIDE',
] as const
export type CaseStep = (typeof caseSteps)[number]

/** Why a step that the procedure is waiting for isn't the viewer's, or isn't yet. */
export type StepObstacle =
  | { readonly code: 'ROLE_REQUIRED'; readonly roles: readonly Role[] }
  | { readonly code: 'SEPARATION_OF_DUTIES'; readonly is: 'REPORTER' | 'INVESTIGATOR' }
  | { readonly code: 'NOT_INVESTIGATOR_OF_CASE' }
  | { readonly code: 'PARTY_CONCERNED_ONLY' }
  | { readonly code: 'OWN_CASE' }
  | { readonly code: 'DEFENCE_WINDOW_OPEN'; readonly defenceDueOn: CalendarDay }
  | { readonly code: 'DEFENCE_WINDOW_OVER'; readonly defenceDueOn: CalendarDay }
  | { readonly code: 'DEFENCE_WAIVED_BEFORE' }

export interface NextStep {
  readonly step: CaseStep
  /** Null: the viewer may take it now. */
  readonly obstacle: StepObstacle | null
}

const stepsOfState: Readonly<Record<ViolationCaseState, readonly CaseStep[]>> = {
  REPORTED: ['START_INVESTIGATION'],
  INVESTIGATING: ['SERVE_NOTICE', 'CLOSE_WITHOUT_FINDING', 'ORDER_SUSPENSION'],
  NOTICED: ['FILE_DEFENCE', 'WAIVE_DEFENCE', 'ORDER_SUSPENSION', 'DECIDE'],
  DEFENCE_FILED: ['ORDER_SUSPENSION', 'DECIDE'],
  DECIDED_LISTED: [],
  DECIDED_NOT_LISTED: [],
  CLOSED_NO_FINDING: [],
}

const permissionOf: Readonly<Record<CaseStep, Permission>> = {
  START_INVESTIGATION: 'violation.investigate',
  SERVE_NOTICE: 'violation.notify',
  CLOSE_WITHOUT_FINDING: 'violation.notify',
  FILE_DEFENCE: 'violation.defend',
  WAIVE_DEFENCE: 'violation.defend',
  ORDER_SUSPENSION: 'violation.suspend',
  LIFT_SUSPENSION: 'violation.suspend',
  DECIDE: 'violation.decide',
}

/**
 * The steps a case waits for now, and for each whether this viewer may take it, or why not. A page draws its forms from this; the
 * use case asks the procedure again.
 */
export function nextSteps(
  state: ViolationCase,
  viewer: Viewer,
  facts: PermissionSubject,
  { now, isSuspended }: { readonly now: Date; readonly isSuspended: boolean },
): readonly NextStep[] {
  const open = stepsOfState[state.state].filter((step) => step !== 'ORDER_SUSPENSION' || (state.kind === 'VIOLATION' && !isSuspended))
  const steps = isSuspended ? [...open, 'LIFT_SUSPENSION' as const] : open
  return caseSteps.filter((step) => steps.includes(step)).map((step) => ({ step, obstacle: obstacleTo(step, state, viewer, facts, now) }))
}

function obstacleTo(step: CaseStep, state: ViolationCase, viewer: Viewer, facts: PermissionSubject, now: Date): StepObstacle | null {
  const permission = permissionOf[step]
  if (permission === 'violation.defend') {
    return can(viewer, permission, facts) ? defenceObstacle(step, state, now) : { code: 'PARTY_CONCERNED_ONLY' }
  }
  if (!couldEver(viewer, permission)) return { code: 'ROLE_REQUIRED', roles: [isDeciders(step) ? 'DECIDER' : 'INVESTIGATOR'] }
  const userId = viewer.userId ?? ''
  const broken = separationBroken(state, userId)
  if (broken?.code === 'SEPARATION_OF_DUTIES' && (isDeciders(step) || broken.is === 'REPORTER')) return broken
  if (permission === 'violation.notify' && state.investigatorId !== userId) return { code: 'NOT_INVESTIGATOR_OF_CASE' }
  if (!can(viewer, permission, facts)) return { code: 'OWN_CASE' }
  return step === 'DECIDE' ? unheardObstacle(state, now) : null
}

const isDeciders = (step: CaseStep) => permissionOf[step] === 'violation.decide' || permissionOf[step] === 'violation.suspend'

function defenceObstacle(step: CaseStep, { defenceDueOn, isDefenceWaived }: ViolationCase, now: Date): StepObstacle | null {
  if (step === 'WAIVE_DEFENCE') return isDefenceWaived ? { code: 'DEFENCE_WAIVED_BEFORE' } : null
  const isOver = defenceDueOn !== null && now >= endOfShanghaiDay(defenceDueOn)
  return isOver ? { code: 'DEFENCE_WINDOW_OVER', defenceDueOn } : null
}

function unheardObstacle({ state, defenceDueOn, isDefenceWaived }: ViolationCase, now: Date): StepObstacle | null {
  if (state === 'DEFENCE_FILED' || isDefenceWaived || defenceDueOn === null) return null
  return now < endOfShanghaiDay(defenceDueOn) ? { code: 'DEFENCE_WINDOW_OPEN', defenceDueOn } : null
}
