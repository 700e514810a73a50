import type { SelectionMode, SelectionState } from '#domain/selection/selection.ts'
import { hasQuotes } from '#domain/selection/selection.ts'

/** The steps between announcement and result that anyone can watch. */
export type WatchedStep = 'signUp' | 'pool' | 'share' | 'opening' | 'randomness' | 'draw' | 'result'

/** What is still to come before the result, in order; empty once nothing can be watched for. */
export function awaitedNow(state: SelectionState, mode: SelectionMode): readonly WatchedStep[] {
  const way: readonly WatchedStep[] = hasQuotes(mode)
    ? ['signUp', 'pool', 'share', 'opening', 'result']
    : ['signUp', 'pool', 'randomness', 'draw', 'result']
  switch (state) {
    case 'ANNOUNCED':
    case 'SIGN_UP':
      return way
    case 'CLOSED':
      return way.slice(2)
    case 'OPENED':
    case 'DRAWN':
      return ['result']
    default:
      return []
  }
}
