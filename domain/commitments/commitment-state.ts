import type { TransitionTable } from '#domain/kernel/transition-table.ts'

/** States of a commitment 承诺. */
export const commitmentStates = ['PENDING', 'FULFILLED', 'MISSED', 'UNTRUE', 'WITHDRAWN'] as const
export type CommitmentState = (typeof commitmentStates)[number]

/** States that end a commitment but for an upheld objection. */
export const finalCommitmentStates: readonly CommitmentState[] = ['UNTRUE', 'WITHDRAWN']

/**
 * The ordinary course. Fulfilled is not the end: examination can reject a delivery (back to pending with a second due day, else
 * missed), and fulfilled or missed, a later verification can find untruth.
 */
export const commitmentTransitions: TransitionTable<CommitmentState> = {
  PENDING: ['FULFILLED', 'MISSED', 'UNTRUE', 'WITHDRAWN'],
  FULFILLED: ['PENDING', 'MISSED', 'UNTRUE'],
  MISSED: ['UNTRUE'],
  UNTRUE: [],
  WITHDRAWN: [],
}

/**
 * Steps on an upheld objection only: an annulled breach is as if it had never been (R1). A commitment that goes back to pending
 * gets a new due day, or the next sweep would find it missed again.
 */
export const annulmentTransitions: TransitionTable<CommitmentState> = {
  PENDING: [],
  FULFILLED: [],
  MISSED: ['PENDING', 'FULFILLED'],
  UNTRUE: ['PENDING', 'FULFILLED', 'MISSED'],
  WITHDRAWN: [],
}
