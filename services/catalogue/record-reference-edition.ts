import { changedFields } from '#domain/catalogue/compare-items.ts'
import type { ItemContent } from '#domain/catalogue/item-content.ts'
import { itemContentSchema } from '#domain/catalogue/item-content.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { contentOfRow } from './item-in-force.ts'
import { holdEditions } from './hold-editions.ts'
import { publishEdition } from './publish-edition.ts'

/**
 * From when the catalogue's first edition counts as in force. Our own default (evidence D): the reference data tell what was in force
 * when they were compiled, not since when; from this day on the official calendar is loaded too.
 */
export const firstEditionOn: CalendarDay = '2024-01-01'

/**
 * Gives every item that the reference files brought its version: the first edition while there is none, afterwards an edition of their
 * own, in force at once. The caller has left out what an adjustment changed (adjustedItems). Run again, it finds nothing to do.
 */
export async function recordReferenceEdition(unit: UnitOfWork): Promise<void> {
  const { tx } = unit
  await holdEditions(tx)
  const rows = await tx.serviceItem.findMany({ orderBy: { code: 'asc' } })
  const newest = await newestContents(tx)
  const adjusted = await adjustedItems(tx)
  const items = rows.flatMap((row) => {
    const content = contentOfRow(row)
    const known = newest.get(row.code)
    if (adjusted.has(row.code) || (known && changedFields(known, content).length === 0)) return []
    return [{ code: row.code, content, changeId: null }]
  })
  if (items.length === 0) return
  const today = shanghaiDayOf(unit.now)
  const isFirst = newest.size === 0
  await publishEdition(unit, {
    titleZh: isFirst ? '基准清单（随程序提供的参考数据）' : `参考数据更新 ${today}`,
    titleEn: isFirst ? 'Baseline catalogue (reference data delivered with the program)' : `Reference data brought up to date ${today}`,
    documentNo: null,
    effectiveOn: isFirst ? firstEditionOn : today,
    items,
  })
}

/**
 * Items that the reference files no longer speak for: an adjustment or a publication with a document of its own changed them, or a
 * version of theirs is still waiting for its day.
 */
export async function adjustedItems(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.serviceItemVersion.findMany({
    where: { OR: [{ changeId: { not: null } }, { edition: { documentNo: { not: null } } }, { inForceAt: null }] },
    select: { serviceItemCode: true },
  })
  return new Set(rows.map(({ serviceItemCode }) => serviceItemCode))
}

async function newestContents(tx: Tx): Promise<ReadonlyMap<string, ItemContent>> {
  const rows = await tx.serviceItemVersion.findMany({
    orderBy: [{ serviceItemCode: 'asc' }, { version: 'desc' }],
    distinct: ['serviceItemCode'],
    select: { serviceItemCode: true, content: true },
  })
  return new Map(rows.map(({ serviceItemCode: code, content }) => [code, itemContentSchema.parse(content)]))
}
