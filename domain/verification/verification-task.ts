import type { TransitionTable } from '#domain/kernel/transition-table.ts'

/** States of a verification task 核查任务. */
export const verificationStates = ['OPEN', 'TRUE', 'DOUBTED', 'DROPPED'] as const
export type VerificationState = (typeof verificationStates)[number]

/**
 * A doubt opens a finding by procedure; found not untrue, the task ends as true, else it stays doubted and the finding says how it ended. A
 * task falls away with its promise.
 */
export const verificationTransitions: TransitionTable<VerificationState> = {
  OPEN: ['TRUE', 'DOUBTED', 'DROPPED'],
  DOUBTED: ['TRUE', 'DROPPED'],
  TRUE: [],
  DROPPED: [],
}

/** A task that is answered for good; what comes up later opens a finding of its own. */
export const finalVerificationStates: readonly VerificationState[] = ['TRUE', 'DROPPED']
