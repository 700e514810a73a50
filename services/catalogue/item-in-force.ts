import { itemContentSchema, itemFields } from '#domain/catalogue/item-content.ts'
import type { ItemContent } from '#domain/catalogue/item-content.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import type { ServiceItem } from '#prisma/generated/client.ts'

/** An entry of the catalogue as it stands on a day. */
export interface ItemInForce extends ItemContent {
  readonly code: string
  /** Of the version in force. */
  readonly version: number
}

/**
 * What the catalogue says on `day` about the items asked for: the version with the latest effective day not after it. Whatever decides
 * about an item (offering, choice, demand) asks here, so that a change holds from 00:00 of its day, whether or not the job that
 * updates the ServiceItem rows has run. An item without any version yet is read from its row; one that begins later is left out.
 */
export async function itemsInForce(tx: Tx, codes: readonly string[], day: CalendarDay): Promise<ReadonlyMap<string, ItemInForce>> {
  const wanted = [...new Set(codes)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ serviceItemCode: string; version: number; content: unknown }[]>`
    SELECT DISTINCT ON ("serviceItemCode") "serviceItemCode", "version", "content" FROM "ServiceItemVersion"
    WHERE "serviceItemCode" = ANY(${wanted}) AND "effectiveOn" <= ${day}::date
    ORDER BY "serviceItemCode", "effectiveOn" DESC, "version" DESC`
  const found = new Map(
    rows.map(({ serviceItemCode: code, version, content }) => [code, { ...itemContentSchema.parse(content), code, version }]),
  )
  const without = wanted.filter((code) => !found.has(code))
  if (without.length === 0) return found
  const later = await tx.serviceItemVersion.findMany({ where: { serviceItemCode: { in: without } }, select: { serviceItemCode: true } })
  const unversioned = without.filter((code) => !later.some(({ serviceItemCode }) => serviceItemCode === code))
  const plain = await tx.serviceItem.findMany({ where: { code: { in: unversioned } } })
  for (const row of plain) found.set(row.code, { ...contentOfRow(row), code: row.code, version: row.version })
  return found
}

/** The entry on that day, null where the catalogue doesn't have it. */
export async function itemInForce(tx: Tx, code: string, day: CalendarDay): Promise<ItemInForce | null> {
  return (await itemsInForce(tx, [code], day)).get(code) ?? null
}

/** What a ServiceItem row says, as a version would keep it. */
export function contentOfRow(row: ServiceItem): ItemContent {
  return itemContentSchema.parse(Object.fromEntries(itemFields.map((field) => [field, row[field]])))
}
