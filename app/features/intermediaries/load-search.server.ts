import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { sizeWords } from '#app/features/catalogue/fee-words.ts'
import type { FeeTexts } from '#app/features/catalogue/fee-words.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import type { ResultOf } from '#app/graphql.ts'
import type { Language } from '#app/i18n/language.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { loadNames } from './load-names.server.ts'
import { matchRanges } from './match-ranges.ts'
import { presentDivisions, presentServices } from './present-facets.ts'
import { countDocument, searchDocument } from './search-document.server.ts'
import { feeBands, searchInputOf } from './search-input.ts'
import type { FilterKey, SearchQuery } from './search-query.ts'
import { filtersOf, readSearchQuery, searchAddress, withoutFilter } from './search-query.ts'

type Answer = ResultOf<typeof searchDocument>
type Found = Extract<Answer['searchIntermediaries'], { __typename: 'IntermediarySearchResult' }>
export type SearchHit = ReturnType<typeof presentHit>

/** Everything the search page shows, in the reader's language. @throws a redirect to the one address that this search has */
export async function loadSearch(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const query = readSearchQuery(searchParams)
  // What is typed to find a service among the filters is no part of the search, and kept only while it is of use.
  const find = (searchParams.get('find') ?? '').trim().slice(0, 40)
  const address = searchAddress(query, { page: query.page })
  const canonical = find === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ find })}`
  if (canonical.split('?')[1] !== (searchParams.size === 0 ? undefined : searchParams.toString())) throw redirect(canonical)

  const { language } = await preferencesOf(args.request)
  const fees = await serverText(args.request, 'fees')
  const [answer, picked] = await Promise.all([
    runOperation(args, searchDocument, { search: searchInputOf(query) }),
    loadNames(args, query.with),
  ])
  const found = answer.searchIntermediaries
  if (found.__typename !== 'IntermediarySearchResult') throw new Response(null, { status: 400 })
  const itemNames = new Map(answer.serviceItems.map((item) => [item.code, nameIn(language, item)]))
  const divisionNames = new Map(answer.divisions.map((division) => [division.code, nameIn(language, division)]))
  const { total, isEstimated, page, pageCount, seed, tier, isBasic, focusItemCodes, facets } = found
  return {
    query,
    find,
    total,
    isEstimated,
    page,
    pageCount,
    seed,
    tier,
    isBasic,
    picked,
    focusItems: focusItemCodes.map((code) => itemNames.get(code) ?? code),
    facets: {
      services: presentServices(answer.serviceItems, facets.serviceItems, query.item, find, language),
      divisions: presentDivisions(answer.divisions, facets.divisions, query.division, language),
      grades: facets.grades,
      fees: facets.fees,
      days: facets.days,
    },
    feeBands,
    hits: found.hits.map((hit) => presentHit(hit, found, { query, language, divisionNames, fees })),
    relaxations: total === 0 ? await countRelaxed(args, query) : [],
  }
}

/** For a search that found nothing: how many it would find without each one of its conditions; those that help nothing are left out. */
async function countRelaxed(args: LoaderFunctionArgs, query: SearchQuery) {
  const filters = filtersOf(query)
  const changes: { readonly key: FilterKey | 'words'; readonly change: Partial<SearchQuery> }[] = [
    ...filters.map((key) => ({ key, change: withoutFilter[key] })),
    ...(query.q !== '' && filters.length > 0 ? [{ key: 'words', change: { q: '' } } as const] : []),
  ]
  const counted = await Promise.all(
    changes.map(async ({ key, change }) => {
      const search = { ...searchInputOf({ ...query, page: 1, ...change }), limit: 1 }
      const { searchIntermediaries: found } = await runOperation(args, countDocument, { search })
      return { key, count: found.__typename === 'IntermediarySearchResult' ? found.total : 0, to: searchAddress(query, change) }
    }),
  )
  return counted.filter(({ count }) => count > 0)
}

interface PresentedWith {
  readonly query: SearchQuery
  readonly language: Language
  readonly divisionNames: ReadonlyMap<string, string>
  readonly fees: FeeTexts
}

/** One result. Fee and days are those of the services asked for, else of all its services. */
function presentHit(
  hit: Found['hits'][number],
  { focusItemCodes, terms, tier }: Found,
  { query, language, divisionNames, fees: feeTexts }: PresentedWith,
) {
  const asked = hit.offerings.filter(({ serviceItem }) => focusItemCodes.includes(serviceItem.code))
  const offers = asked.length > 0 ? asked : hit.offerings
  const fees = offers.map(({ feeFen }) => feeFen)
  const divisions = [...new Set(offers.flatMap(({ divisionCodes }) => divisionCodes))].map((code) => divisionNames.get(code) ?? code)
  const hold = hit.standing?.bars.find(({ kind, isHold }) => kind === 'PROVIDE_SERVICES' && isHold)
  const barred = hit.standing?.bars.find(({ kind, isHold }) => kind === 'PROVIDE_SERVICES' && !isHold)
  const [only] = offers.length === 1 ? offers : []
  const { feeUnit, referenceSize } = only?.serviceItem ?? {}
  // Of the one service filtered by, the heading says it for all.
  const isSaidAbove = query.item.length === 1 && focusItemCodes.length === 1
  return {
    uscc: hit.uscc,
    name: hit.name,
    marked: matchRanges(hit.name, terms),
    /** Why it is here, where the name doesn't show it by itself. */
    matchedBy: tier === 'SIMILAR' || tier === 'INITIALS' || tier === 'CODE' || tier === 'PARTS' ? tier : null,
    /** The services asked for that it offers, with what was typed marked in them. */
    matchedServices: (isSaidAbove ? [] : asked).map(({ serviceItem }) => {
      const name = nameIn(language, serviceItem)
      return { code: serviceItem.code, name, marked: matchRanges(name, terms) }
    }),
    grade: hit.grade,
    entries: hit.listEntries,
    suspendedUntil: barred ? null : (hold?.until ?? null),
    isChoosable: offers.some(({ refusal }) => refusal === null),
    isAboutAskedItem: asked.length > 0,
    itemNames: asked.length > 0 ? [] : offers.map(({ serviceItem }) => nameIn(language, serviceItem)),
    feeBases: [...new Set(offers.map(({ serviceItem }) => serviceItem.feeBasis))],
    feeNote: only?.feeNote ?? '',
    /** The size at which a fee that depends on it was reckoned. */
    feeSize: only?.feeSchedule.unit && feeUnit && referenceSize !== undefined ? sizeWords(referenceSize, feeUnit, feeTexts) : null,
    minFeeFen: fees.length === 0 ? null : Math.min(...fees),
    maxFeeFen: fees.length === 0 ? null : Math.max(...fees),
    minDays: offers.length === 0 ? null : Math.min(...offers.map(({ promisedWorkingDays }) => promisedWorkingDays)),
    divisions,
    engagementCount: hit.engagementCount,
    onTimePercent: hit.deliveredCount === 0 ? null : Math.round((hit.deliveredOnTimeCount / hit.deliveredCount) * 100),
  }
}
