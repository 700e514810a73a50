import type { LoaderFunctionArgs } from '@remix-run/node'
import { nameIn } from '#app/features/listings/name-in.ts'
import type { ResultOf } from '#app/graphql.ts'
import type { Language } from '#app/i18n/language.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { searchDocument } from './search-document.server.ts'
import { readSearchQuery } from './search-query.ts'
import type { SearchQuery } from './search-query.ts'

/** Lower end and exclusive upper end of each fee band in fen, as the facet counts them. */
const feeBands: readonly (readonly [number | null, number | null])[] = [
  [null, 500_000],
  [500_000, 2_000_000],
  [2_000_000, 5_000_000],
  [5_000_000, 10_000_000],
  [10_000_000, null],
]

type Answer = ResultOf<typeof searchDocument>
type Found = Extract<Answer['searchIntermediaries'], { __typename: 'IntermediarySearchResult' }>
export type SearchHit = ReturnType<typeof presentHit>

/** Everything the search page shows, in the reader's language. */
export async function loadSearch(args: LoaderFunctionArgs) {
  const query = readSearchQuery(new URL(args.request.url).searchParams)
  const { language } = await preferencesOf(args.request)
  const [feeFromFen, feeEndFen] = feeBands[Number(query.fee === '' ? -1 : query.fee)] ?? [null, null]
  const answer = await runOperation(args, searchDocument, {
    search: {
      text: query.q,
      serviceItemCodes: [...query.item],
      divisionCodes: [...query.division],
      grades: [...query.grade],
      feeFromFen,
      feeToFen: feeEndFen === null ? null : feeEndFen - 1,
      maxDays: query.days === '' ? null : Number(query.days),
      isChoosableOnly: query.isChoosableOnly,
      sort: query.sort,
      page: query.page,
    },
  })
  const found = answer.searchIntermediaries
  if (found.__typename !== 'IntermediarySearchResult') throw new Response(null, { status: 400 })
  const name = (named: { nameZh: string; nameEn: string }) => nameIn(language, named)
  const itemNames = new Map(answer.serviceItems.map((item) => [item.code, name(item)]))
  const divisionNames = new Map(answer.divisions.map((division) => [division.code, name(division)]))
  const { total, page, pageCount, seed, tier, focusItemCodes } = found
  return {
    query,
    total,
    page,
    pageCount,
    seed,
    tier,
    focusItems: focusItemCodes.map((code) => itemNames.get(code) ?? code),
    facets: presentFacets(found, query, itemNames, divisionNames),
    feeBands,
    hits: found.hits.map((hit) => presentHit(hit, found, language, divisionNames)),
  }
}

/** How many services are offered as filters; the catalogue has the rest. */
const mostItems = 8

function presentFacets({ facets }: Found, query: SearchQuery, itemNames: Map<string, string>, divisionNames: Map<string, string>) {
  const named = (
    counts: readonly { value: string; count: number }[],
    chosen: readonly string[],
    names: Map<string, string>,
    most: number,
  ) => {
    const missing = chosen.filter((code) => names.has(code) && !counts.some(({ value }) => value === code))
    const all = [...counts, ...missing.map((value) => ({ value, count: 0 }))]
    return all
      .filter(({ value }, index) => index < most || chosen.includes(value))
      .map(({ value, count }) => ({ value, count, label: names.get(value) ?? value }))
  }
  return {
    items: named(facets.serviceItems, query.item, itemNames, mostItems),
    divisions: named(facets.divisions, query.division, divisionNames, 40),
    grades: facets.grades,
    fees: facets.fees,
    days: facets.days,
  }
}

/** One result. Fee and days are those of the services asked for, else of all its services. */
function presentHit(hit: Found['hits'][number], { focusItemCodes, terms }: Found, language: Language, divisionNames: Map<string, string>) {
  const asked = hit.offerings.filter(({ serviceItem }) => focusItemCodes.includes(serviceItem.code))
  const offers = asked.length > 0 ? asked : hit.offerings
  const fees = offers.map(({ feeFen }) => feeFen)
  const divisions = [...new Set(offers.flatMap(({ divisionCodes }) => divisionCodes))].map((code) => divisionNames.get(code) ?? code)
  const hold = hit.standing?.bars.find(({ kind, isHold }) => kind === 'PROVIDE_SERVICES' && isHold)
  const barred = hit.standing?.bars.find(({ kind, isHold }) => kind === 'PROVIDE_SERVICES' && !isHold)
  return {
    uscc: hit.uscc,
    name: hit.name,
    marked: rangesOf(hit.name, terms),
    grade: hit.grade,
    entries: hit.listEntries,
    suspendedUntil: barred ? null : (hold?.until ?? null),
    isChoosable: offers.some(({ refusal }) => refusal === null),
    isAboutAskedItem: asked.length > 0,
    // Of one service asked for the heading says it all.
    hasItemNames: focusItemCodes.length !== 1 || asked.length === 0,
    itemNames: offers.map(({ serviceItem }) => nameIn(language, serviceItem)),
    feeBases: [...new Set(offers.map(({ serviceItem }) => serviceItem.feeBasis))],
    feeNote: offers.length === 1 ? (offers[0]?.feeNote ?? '') : '',
    minFeeFen: fees.length === 0 ? null : Math.min(...fees),
    maxFeeFen: fees.length === 0 ? null : Math.max(...fees),
    minDays: offers.length === 0 ? null : Math.min(...offers.map(({ promisedWorkingDays }) => promisedWorkingDays)),
    divisions,
    engagementCount: hit.engagementCount,
    onTimePercent: hit.deliveredCount === 0 ? null : Math.round((hit.deliveredOnTimeCount / hit.deliveredCount) * 100),
  }
}

/** Where the words stand in a name, first ones first and none over another. */
export function rangesOf(name: string, terms: readonly string[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = []
  const lower = name.toLowerCase()
  for (const term of terms) {
    const start = term === '' ? -1 : lower.indexOf(term)
    const end = start + term.length
    if (start >= 0 && ranges.every(([from, to]) => end <= from || start >= to)) ranges.push([start, end])
  }
  return ranges.sort((a, b) => a[0] - b[0])
}
