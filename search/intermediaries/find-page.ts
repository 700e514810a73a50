import type { Pool } from 'pg'
import { breadthOf } from './breadth.ts'
import { searchBroadly } from './broad-search.ts'
import type { SearchPlan } from './search-statement.ts'
import { pageStatement } from './search-statement.ts'

/** The ids of a page without any counts: from the first documents of the day when much of the register fits, else from all that fit. */
export async function findPage(pool: Pool, plan: SearchPlan, broadFrom: number): Promise<readonly string[]> {
  const breadth = breadthOf(plan)
  const isBroad = breadth * plan.shares.documents >= broadFrom
  const broad = isBroad ? await searchBroadly(pool, { plan, breadth, isCounting: false }) : null
  return broad?.ids ?? pageAlone(pool, plan)
}

/** The ids of a page, by sorting all that fit. */
export async function pageAlone(pool: Pool, plan: SearchPlan): Promise<readonly string[]> {
  const { text, values } = pageStatement(plan)
  const { rows } = await pool.query<{ ids: string[] }>(text, [...values])
  return rows[0]?.ids ?? []
}
