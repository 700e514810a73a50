import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'

/** 政府定价 / 政府指导价 / 市场调节价 */
export const feeBases = ['GOVERNMENT_SET', 'GOVERNMENT_GUIDED', 'MARKET'] as const
export type FeeBasis = (typeof feeBases)[number]

/** How an item is priced. `feeCeilingFen` is the government's ceiling, null where none is known; a market price has none. */
export interface FeeRule {
  readonly feeBasis: FeeBasis
  readonly feeCeilingFen: number | null
}

export type FeeRefusal =
  | { readonly code: 'FEE_INVALID'; readonly feeFen: number }
  | { readonly code: 'FEE_OVER_CEILING'; readonly feeFen: number; readonly feeCeilingFen: number; readonly feeBasis: FeeBasis }

/** Whether a fee in fen may be asked: a whole number from 0 up, and not over a government ceiling (rulebook R3). */
export function checkFee(feeFen: number, { feeBasis, feeCeilingFen }: FeeRule): Result<number, FeeRefusal> {
  if (!Number.isSafeInteger(feeFen) || feeFen < 0) return refuse({ code: 'FEE_INVALID', feeFen })
  if (feeBasis !== 'MARKET' && feeCeilingFen !== null && feeFen > feeCeilingFen) {
    return refuse({ code: 'FEE_OVER_CEILING', feeFen, feeCeilingFen, feeBasis })
  }
  return ok(feeFen)
}
