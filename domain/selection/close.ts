import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { FundSource, SelectionMode } from './selection.ts'
import type { SelectionRuleSet } from './selection-rule-set.ts'

export type PoolTooSmall = {
  readonly code: 'POOL_TOO_SMALL'
  readonly found: number
  readonly minimum: number
}

/** Fewest bidders with whom a round of this mode and money goes on (rulebook R3). */
export const minimumPoolOf = (mode: SelectionMode, fundSource: FundSource, { parameters }: SelectionRuleSet): number =>
  parameters.minimumPool.value[mode][fundSource]

/** Whether enough bidders stand in the pool at closing; otherwise the round fails. */
export function checkPoolSize(
  found: number,
  { mode, fundSource }: { readonly mode: SelectionMode; readonly fundSource: FundSource },
  ruleSet: SelectionRuleSet,
): Result<number, PoolTooSmall> {
  const minimum = minimumPoolOf(mode, fundSource, ruleSet)
  return found < minimum ? refuse({ code: 'POOL_TOO_SMALL', found, minimum }) : ok(found)
}
