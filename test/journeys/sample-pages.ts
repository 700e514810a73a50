import type { Client } from 'pg'

/** One page to look at: whose account sees it, and a real address of it in the demo data. */
export interface SamplePage {
  /** Key of the demo account; anonymous without. */
  readonly as?: string
  readonly path: string | ((database: Client) => Promise<string>)
  /** What it answers; 200 unless it is made to answer otherwise. */
  readonly status?: number
}

/** The first value of the first row, or an error that names the missing demo story. */
const first =
  (before: string, sql: string, after = '') =>
  async (database: Client): Promise<string> => {
    const { rows } = await database.query<Record<string, string>>(sql)
    const value = Object.values(rows[0] ?? {})[0]
    if (!value) throw new Error(`the demo data has nothing for ${before}…: ${sql}`)
    return `${before}${value}${after}`
  }

const intermediary = `SELECT s."uscc" FROM "Intermediary" i JOIN "Subject" s ON s."id" = i."subjectId" JOIN "CreditStanding" c ON c."subjectId" = s."id"
  WHERE i."status" = 'LISTED' ORDER BY c."score" DESC NULLS LAST LIMIT 1`

/** A sample of every route file below app/routes. A new page without a line here fails the test. */
export const samplePages: Readonly<Record<string, SamplePage>> = {
  '_public+/index.tsx': { path: '/' },
  '_public+/$.tsx': { path: '/no-such-page', status: 404 },
  '_public+/about-ranking.tsx': { path: '/about-ranking' },
  '_public+/intermediaries._index.tsx': { path: '/intermediaries' },
  '_public+/intermediaries.$uscc.tsx': { path: first('/intermediaries/', intermediary) },
  '_public+/catalogue._index.tsx': { path: '/catalogue' },
  '_public+/catalogue.$code.tsx': { path: '/catalogue/ZJ-EIA-001' },
  '_public+/catalogue.cancelled.tsx': { path: '/catalogue/cancelled' },
  '_public+/guides._index.tsx': { path: '/guides' },
  '_public+/guides.$code.tsx': { path: '/guides/AP-TRA-002' },
  '_public+/blacklist.tsx': { path: '/blacklist' },
  '_public+/red-list.tsx': { path: '/red-list' },
  '_public+/dishonesty-list.tsx': { path: '/dishonesty-list' },
  '_public+/lists.$number.tsx': { path: first('/lists/', `SELECT "number" FROM "ListEntry" WHERE "list" = 'BLACKLIST' LIMIT 1`) },
}
