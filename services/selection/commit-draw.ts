import type { UnitOfWork } from '../kernel/run-use-case.ts'

/** What a draw is committed to. */
export interface DrawToCommit {
  readonly selectionId: string
  readonly selectionNumber: string
  /** When sign-up closes: the randomness is fixed after it. */
  readonly closesAt: Date
}

/**
 * Commits to the method and to a secret of a selection's draw, at the announcement: from here on neither can be changed.
 * The caller holds the selection's row.
 */
export async function commitDraw(unit: UnitOfWork, { selectionId }: DrawToCommit): Promise<void> {
  throw new Error(`not there yet: ${selectionId} ${unit.now.toISOString()}`)
}
