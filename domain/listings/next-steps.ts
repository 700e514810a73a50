import { can, couldEver } from '#domain/access/can.ts'
import type { Permission, PermissionSubject } from '#domain/access/can.ts'
import type { Role } from '#domain/access/role.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { defenceClosed, separationBroken, stillHeard } from './case-guards.ts'
import { isHearingOpen } from './hearing.ts'
import type { ListingRuleSet } from './listing-rule-set.ts'
import type { ViolationCase } from './violation-case.ts'
import type { ViolationRefusal } from './violation-command.ts'

/** What can be done in a case, in the order of the procedure. */
export const caseSteps = [
  'START_INVESTIGATION',
  'ADD_RECORD',
  'ADD_EVIDENCE',
  'JOIN_PARTY',
  'EXTEND_INVESTIGATION',
  'SERVE_NOTICE',
  'CLOSE_WITHOUT_FINDING',
  'RECORD_SERVICE',
  'FILE_DEFENCE',
  'WAIVE_DEFENCE',
  'REQUEST_HEARING',
  'SCHEDULE_HEARING',
  'REFUSE_HEARING',
  'HOLD_HEARING',
  'WAIVE_HEARING',
  'ORDER_SUSPENSION',
  'LIFT_SUSPENSION',
  'DECIDE',
] as const
export type CaseStep = (typeof caseSteps)[number]

/** Why a step that the procedure is waiting for isn't the viewer's, or isn't yet. */
export type StepObstacle =
  | { readonly code: 'ROLE_REQUIRED'; readonly roles: readonly Role[] }
  | { readonly code: 'PARTY_CONCERNED_ONLY' }
  | { readonly code: 'OWN_CASE' }
  | ViolationRefusal

export interface NextStep {
  readonly step: CaseStep
  /** Null: the viewer may take it now. */
  readonly obstacle: StepObstacle | null
}

/** What the steps depend on beside the case itself. `ruleSet` is the version in force today. */
export interface StepContext {
  readonly now: Date
  readonly isSuspended: boolean
  readonly ruleSet: ListingRuleSet
}

const permissionOf: Readonly<Record<CaseStep, Permission>> = {
  START_INVESTIGATION: 'violation.investigate',
  ADD_RECORD: 'violation.notify',
  ADD_EVIDENCE: 'violation.notify',
  JOIN_PARTY: 'violation.notify',
  EXTEND_INVESTIGATION: 'violation.notify',
  SERVE_NOTICE: 'violation.notify',
  CLOSE_WITHOUT_FINDING: 'violation.notify',
  RECORD_SERVICE: 'violation.serve',
  FILE_DEFENCE: 'violation.defend',
  WAIVE_DEFENCE: 'violation.defend',
  REQUEST_HEARING: 'violation.defend',
  SCHEDULE_HEARING: 'hearing.conduct',
  REFUSE_HEARING: 'hearing.conduct',
  HOLD_HEARING: 'hearing.conduct',
  WAIVE_HEARING: 'hearing.waive',
  ORDER_SUSPENSION: 'violation.suspend',
  LIFT_SUSPENSION: 'violation.suspend',
  DECIDE: 'violation.decide',
}

/** Who is waited for, named to whoever has another role. */
const rolesOf: Partial<Record<Permission, readonly Role[]>> = {
  'violation.investigate': ['INVESTIGATOR'],
  'violation.notify': ['INVESTIGATOR'],
  'violation.serve': ['INVESTIGATOR', 'DECIDER'],
  'hearing.conduct': ['DECIDER', 'REFORM_OFFICE'],
  'hearing.waive': ['DECIDER', 'REFORM_OFFICE'],
  'violation.suspend': ['DECIDER'],
  'violation.decide': ['DECIDER'],
}

/**
 * The steps a case waits for now, and for each whether this viewer may take it, or why not. A page draws its forms from this; the
 * use case asks the procedure again.
 */
export function nextSteps(state: ViolationCase, viewer: Viewer, facts: PermissionSubject, context: StepContext): readonly NextStep[] {
  const steps = lawfulSteps(state, context)
  return caseSteps
    .filter((step) => steps.includes(step))
    .map((step) => ({ step, obstacle: obstacleTo(step, state, viewer, facts, context.now) }))
}

