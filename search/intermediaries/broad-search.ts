import type { Pool } from 'pg'
import type { Counted } from './counted.ts'
import { scaled } from './counted.ts'
import { keptOrderOf } from './neutral-places.ts'
import type { Bind } from './offer-terms.ts'
import type { SearchPlan, SearchSource, SearchStatement } from './search-statement.ts'
import { countsOf, fitsAll, gradeOrder, searchParts } from './search-statement.ts'
import { pageFromLowest } from './sorted-search.ts'
import { namedBy } from './word-terms.ts'

/**
 * So many of the day's first documents a broad search reads to count. Their order is that of the day, so the first of them that fit are
 * the first of all that fit; and it is a fair draw, so their counts tell those of the whole register within some per cent.
 */
const sampleSize = 1_500
/** For a page alone fewer do: at least so many, and four times what should be enough. */
const leastSample = 200

/** What a broad search found; a part that the sample doesn't settle is null. */
export interface BroadFinding {
  /** The ids of the page: exactly those that sorting everything would give. */
  readonly ids: readonly string[] | null
  /** Null when only the page was asked for. */
  readonly counted: Counted | null
}

export interface BroadSearch {
  readonly plan: SearchPlan
  /** The share of documents that fits, about. */
  readonly breadth: number
  readonly isCounting: boolean
}

interface Sampled extends Partial<Counted> {
  readonly sampled: number
  readonly firsts: readonly { readonly level: number; readonly id: string; readonly isChoosable: boolean }[]
}

/** Reads page and counts of a search that fits much of the register from the first documents of the day; null while these aren't kept. */
export async function searchBroadly(pool: Pool, search: BroadSearch): Promise<BroadFinding | null> {
  const { plan, breadth, isCounting } = search
  const order = await keptOrderOf(pool, plan.query.day)
  if (!order) return null
  if (!isCounting) {
    if (levelOf(plan.query) === null) return { ids: await pageFromLowest(pool, plan), counted: null }
    const enough = Math.max(leastSample, Math.ceil((4 * needed(plan.query)) / breadth))
    const ids = enough < sampleSize ? await pageOf(pool, plan, await sample(pool, plan, { size: enough, isCounting }), false) : null
    if (ids) return { ids, counted: null }
  }
  const found = await sample(pool, plan, { size: sampleSize, isCounting })
  if (found.sampled === 0) return null
  const isWhole = order.isWhole && found.sampled < sampleSize
  const ids = levelOf(plan.query) === null ? await pageFromLowest(pool, plan) : await pageOf(pool, plan, found, isWhole)
  if (!isCounting) return { ids, counted: null }
  const { firsts: _firsts, sampled, ...counts } = found
  const counted = counts as Counted
  return { ids, counted: isWhole ? counted : scaled(counted, Math.max(1, plan.shares.documents / sampled)) }
}

interface SampleOptions {
  readonly size: number
  readonly isCounting: boolean
}

async function sample(pool: Pool, plan: SearchPlan, options: SampleOptions): Promise<Sampled> {
  const { rows } = await pool.query<Sampled>(...callOf(sampleStatement(plan, options)))
  return rows[0] as Sampled
}

const needed = ({ page, limit }: SearchPlan['query']): number => page * limit

/** Levels by which results stand before place decides: nearness, or the grade. Fee and days have too many to be found in a sample. */
function levelOf({ sort }: SearchPlan['query']): string | null {
  return { RELEVANCE: 'rank', GRADE: `strpos('${gradeOrder}', grade)`, FEE: null, DAYS: null }[sort]
}

