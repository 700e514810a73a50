import { ceilingOf } from '#domain/catalogue/fee.ts'
import type { FeeRule } from '#domain/catalogue/fee.ts'
import { feeAt } from '#domain/catalogue/fee-schedule.ts'

/**
 * The most a quote may ask, in fen: the owner's announced ceiling or the government's at the announced size, whichever is lower (rulebook R2,
 * R3). Null where neither is set; a government ceiling beyond what can be booked binds nobody.
 */
export function quoteCeilingFen(
  { ceilingFen, size }: { readonly ceilingFen: number | null; readonly size: number | null },
  item: FeeRule,
): number | null {
  const ceiling = ceilingOf(item)
  const most = ceiling === null ? null : feeAt(ceiling, size)
  const ceilings = [ceilingFen, most?.ok ? most.value : null].filter((fen) => fen !== null)
  return ceilings.length === 0 ? null : Math.min(...ceilings)
}
