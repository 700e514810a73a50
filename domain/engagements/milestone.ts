import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { EngagementState } from './engagement.ts'

/** 节点: a step on the way, with its day. Done says the intermediary; that it was, the owner. */
export interface Milestone {
  readonly sequence: number
  readonly dueOn: CalendarDay
  readonly isDone: boolean
  readonly isConfirmed: boolean
}

/** An engagement as its milestones see it. */
export interface MilestonedEngagement {
  readonly state: EngagementState
  readonly hasContract: boolean
  readonly deliverDueOn: CalendarDay
  readonly milestones: readonly Milestone[]
}

/** More than this many steps are a plan that nobody reads (our own limit). */
export const mostMilestones = 20

export type MilestoneRefusal =
  | { readonly code: 'CONTRACT_REQUIRED' }
  | { readonly code: 'ENGAGEMENT_WRONG_STATE'; readonly state: EngagementState; readonly allowed: readonly EngagementState[] }
  | { readonly code: 'MILESTONE_AFTER_DELIVERY'; readonly dueOn: CalendarDay; readonly deliverDueOn: CalendarDay }
  | { readonly code: 'MILESTONES_TOO_MANY'; readonly most: number }
  | { readonly code: 'MILESTONE_UNKNOWN'; readonly sequence: number }
  | { readonly code: 'MILESTONE_DONE'; readonly sequence: number }
  | { readonly code: 'MILESTONE_NOT_DONE'; readonly sequence: number }
  | { readonly code: 'MILESTONE_CONFIRMED'; readonly sequence: number }

/** Whether a milestone may be planned: under a contract, not after the delivery. @returns its sequence number */
export function decidePlanning(engagement: MilestonedEngagement, dueOn: CalendarDay): Result<number, MilestoneRefusal> {
  const refusal = notUnderContract(engagement)
  if (refusal) return refuse(refusal)
  const { deliverDueOn, milestones } = engagement
  if (dueOn > deliverDueOn) return refuse({ code: 'MILESTONE_AFTER_DELIVERY', dueOn, deliverDueOn })
  if (milestones.length >= mostMilestones) return refuse({ code: 'MILESTONES_TOO_MANY', most: mostMilestones })
  return ok(Math.max(0, ...milestones.map(({ sequence }) => sequence)) + 1)
}

/** Whether the intermediary may say that it is done. */
export function decideReport(engagement: MilestonedEngagement, sequence: number): Result<number, MilestoneRefusal> {
  const refusal = notUnderContract(engagement)
  if (refusal) return refuse(refusal)
  const milestone = engagement.milestones.find((one) => one.sequence === sequence)
  if (!milestone) return refuse({ code: 'MILESTONE_UNKNOWN', sequence })
  return milestone.isDone ? refuse({ code: 'MILESTONE_DONE', sequence }) : ok(sequence)
}

/** Whether the owner may confirm that it was done; while a result waits for the answer, too. */
export function decideConfirmation(engagement: MilestonedEngagement, sequence: number): Result<number, MilestoneRefusal> {
  const milestone = engagement.milestones.find((one) => one.sequence === sequence)
  if (!milestone) return refuse({ code: 'MILESTONE_UNKNOWN', sequence })
  if (!milestone.isDone) return refuse({ code: 'MILESTONE_NOT_DONE', sequence })
  return milestone.isConfirmed ? refuse({ code: 'MILESTONE_CONFIRMED', sequence }) : ok(sequence)
}

function notUnderContract({ state, hasContract }: MilestonedEngagement): MilestoneRefusal | null {
  if (state !== 'ACTIVE') return { code: 'ENGAGEMENT_WRONG_STATE', state, allowed: ['ACTIVE'] }
  return hasContract ? null : { code: 'CONTRACT_REQUIRED' }
}
