import { can, couldEver } from '#domain/access/can.ts'
import type { Permission, PermissionSubject } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Appeal, AppealedDecision } from './appeal.ts'
import type { CreditRepair, RepairableEntry } from './credit-repair.ts'
import type { DataObjection } from './data-objection.ts'
import { reviewerObstacle } from './decide-appeal.ts'
import { dutyHeld, entryObstacle } from './decide-repair.ts'

/** What can be done in a remedy, in the order of its course. */
export const remedySteps = ['WITHDRAW', 'START_REVIEW', 'REFUSE_ADMISSION', 'ASK_SOURCE', 'DECIDE'] as const
export type RemedyStep = (typeof remedySteps)[number]

/** A step the remedy waits for; `obstacle` says why it isn't this viewer's, or isn't yet. Null: the viewer may take it now. */
export interface NextRemedyStep {
  readonly step: RemedyStep
  readonly obstacle: { readonly code: string } | null
}

const answered: readonly NextRemedyStep[] = []

/** What an appeal waits for, as this viewer sees it. A page draws its forms from this; the use case asks the procedure again. */
export function nextAppealSteps(
  state: Appeal,
  decision: AppealedDecision,
  viewer: Viewer,
  facts: PermissionSubject,
): readonly NextRemedyStep[] {
  if (state.state !== 'FILED' && state.state !== 'UNDER_REVIEW') return answered
  const by = { actorId: viewer.userId ?? '', bodyId: viewer.organisationId }
  const steps: readonly RemedyStep[] = state.state === 'FILED' ? ['START_REVIEW', 'REFUSE_ADMISSION'] : ['DECIDE']
  const isAnothers = state.reviewerId !== null && state.reviewerId !== by.actorId
  const obstacle = reviewerObstacle(decision, by) ?? (isAnothers ? { code: 'NOT_REVIEWER_OF_APPEAL' } : null)
  return [...withdrawal(viewer, 'appeal.file', facts), ...steps.map((step) => ofOfficer(step, viewer, 'appeal.review', facts, obstacle))]
}

/** What a repair waits for, as this viewer sees it. */
export function nextRepairSteps(
  state: CreditRepair,
  entry: RepairableEntry,
  viewer: Viewer,
  facts: PermissionSubject,
  today: CalendarDay,
): readonly NextRemedyStep[] {
  if (state.state !== 'FILED') return answered
  const obstacle = dutyHeld(entry, viewer.userId ?? '') ?? entryObstacle(entry, today)
  return [...withdrawal(viewer, 'repair.apply', facts), ofOfficer('DECIDE', viewer, 'repair.decide', facts, obstacle)]
}

/** What an objection to data waits for, as this viewer sees it. */
export function nextDataObjectionSteps(
  state: DataObjection,
  viewer: Viewer,
  facts: PermissionSubject,
  today: CalendarDay,
): readonly NextRemedyStep[] {
  if (state.state !== 'FILED') return answered
  const isRecorder = viewer.userId !== null && viewer.userId === state.recordedById
  const obstacle = isRecorder ? { code: 'SEPARATION_OF_DUTIES', is: 'RECORDER' } : null
  const canAsk = !state.isSourceAsked && today <= state.answerDueOn
  const steps: readonly RemedyStep[] = canAsk ? ['ASK_SOURCE', 'DECIDE'] : ['DECIDE']
  return steps.map((step) => ofOfficer(step, viewer, 'dataObjection.decide', facts, obstacle))
}

/** Only the party is offered to withdraw: for everyone else it is no step at all. */
const withdrawal = (viewer: Viewer, permission: Permission, facts: PermissionSubject): readonly NextRemedyStep[] =>
  can(viewer, permission, facts) ? [{ step: 'WITHDRAW', obstacle: null }] : []

function ofOfficer(
  step: RemedyStep,
  viewer: Viewer,
  permission: Permission,
  facts: PermissionSubject,
  obstacle: NextRemedyStep['obstacle'],
): NextRemedyStep {
  if (!couldEver(viewer, permission)) return { step, obstacle: { code: 'ROLE_REQUIRED' } }
  return { step, obstacle: obstacle ?? (can(viewer, permission, facts) ? null : { code: 'OWN_CASE' }) }
}
