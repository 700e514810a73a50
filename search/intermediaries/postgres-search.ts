import type { Pool } from 'pg'
import { neutralOrderOf } from '#domain/catalogue/neutral-order.ts'
import type { FacetCount, IntermediaryQuery, IntermediarySearchResult, SearchPort, SuggestionQuery } from '#search/search-port.ts'
import { dayLimits, feeBandsFen } from '#search/search-port.ts'
import { breadthOf } from './breadth.ts'
import { searchBroadly } from './broad-search.ts'
import type { CatalogueWords } from './catalogue-words.ts'
import { loadCatalogueWords } from './catalogue-words.ts'
import type { Counted, Counts } from './counted.ts'
import { KeptCounts, keep, keptFor } from './kept.ts'
import type { Reading } from './read-query.ts'
import { readQuery } from './read-query.ts'
import type { SearchPlan } from './search-statement.ts'
import { pageStatement, searchStatement } from './search-statement.ts'
import { loadShares } from './shares.ts'
import type { NamedFirm } from './suggest.ts'
import { suggest } from './suggest.ts'

/** Results this many make counting slower than finding: their counts are kept for a moment. */
const keptFrom = 500
/** How many searches' counts are kept. */
const mostKept = 500

export interface PostgresSearchOptions {
  /** From how many expected results on a search reads the first documents of the day instead of all that fit. */
  readonly broadFrom?: number
}

/**
 * The default adapter: PostgreSQL, over the documents that refresh-search-document.ts writes. Which firms are on the page and in which
 * order is always read anew; only the counts of broad searches may be some minutes old, or estimates the first time.
 */
export function createPostgresSearch(pool: Pool, { broadFrom = 1500 }: PostgresSearchOptions = {}): SearchPort {
  const words = keep(() => loadCatalogueWords(pool))
  const shares = keep(() => loadShares(pool))
  const counts = new KeptCounts<Counted>(mostKept, keptFor)

  async function findAndCount(plan: SearchPlan): Promise<Found> {
    const { text, values } = searchStatement(plan)
    const { rows } = await pool.query<Found>(text, [...values])
    return rows[0] as Found
  }

  async function findPage(plan: SearchPlan): Promise<readonly string[]> {
    const { text, values } = pageStatement(plan)
    const { rows } = await pool.query<{ ids: string[] }>(text, [...values])
    return rows[0]?.ids ?? []
  }

  async function findBroadly(plan: SearchPlan, breadth: number): Promise<Found | null> {
    const kept = counts.get(keyOf(plan), () => findAndCount(plan))
    const broad = await searchBroadly(pool, { plan, breadth, isCounting: !kept })
    const counted = kept ?? broad?.counted
    return broad && counted ? { ...counted, ids: broad.ids ?? (await findPage(plan)) } : null
  }

  async function find(plan: SearchPlan): Promise<Found> {
    const breadth = breadthOf(plan)
    const broad = breadth * plan.shares.documents >= broadFrom ? await findBroadly(plan, breadth) : null
    if (broad) return broad
    const kept = counts.peek(keyOf(plan), () => findAndCount(plan))
    if (kept) return { ...kept, ids: await findPage(plan) }
    const found = await findAndCount(plan)
    if (found.total >= keptFrom) counts.set(keyOf(plan), found)
    return found
  }

  async function run(query: IntermediaryQuery, reading: Reading, catalogue: CatalogueWords): Promise<IntermediarySearchResult> {
    const readItems = [...new Set(reading.words.flatMap(({ itemCodes }) => itemCodes))]
    const focus = query.serviceItemCodes.length > 0 ? query.serviceItemCodes : readItems
    const plan = { query, reading, focus, catalogue, shares: await shares() }
    const found = await find(plan)
    return present(found.ids, found, plan)
  }

  async function findsUnfiltered(query: IntermediaryQuery, reading: Reading, catalogue: CatalogueWords): Promise<boolean> {
    const { text, sort, day } = query
    const { serviceItemCodes, divisionCodes, grades, feeFromFen, feeToFen, minDays, maxDays, isChoosableOnly } = query
    const isFiltered =
      [serviceItemCodes, divisionCodes, grades].some(({ length }) => length > 0) || (feeFromFen ?? feeToFen ?? minDays ?? maxDays) !== null
    if (!isFiltered && !isChoosableOnly) return false
    return (await run({ ...noFilters, text, sort, day }, reading, catalogue)).total > 0
  }

  async function namesOf(reading: Reading, { day, limit }: SuggestionQuery): Promise<NamedFirm[]> {
    const query = { ...noFilters, text: '', sort: 'RELEVANCE', day, limit } as const
    const plan = { query, reading, focus: [], catalogue: await words(), shares: await shares() }
    const breadth = breadthOf(plan)
    const isBroad = breadth * plan.shares.documents >= broadFrom
    const broad = isBroad ? await searchBroadly(pool, { plan, breadth, isCounting: false }) : null
    const { rows } = await pool.query<NamedFirm>(
      `SELECT d."uscc", d."name" FROM unnest($1::uuid[]) WITH ORDINALITY AS hit(id, at)
       JOIN "SearchDocument" d ON d."intermediaryId" = hit.id ORDER BY hit.at`,
      [broad?.ids ?? (await findPage(plan))],
    )
    return rows
  }

  return {
    name: 'postgres',
    async searchIntermediaries(query) {
      const catalogue = await words()
      const [plainest, ...looser] = readQuery(query.text, catalogue)
      const found = await run(query, plainest, catalogue)
      // Where the filters left nothing of what the text finds, a looser reading would only mislead.
      if (looser.length === 0 || foundAnything(found) || (await findsUnfiltered(query, plainest, catalogue))) return found
      for (const reading of looser) {
        const result = await run(query, reading, catalogue)
        if (foundAnything(result)) return result
      }
      return found
    },
    suggest: async (query) => suggest(query, await words(), (reading, limit) => namesOf(reading, { ...query, limit })),
  }
}

