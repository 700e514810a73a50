import { catalogueColumns } from '#domain/bulk/columns/catalogue-columns.ts'
import { editionOptions } from '#domain/bulk/import-options.ts'
import type { ItemContent } from '#domain/catalogue/item-content.ts'
import { holdEditions } from '../../catalogue/hold-editions.ts'
import { publishEdition } from '../../catalogue/publish-edition.ts'
import type { ImportAtWork, ImportProcedure } from '../import-procedure.ts'
import { itemJudge } from './judge-item.ts'

/**
 * 中介服务事项清单: one publication of the reform office with document and day, for all items at once. It makes one edition, with a version
 * of each item that reads differently; what stands before its day stays. An item that the file doesn't have is not touched: nothing leaves the
 * catalogue but by cancellation (rulebook R2).
 */
export const catalogueImport: ImportProcedure = {
  kind: 'CATALOGUE',
  columns: catalogueColumns,
  // A city's catalogue has some hundred items.
  mostRows: 2000,
  staging: { key: 'text', name: 'text', content: 'jsonb', isNew: 'boolean', fields: 'text[]' },
  async prepare(work) {
    // Versions are compared with the newest there are: nobody publishes meanwhile.
    await holdEditions(work.unit.tx)
    return itemJudge(work)
  },
  check,
  compare,
  judgeChanges,
  apply,
}

async function check({ unit, today, options }: ImportAtWork): Promise<void> {
  const { tx } = unit
  const { effectiveOn } = editionOptions.parse(options)
  await tx.$executeRaw`
    INSERT INTO import_fault
    SELECT "row", 'code', "key", 'ROW_TWICE', jsonb_build_object('firstRow', "firstRow") FROM (
      SELECT "row", "key", min("row") OVER (PARTITION BY "key") AS "firstRow" FROM import_row) r WHERE "row" > "firstRow"`
  if (effectiveOn >= today) return
  await tx.$executeRaw`
    INSERT INTO import_fault VALUES (0, NULL, ${effectiveOn}, 'EFFECTIVE_DAY_PAST', jsonb_build_object('today', ${today}::text))`
}

async function compare({ unit }: ImportAtWork): Promise<void> {
  await unit.tx.$executeRaw`
    INSERT INTO import_change SELECT "row", "key", "name", "isNew", "fields" FROM import_row WHERE "isNew" OR cardinality("fields") > 0`
}

/** An adjustment under way was written against the version in force; a publication past it would leave it without ground. */
async function judgeChanges({ unit }: ImportAtWork): Promise<void> {
  await unit.tx.$executeRaw`
    INSERT INTO import_fault
    SELECT c."row", 'code', c."key", 'CHANGE_UNDER_WAY', jsonb_build_object('number', g."number")
    FROM import_change c JOIN "CatalogueChange" g ON g."itemCode" = c."key"
    WHERE g."state" IN ('APPLIED', 'REFERRED', 'EXAMINED', 'DELIBERATED', 'RETURNED')`
}

async function apply({ unit, options }: ImportAtWork, progress: (share: number) => void): Promise<void> {
  const rows = await unit.tx.$queryRaw<{ code: string; content: ItemContent }[]>`
    SELECT r."key" AS "code", r."content" FROM import_row r JOIN import_change c ON c."row" = r."row" ORDER BY r."row"`
  if (rows.length === 0) return
  const { titleZh, titleEn, documentNo, effectiveOn } = editionOptions.parse(options)
  const items = rows.map(({ code, content }) => ({ code, content, changeId: null }))
  await publishEdition(unit, { titleZh, titleEn: titleEn || titleZh, documentNo, effectiveOn, items })
  progress(1)
}
