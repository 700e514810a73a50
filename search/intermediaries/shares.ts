import type { Pool } from 'pg'
import type { GramShare } from './rare-pairs.ts'

/** How common things are among the documents, by the statistics that PostgreSQL keeps anyway. */
export interface Shares {
  /** How many documents there are, about; 0 before the first ANALYZE. */
  readonly documents: number
  readonly gram: GramShare
  readonly item: (code: string) => number
  readonly division: (code: string) => number
}

const columns = { gram: 'grams', item: 'serviceItemCodes', division: 'divisionCodes' } as const

/** Reads the shares; the list of common elements is long enough to tell rare pairs from common ones, and has all items and divisions. */
export async function loadShares(pool: Pool): Promise<Shares> {
  const { rows } = await pool.query<{ column: string; value: string; share: number }>(
    `SELECT attname AS column, value, share FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common(value, share)
     WHERE schemaname = current_schema() AND tablename = 'SearchDocument' AND attname = ANY($1) AND value IS NOT NULL`,
    [Object.values(columns)],
  )
  const size = await pool.query<{ documents: number }>(
    `SELECT greatest(reltuples, 0)::int AS documents FROM pg_class WHERE oid = '"SearchDocument"'::regclass`,
  )
  const of = (column: string) => {
    const shares = new Map(rows.filter((row) => row.column === column).map(({ value, share }) => [value, share]))
    return (value: string) => shares.get(value) ?? 0
  }
  return {
    documents: size.rows[0]?.documents ?? 0,
    gram: of(columns.gram),
    item: of(columns.item),
    division: of(columns.division),
  }
}
