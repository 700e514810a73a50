import type { SelectionState } from '#domain/selection/selection.ts'

/** States as readers ask for them. */
export const stateGroups = ['open', 'deciding', 'publicity', 'done', 'ended'] as const
export type StateGroup = (typeof stateGroups)[number]

export const statesOfGroup: Readonly<Record<StateGroup, readonly SelectionState[]>> = {
  open: ['ANNOUNCED', 'SIGN_UP'],
  deciding: ['CLOSED', 'OPENED', 'DRAWN'],
  publicity: ['PUBLICITY', 'DISPUTED'],
  done: ['AWARDED', 'CONTRACTED'],
  ended: ['FAILED', 'RE_ANNOUNCED', 'CANCELLED'],
}
