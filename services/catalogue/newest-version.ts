import { itemContentSchema } from '#domain/catalogue/item-content.ts'
import type { ItemContent } from '#domain/catalogue/item-content.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { contentOfRow } from './item-in-force.ts'
import { firstEditionOn } from './record-reference-edition.ts'

/** The newest version of an item, in force or still to come. */
export interface NewestVersion {
  readonly version: number
  readonly effectiveOn: CalendarDay
  readonly content: ItemContent
}

/** What a proposal is written against and a publication replaces; null: the catalogue doesn't have the code. */
export async function newestVersion(tx: Tx, code: string): Promise<NewestVersion | null> {
  const row = await tx.serviceItemVersion.findFirst({ where: { serviceItemCode: code }, orderBy: { version: 'desc' } })
  if (row) return { version: row.version, effectiveOn: fromDbDay(row.effectiveOn), content: itemContentSchema.parse(row.content) }
  const plain = await tx.serviceItem.findUnique({ where: { code } })
  return plain && { version: plain.version, effectiveOn: firstEditionOn, content: contentOfRow(plain) }
}
