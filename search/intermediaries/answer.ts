import { neutralOrderOf } from '#domain/catalogue/neutral-order.ts'
import type { FacetCount, IntermediaryQuery, IntermediarySearchResult } from '#search/search-port.ts'
import { dayLimits, feeBandsFen } from '#search/search-port.ts'
import type { CatalogueWords } from './catalogue-words.ts'
import type { Counted, Counts } from './counted.ts'
import type { Reading } from './read-query.ts'
import { readQuery } from './read-query.ts'
import type { SearchPlan } from './search-statement.ts'
import type { Shares } from './shares.ts'

/** What an adapter finds for one reading of a query. */
export interface Found extends Counted {
  readonly ids: readonly string[]
}

export interface Vocabulary {
  readonly catalogue: CatalogueWords
  readonly shares: Shares
}

/** Tries the readings of a text one after another with `find`; the first that finds anything is the answer. */
export async function answerQuery(
  query: IntermediaryQuery,
  vocabulary: Vocabulary,
  find: (plan: SearchPlan) => Promise<Found>,
): Promise<IntermediarySearchResult> {
  const run = async (asked: IntermediaryQuery, reading: Reading): Promise<IntermediarySearchResult> => {
    const plan = planOf(asked, reading, vocabulary)
    const found = await find(plan)
    return present(found, plan)
  }
  const [plainest, ...looser] = readQuery(query.text, vocabulary.catalogue)
  const found = await run(query, plainest)
  // Where the filters left nothing of what the text finds, a looser reading would only mislead.
  if (looser.length === 0 || foundAnything(found)) return found
  if (isFiltered(query) && (await run(unfiltered(query), plainest)).total > 0) return found
  for (const reading of looser) {
    const result = await run(query, reading)
    if (foundAnything(result)) return result
  }
  return found
}

/** The plan of a reading: the items asked for, else those that the text names, are its focus. */
export function planOf(query: IntermediaryQuery, reading: Reading, vocabulary: Vocabulary): SearchPlan {
  const readItems = [...new Set(reading.words.flatMap(({ itemCodes }) => itemCodes))]
  return { query, reading, focus: query.serviceItemCodes.length > 0 ? query.serviceItemCodes : readItems, ...vocabulary }
}

/** A query with nothing but text, day and sort. */
export const unfiltered = ({ text, sort, day }: Pick<IntermediaryQuery, 'text' | 'sort' | 'day'>): IntermediaryQuery => ({
  text,
  sort,
  day,
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
})

function isFiltered(query: IntermediaryQuery): boolean {
  const { serviceItemCodes, divisionCodes, grades, feeFromFen, feeToFen, minDays, maxDays, isChoosableOnly } = query
  const isAnyChosen = [serviceItemCodes, divisionCodes, grades].some(({ length }) => length > 0)
  return isAnyChosen || isChoosableOnly || (feeFromFen ?? feeToFen ?? minDays ?? maxDays) !== null
}

/** Counts that a filter of the same kind doesn't touch show whether the text found anything. */
function foundAnything({ total, facets }: IntermediarySearchResult): boolean {
  return total > 0 || [...facets.grades, ...facets.fees].some(({ count }) => count > 0)
}

function present({ ids, ...counted }: Found, { reading, focus, query, catalogue }: SearchPlan): IntermediarySearchResult {
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