/** What the procedure knows from here, whoever asks. */
function lawfulSteps(state: ViolationCase, { now, isSuspended, ruleSet }: StepContext): readonly CaseStep[] {
  const isViolation = state.kind === 'VIOLATION'
  const suspension: CaseStep[] = isSuspended ? ['LIFT_SUSPENSION'] : isViolation ? ['ORDER_SUSPENSION'] : []
  switch (state.state) {
    case 'REPORTED':
      return ['START_INVESTIGATION']
    case 'INVESTIGATING':
      return [
        ...(['ADD_RECORD', 'ADD_EVIDENCE', 'SERVE_NOTICE', 'CLOSE_WITHOUT_FINDING'] as const),
        ...(isViolation ? ['JOIN_PARTY' as const] : []),
        ...(state.isInvestigationExtended || state.investigationDueOn === null ? [] : ['EXTEND_INVESTIGATION' as const]),
        ...suspension,
      ]
    case 'NOTICED':
    case 'DEFENCE_FILED':
      if (state.defenceDueOn === null) return ['RECORD_SERVICE', ...suspension]
      return [
        ...(state.state === 'NOTICED' ? (['FILE_DEFENCE', 'WAIVE_DEFENCE'] as const) : []),
        ...hearingSteps(state, now, ruleSet),
        ...suspension,
        'DECIDE',
      ]
    case 'DECIDED_LISTED':
    case 'DECIDED_NOT_LISTED':
      return state.decisionServedOn === null ? ['RECORD_SERVICE'] : []
    case 'CLOSED_NO_FINDING':
      return []
  }
}

function hearingSteps(state: ViolationCase, now: Date, ruleSet: ListingRuleSet): readonly CaseStep[] {
  const { hearing, severity } = state
  if (hearing === null) return defenceClosed(state, now) ? [] : ['REQUEST_HEARING']
  if (!isHearingOpen(hearing)) return []
  const steps = ['SCHEDULE_HEARING', 'HOLD_HEARING', 'WAIVE_HEARING'] as const
  if (hearing.state === 'SCHEDULED') return hearing.isNoticeServed ? steps : ['RECORD_SERVICE', ...steps]
  const isRight = ruleSet.parameters.hearingSeverities.value.includes(severity)
  return ['SCHEDULE_HEARING', ...(isRight ? [] : ['REFUSE_HEARING' as const]), 'WAIVE_HEARING']
}

function obstacleTo(step: CaseStep, state: ViolationCase, viewer: Viewer, facts: PermissionSubject, now: Date): StepObstacle | null {
  const permission = permissionOf[step]
  const isParty = can(viewer, 'violation.defend', facts)
  if (permission === 'violation.defend') return isParty ? defenceObstacle(step, state, now) : { code: 'PARTY_CONCERNED_ONLY' }
  if (step === 'WAIVE_HEARING' && isParty) return null
  if (!couldEver(viewer, permission)) return { code: 'ROLE_REQUIRED', roles: rolesOf[permission] ?? [] }
  const userId = viewer.userId ?? ''
  const broken = separationBroken(state, userId)
  const isOfHearing = permission === 'hearing.conduct' || permission === 'hearing.waive'
  const isJudging = permission === 'violation.decide' || permission === 'violation.suspend' || isOfHearing
  const isReporterActing = broken?.is === 'REPORTER' && permission !== 'violation.serve'
  if (broken && (isJudging || isReporterActing)) return broken
  if (permission === 'violation.notify' && state.investigatorId !== userId) return { code: 'NOT_INVESTIGATOR_OF_CASE' }
  if (!can(viewer, permission, facts)) return { code: 'OWN_CASE' }
  if (isOfHearing) return hearingObstacle(step, state, userId, now)
  return step === 'DECIDE' ? stillHeard(state, now) : null
}

function defenceObstacle(step: CaseStep, state: ViolationCase, now: Date): StepObstacle | null {
  if (step === 'WAIVE_DEFENCE') return state.isDefenceWaived ? { code: 'DEFENCE_WAIVED_BEFORE' } : null
  return defenceClosed(state, now)
}

/** Who has called the hearing presides over it; it is held, or given up for lost, only once its hour has come. */
function hearingObstacle(step: CaseStep, { hearing }: ViolationCase, userId: string, now: Date): StepObstacle | null {
  const presiderId = hearing?.presiderId ?? null
  const scheduledFor = hearing?.scheduledFor ?? null
  const needsPresider = step !== 'REFUSE_HEARING' && (presiderId !== null || step !== 'SCHEDULE_HEARING')
  if (needsPresider && presiderId !== userId) return { code: 'NOT_PRESIDER_OF_HEARING' }
  if (step === 'WAIVE_HEARING' && hearing?.state === 'SCHEDULED' && !hearing.isNoticeServed) return { code: 'HEARING_NOTICE_NOT_SERVED' }
  const isTooEarly = (step === 'HOLD_HEARING' || step === 'WAIVE_HEARING') && scheduledFor !== null && now < scheduledFor
  return isTooEarly ? { code: 'HEARING_NOT_BEGUN', scheduledFor: scheduledFor.toISOString() } : null
}
