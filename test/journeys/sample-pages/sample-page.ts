import type { Pool } from 'pg'

/** One page to look at: whose account sees it, and a real address of it in the demo data. */
export interface SamplePage {
  /** Key of the demo account; anonymous without. */
  readonly as?: string
  readonly path: string | ((database: Pool) => Promise<string>)
  /** What it answers; 200 unless it is made to answer otherwise. */
  readonly status?: number
}
