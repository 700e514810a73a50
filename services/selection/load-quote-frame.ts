import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { quoteCeilingFen } from '#domain/selection/quote-ceiling.ts'
import type { QuoteFrame } from '#domain/selection/quote.ts'
import type { Tx } from '#prisma/client.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { itemInForce } from '../catalogue/item-in-force.ts'
import { toItem } from '../engagements/load-choice-facts.ts'

type Announced = Pick<Selection, 'number' | 'serviceItemCode' | 'announcedAt' | 'createdAt' | 'size' | 'ceilingFen' | 'maxWorkingDays'>

/** What every quote of a selection must fit, by the catalogue of the day it was announced: later adjustments don't reach it. */
export async function loadQuoteFrame(tx: Tx, selection: Announced): Promise<Omit<QuoteFrame, 'uscc'>> {
  const { number, serviceItemCode, announcedAt, createdAt, maxWorkingDays } = selection
  const item = await itemInForce(tx, serviceItemCode, shanghaiDayOf(announcedAt ?? createdAt))
  if (!item) throw new Error(`selection ${number} for an item that was not in force`)
  return { selection: number, ceilingFen: quoteCeilingFen(selection, toItem(item)), maxWorkingDays }
}
