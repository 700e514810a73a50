import type { CreditGrade } from '#domain/credit/grade.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'

/** One bidder in the frozen pool, with what the applicant saw of it at closing. */
export interface PoolPlace {
  /** 1-based */
  readonly place: number
  readonly signUpId: string
  readonly uscc: string
  readonly name: string
  readonly offeringId: string
  readonly offeringVersion: number
  /** The listed fee for the announced size; null where sealed quotes say the fee. */
  readonly feeFen: number | null
  readonly promisedWorkingDays: number
  readonly grade: CreditGrade
  readonly score: number | null
  /** ISO instant */
  readonly signedUpAt: string
  /** SHA-256 (hex) of the contribution to the draw that the bidder committed to at sign-up; null where it made none. */
  readonly contributionHash: string | null
}

/** Who stood in the selection when it closed. Later edits of the register don't reach it. */
export interface FrozenPool {
  readonly selectionNumber: string
  /** ISO instant */
  readonly frozenAt: string
  readonly places: readonly PoolPlace[]
}

/** The pool in its one order, by USCC (code unit order): who came first or last at sign-up makes no difference to a draw. */
export function freezePool(selectionNumber: string, frozenAt: Date, bidders: readonly Omit<PoolPlace, 'place'>[]): FrozenPool {
  const ordered = bidders.toSorted((a, b) => (a.uscc < b.uscc ? -1 : a.uscc > b.uscc ? 1 : 0))
  return {
    selectionNumber,
    frozenAt: frozenAt.toISOString(),
    places: ordered.map((bidder, index) => ({ ...bidder, place: index + 1 })),
  }
}

/** The text that the pool's hash is taken of (SHA-256, hex). */
export const canonicalPool = (pool: FrozenPool): string => canonicalJson(pool)