interface Found extends Counted {
  readonly ids: readonly string[]
}

/** Searches with equal counts: order and page make no difference. */
const keyOf = ({ query, reading }: SearchPlan): string => JSON.stringify([{ ...query, text: '', sort: '', page: 1, limit: 0 }, reading])

const noFilters = {
  text: '',
  serviceItemCodes: [],
  isOfferingAll: false,
  divisionCodes: [],
  grades: [],
  feeFromFen: null,
  feeToFen: null,
  minDays: null,
  maxDays: null,
  isChoosableOnly: false,
  page: 1,
  limit: 1,
} as const

/** Counts that a filter of the same kind doesn't touch show whether the text found anything. */
function foundAnything({ total, facets }: IntermediarySearchResult): boolean {
  return total > 0 || [...facets.grades, ...facets.fees].some(({ count }) => count > 0)
}

function present(ids: readonly string[], counted: Counted, { reading, focus, query, catalogue }: SearchPlan): IntermediarySearchResult {
  const texts = reading.words.filter(({ kind }) => kind === 'WORD').map(({ word }) => word)
  return {
    ids,
    total: counted.total,
    facets: {
      serviceItems: byCount(counted.serviceItems),
      divisions: byCount(withWider(counted.divisions, catalogue)),
      grades: byCount(counted.grades),
      fees: [...feeBandsFen, null].map((_, band) => ({ value: String(band), count: counted.fees[String(band)] ?? 0 })),
      days: dayLimits.map((limit, index) => ({ value: String(limit), count: upTo(counted.days, index) })),
    },
    terms: [...new Set(texts)].sort((a, b) => b.length - a.length),
    tier: reading.tier,
    focusItemCodes: focus,
    seed: neutralOrderOf(query.day).seed,
    isEstimated: counted.isEstimated ?? false,
    isBasic: false,
  }
}

/** The counts of divisions with those of the divisions they lie in, whose offers serve them too. */
function withWider(counts: Counts, { linesOfDivision }: CatalogueWords): Counts {
  const sumOf = (code: string) => (linesOfDivision.get(code) ?? [code]).reduce((sum, one) => sum + (counts[one] ?? 0), 0)
  return Object.fromEntries(Object.keys(counts).map((code) => [code, sumOf(code)]))
}

const upTo = (counts: Counts, last: number): number =>
  Object.entries(counts).reduce((sum, [bucket, count]) => (Number(bucket) <= last ? sum + count : sum), 0)

const byCount = (counts: Counts): FacetCount[] =>
  Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
