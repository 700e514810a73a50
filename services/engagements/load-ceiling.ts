import { ceilingOf } from '#domain/catalogue/fee.ts'
import { feeAt } from '#domain/catalogue/fee-schedule.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { itemInForce } from '../catalogue/item-in-force.ts'
import { toFeeRule } from './load-choice-facts.ts'

/** The government's ceiling for an engagement's item and size on that day, in fen; null where none binds. */
export async function loadCeilingFen(
  tx: Tx,
  { serviceItemCode, size }: { readonly serviceItemCode: string; readonly size: number | null },
  now: Date,
): Promise<number | null> {
  const item = await itemInForce(tx, serviceItemCode, shanghaiDayOf(now))
  const ceiling = item && ceilingOf(toFeeRule(item))
  if (!ceiling) return null
  const most = feeAt(ceiling, size)
  return most.ok ? most.value : null
}