function sampleStatement(plan: SearchPlan, { size, isCounting }: SampleOptions): SearchStatement {
  const { query } = plan
  const { matched, values, bind } = searchParts(plan, firstOfTheDay(plan, size))
  const text = `
WITH matched AS MATERIALIZED (${matched}),
  placed AS (SELECT id, ${levelOf(query) ?? '0'} AS level, choosable,
    row_number() OVER (PARTITION BY ${levelOf(query) ?? '0'} ORDER BY choosable DESC, place, id) AS nth FROM matched WHERE ${fitsAll})
SELECT (SELECT count(*) FROM (${placesOf(query.day, size, bind)}) p)::int AS sampled,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('level', level, 'id', id, 'isChoosable', choosable) ORDER BY level, nth), '[]')
    FROM placed WHERE nth <= ${bind(needed(query), 'int')}) AS firsts${isCounting ? `, ${countsOf(plan, bind)}` : ''}`
  return { text, values }
}

const placesOf = (day: string, size: number, bind: Bind) =>
  `SELECT "intermediaryId" AS at FROM "SearchPlace" WHERE "day" = ${bind(day, 'date')} ORDER BY "place" LIMIT ${bind(size, 'int')}`

function firstOfTheDay({ query }: SearchPlan, size: number): SearchSource {
  return {
    // OFFSET 0 keeps the conditions out: the planner, which thinks them rarer than they are, would start from them.
    from: (bind) => `(${placesOf(query.day, size, bind)}) p
      CROSS JOIN LATERAL (SELECT * FROM "SearchDocument" d WHERE d."intermediaryId" = p.at OFFSET 0) s`,
    where: () => [],
  }
}

/**
 * The page, level by level: the first level of which the sample has enough that can be chosen fills it; what stands before that level is
 * not common, and is looked up. Null when no level has enough.
 */
async function pageOf(pool: Pool, plan: SearchPlan, { firsts }: Sampled, isWhole: boolean): Promise<readonly string[] | null> {
  const { query, reading } = plan
  const from = needed(query) - query.limit
  if (isWhole && query.sort === 'RELEVANCE') return firsts.map(({ id }) => id).slice(from, from + query.limit)
  const levels = [...new Set(firsts.map(({ level }) => level))]
  const choosable = (level: number) => firsts.filter((one) => one.level === level && one.isChoosable)
  const filling = levels.find((level) => level > 0 && choosable(level).length >= needed(query)) ?? (reading.words.length === 0 ? 0 : null)
  if (filling === null || choosable(filling).length < needed(query)) return null
  const fill = choosable(filling).map(({ id }) => id)
  if (query.sort === 'GRADE') return filling === bestGrade(query) ? fill.slice(from, from + query.limit) : null
  const nearer = filling === 0 ? [] : await nearerThan(pool, plan, filling)
  return [...nearer, ...fill].slice(from, from + query.limit)
}

/** The place in the grades' order of the best one asked for. */
const bestGrade = ({ grades }: SearchPlan['query']): number =>
  Math.min(...[...gradeOrder].flatMap((grade, at) => (grades.length === 0 || grades.some((one) => one === grade) ? [at + 1] : [])))

/** The ids nearer to the text than a rank, in order, as many as could be needed. */
async function nearerThan(pool: Pool, plan: SearchPlan, rank: number): Promise<readonly string[]> {
  const { query, reading, focus, shares } = plan
  const { whole } = reading
  const { matched, idsOf, values } = searchParts(plan, {
    from: () => '"SearchDocument"',
    where: (bind, { offering }) => {
      if (rank === 1) return [`("nameKey" = ${bind(whole, 'text')} OR "uscc" = ${bind(whole, 'text')})`]
      if (rank === 2) return [`"nameKey" LIKE ${bind(`${whole}%`, 'text')}`]
      const named = `(${namedBy(whole, shares.gram, bind)})`
      return [rank > 3 && focus.length > 0 ? `(${named} OR ${offering(focus)})` : named]
    },
  })
  const text = `WITH matched AS (${matched}) SELECT ${idsOf(needed(query), 0)} AS ids`
  const { rows } = await pool.query<{ ids: string[] }>(...callOf({ text, values }))
  return rows[0]?.ids ?? []
}

const callOf = ({ text, values }: SearchStatement): [string, unknown[]] => [text, [...values]]
