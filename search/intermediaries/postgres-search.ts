import type { Pool } from 'pg'
import { neutralOrderOf } from '#domain/catalogue/neutral-order.ts'
import type { FacetCount, IntermediaryQuery, IntermediarySearchResult, SearchPort, SuggestionQuery } from '#search/search-port.ts'
import { dayLimits, feeBandsFen } from '#search/search-port.ts'
import type { CatalogueWords } from './catalogue-words.ts'
import { loadCatalogueWords } from './catalogue-words.ts'
import { BroadCounts, keep, keptFor } from './kept.ts'
import type { Reading } from './read-query.ts'
import { readQuery } from './read-query.ts'
import { loadGramShares } from './rare-pairs.ts'
import type { SearchPlan } from './search-statement.ts'
import { pageStatement, searchStatement } from './search-statement.ts'
import type { NamedFirm } from './suggest.ts'
import { suggest } from './suggest.ts'

/** Results this many make counting slower than finding: their counts are kept for a moment. */
const broadFrom = 500
/** How many broad searches' counts are kept. */
const mostKept = 500

interface Counted {
  readonly total: number
  readonly serviceItems: Counts
  readonly divisions: Counts
  readonly grades: Counts
  readonly fees: Counts
  readonly days: Counts
}
type Counts = Readonly<Record<string, number>>

/**
 * The default adapter: PostgreSQL, over the documents that refresh-search-document.ts writes. Which firms are on the page and in which
 * order is always read anew; only the counts of broad searches may be some minutes old.
 */
export function createPostgresSearch(pool: Pool): SearchPort {
  const words = keep(() => loadCatalogueWords(pool))
  const shares = keep(() => loadGramShares(pool))
  const counts = new BroadCounts<Counted>(mostKept, keptFor)

  async function findAndCount(plan: SearchPlan): Promise<Counted & { readonly ids: string[] }> {
    const { text, values } = searchStatement(plan)
    const { rows } = await pool.query<Counted & { ids: string[] }>(text, [...values])
    return rows[0] as Counted & { ids: string[] }
  }

  async function run(query: IntermediaryQuery, reading: Reading, catalogue: CatalogueWords): Promise<IntermediarySearchResult> {
    const readItems = [...new Set(reading.words.flatMap(({ itemCodes }) => itemCodes))]
    const focus = query.serviceItemCodes.length > 0 ? query.serviceItemCodes : readItems
    const plan = { query, reading, focus, catalogue, shareOf: await shares() }
    const key = JSON.stringify([{ ...query, text: '', sort: '', page: 1, limit: 0 }, reading])
    const kept = counts.get(key, () => findAndCount(plan))
    if (kept) {
      const { text, values } = pageStatement(plan)
      const { rows } = await pool.query<{ ids: string[] }>(text, [...values])
      return present(rows[0]?.ids ?? [], kept, plan)
    }
    const found = await findAndCount(plan)
    if (found.total >= broadFrom) counts.set(key, found)
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
    const page = pageStatement({ query, reading, focus: [], catalogue: await words(), shareOf: await shares() })
    const { rows } = await pool.query<NamedFirm>(
      `SELECT d."uscc", d."name" FROM (${page.text}) found CROSS JOIN unnest(found.ids) WITH ORDINALITY AS hit(id, at)
       JOIN "SearchDocument" d ON d."intermediaryId" = hit.id ORDER BY hit.at`,
      [...page.values],
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
