import type { TransitionTable } from '#domain/kernel/transition-table.ts'

/** 委托 from the choice to its end. */
export const engagementStates = ['ACTIVE', 'DELIVERED', 'COMPLETED', 'TERMINATED'] as const
export type EngagementState = (typeof engagementStates)[number]

/** A delivered result may be sent back; a completed engagement stays completed. */
export const engagementTransitions: TransitionTable<EngagementState> = {
  ACTIVE: ['DELIVERED', 'TERMINATED'],
  DELIVERED: ['COMPLETED', 'ACTIVE', 'TERMINATED'],
  COMPLETED: [],
  TERMINATED: [],
}

export const finalEngagementStates: readonly EngagementState[] = ['COMPLETED', 'TERMINATED']
