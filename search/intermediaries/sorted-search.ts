import type { Pool } from 'pg'
import type { SearchPlan, SearchSource, SearchStatement } from './search-statement.ts'
import { fitsAll, searchParts } from './search-statement.ts'

/** Rows read from the low end, first a few, then many: fees are round, and hundreds of equals may share the lowest. Else everything is sorted. */
const sizes = [600, 4_000] as const
/** A document looked up by itself costs about as much as so many read one after another. */
const lookupCost = 5

/** Columns by which offers and documents lie in order in an index. */
const columns = {
  FEE: { ofOffer: '"feeFen"', ofDocument: '"minFeeFen"', matched: 'fee' },
  DAYS: { ofOffer: '"promisedWorkingDays"', ofDocument: '"minDays"', matched: 'days' },
} as const

/**
 * The page of a broad search by fee or days, from the cheapest or quickest on: of one item along the register's offerings, without an item
 * along the documents. Exactly the ids that sorting everything would give; null where that is needed.
 */
export async function pageFromLowest(pool: Pool, plan: SearchPlan): Promise<readonly string[] | null> {
  const { query, focus } = plan
  if ((query.sort !== 'FEE' && query.sort !== 'DAYS') || focus.length > 1) return null
  const { page, limit } = query
  for (const size of sizes.filter((one, at) => at === 0 || one * lookupCost <= rowsOf(plan))) {
    const { text, values } = lowestStatement(plan, columns[query.sort], size)
    const { rows } = await pool.query<{ ids: string[] }>(text, [...values])
    const ids = rows[0]?.ids ?? []
    if (ids.length >= page * limit) return ids.slice((page - 1) * limit)
  }
  return null
}

/** About how many rows lie in the order that is read. */
const rowsOf = ({ focus: [code], shares }: SearchPlan): number => shares.documents * (code === undefined ? 1 : shares.item(code))

/** What is as dear as the last row read is left out: its equals may not have been read. */
function lowestStatement(plan: SearchPlan, column: (typeof columns)['FEE' | 'DAYS'], size: number): SearchStatement {
  const { query, focus } = plan
  const source: SearchSource = {
    from: () => `lowest CROSS JOIN LATERAL (SELECT * FROM "SearchDocument" d WHERE d."intermediaryId" = lowest.at OFFSET 0) s`,
    where: () => [],
  }
  const { matched, idsOf, values, bind } = searchParts(plan, source)
  const lowest =
    focus.length === 0
      ? `SELECT "intermediaryId" AS at, ${column.ofDocument} AS key FROM "SearchDocument"
         WHERE ${column.ofDocument} IS NOT NULL ORDER BY ${column.ofDocument} LIMIT ${bind(size, 'int')}`
      : `SELECT "intermediaryId" AS at, ${column.ofOffer} AS key FROM "ServiceOffering"
         WHERE "serviceItemCode" = ${bind(focus[0], 'text')} ORDER BY ${column.ofOffer} LIMIT ${bind(size, 'int')}`
  const isSure = `choosable AND ${column.matched} < (SELECT max(key) FROM lowest)`
  const text = `
WITH lowest AS MATERIALIZED (${lowest}),
  everything AS (${matched}),
  matched AS MATERIALIZED (SELECT * FROM everything WHERE ${fitsAll} AND ${isSure})
SELECT ${idsOf(query.page * query.limit, 0)} AS ids`
  return { text, values }
}
