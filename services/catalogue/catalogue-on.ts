import { compareCatalogues } from '#domain/catalogue/compare-items.ts'
import type { ItemDifference } from '#domain/catalogue/compare-items.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { itemsInForce } from './item-in-force.ts'
import type { ItemInForce } from './item-in-force.ts'

/** The whole catalogue as it stood, stands or will stand on a day, by code; empty before its first edition. */
export async function catalogueOn(tx: Tx, day: CalendarDay): Promise<ReadonlyMap<string, ItemInForce>> {
  const first = await tx.catalogueEdition.findFirst({ orderBy: { effectiveOn: 'asc' }, select: { effectiveOn: true } })
  if (first && toDbDay(day) < first.effectiveOn) return new Map()
  const versioned = await tx.serviceItemVersion.findMany({ distinct: ['serviceItemCode'], select: { serviceItemCode: true } })
  const plain = await tx.serviceItem.findMany({ select: { code: true } })
  const codes = [...versioned.map(({ serviceItemCode }) => serviceItemCode), ...plain.map(({ code }) => code)]
  const items = await itemsInForce(tx, codes, day)
  return new Map([...items].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What the catalogue of one day says otherwise than that of another: added, amended field by field, cancelled, restored. */
export async function compareCatalogueDays(tx: Tx, fromOn: CalendarDay, toOn: CalendarDay): Promise<readonly ItemDifference[]> {
  return compareCatalogues(await catalogueOn(tx, fromOn), await catalogueOn(tx, toOn))
}
