import { z } from 'zod'
import { creditGrades } from '#domain/credit/grade.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { FacetCount, IntermediarySearchResult } from '#search/search-port.ts'
import { maxResults, searchSorts, searchTiers } from '#search/search-port.ts'
import { parseInput } from '#services/kernel/parse-input.ts'
import { ValidationError } from '#services/kernel/use-case-error.ts'
import { builder } from '../builder.ts'
import { Intermediary } from './intermediary.ts'

const codes = z.array(z.string().max(40)).max(20)
const fen = z.number().int().min(0).max(2_147_483_647).nullable()

/** Limits against queries that cost more than a person can mean. */
const searchInput = z.object({
  text: z.string().max(100),
  serviceItemCodes: codes,
  isOfferingAll: z.boolean(),
  divisionCodes: codes,
  grades: z.array(z.enum(creditGrades)).max(creditGrades.length),
  feeFromFen: fen,
  feeToFen: fen,
  minDays: z.number().int().min(1).max(366).nullable(),
  maxDays: z.number().int().min(0).max(366).nullable(),
  isChoosableOnly: z.boolean(),
  sort: z.enum(searchSorts),
  page: z.number().int().min(1).max(maxResults),
  limit: z.number().int().min(1).max(50),
})

const SearchSort = builder.enumType('IntermediarySearchSort', { values: searchSorts })
const SearchTier = builder.enumType('SearchTier', { values: searchTiers, description: 'How the text was read.' })

const IntermediarySearchInput = builder.inputType('IntermediarySearchInput', {
  description: 'Filters of one kind are alternatives; different kinds must all hold.',
  fields: (t) => ({
    text: t.string({ required: false, description: 'Name or a part, service, division, pinyin initials, code.' }),
    serviceItemCodes: t.stringList({
      required: false,
      description: 'At most 20. Fee, days and choosability are then those of these offerings.',
    }),
    isOfferingAll: t.boolean({ required: false, description: 'With several items: who offers all of them, choosable for all, not any.' }),
    divisionCodes: t.stringList({ required: false, description: 'At most 20. An offering for a whole city serves its districts too.' }),
    grades: t.stringList({ required: false, description: 'A to E, or N for not rated.' }),
    feeFromFen: t.int({ required: false, description: 'Fee at least, compared at the reference size of the item.' }),
    feeToFen: t.int({ required: false, description: 'Fee at most, this included.' }),
    minDays: t.int({ required: false, description: 'Promised working days at least.' }),
    maxDays: t.int({ required: false, description: 'Promised working days at most.' }),
    isChoosableOnly: t.boolean({ required: false, description: 'Leaves out whom nobody may choose today.' }),
    sort: t.field({ type: SearchSort, required: false }),
    page: t.int({ required: false, description: 'From 1.' }),
    limit: t.int({ required: false, description: 'At most 50.' }),
  }),
})

const FacetCountType = builder.objectRef<FacetCount>('FacetCount').implement({
  fields: (t) => ({ value: t.exposeString('value'), count: t.exposeInt('count') }),
})

const SearchFacets = builder.objectRef<IntermediarySearchResult['facets']>('IntermediarySearchFacets').implement({
  description: 'Items and divisions count within the results; grades, fees and days what choosing another of the same kind would give.',
  fields: (t) => ({
    serviceItems: t.field({
      type: [FacetCountType],
      description: 'By item code, most first.',
      resolve: (facets) => [...facets.serviceItems],
    }),
    divisions: t.field({
      type: [FacetCountType],
      description: 'By division code, most first; whoever serves a whole city counts for its districts too.',
      resolve: (facets) => [...facets.divisions],
    }),
    grades: t.field({ type: [FacetCountType], description: 'By grade, as of today.', resolve: (facets) => [...facets.grades] }),
    fees: t.field({ type: [FacetCountType], description: 'By fee band, from the lowest.', resolve: (facets) => [...facets.fees] }),
    days: t.field({ type: [FacetCountType], description: 'By promised working days, cumulative.', resolve: (facets) => [...facets.days] }),
  }),
})

interface SearchAnswer extends IntermediarySearchResult {
  readonly page: number
  readonly limit: number
}

const SearchResult = builder.objectRef<SearchAnswer>('IntermediarySearchResult').implement({
  description: 'One page of intermediaries in neutral order, with counts for further filters.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'All that fit; the first 1,000 can be reached.' }),
    isEstimated: t.exposeBoolean('isEstimated', {
      description: 'Total and counts are told from a sample, to two digits; who is found and in which order never is.',
    }),
    page: t.exposeInt('page'),
    pageCount: t.int({
      description: 'Pages that can be reached.',
      resolve: ({ total, limit }) => Math.ceil(Math.min(total, maxResults) / limit),
    }),
    seed: t.exposeString('seed', { description: "Of the day's order among equals." }),
    tier: t.field({
      type: SearchTier,
      description: 'How the text was read: the plainest reading that found anything.',
      resolve: ({ tier }) => tier,
    }),
    isBasic: t.exposeBoolean('isBasic', {
      description: 'The search engine did not answer, and the database did instead: the same rules, perhaps somewhat slower.',
    }),
    terms: t.stringList({ description: 'What to mark in names.', resolve: ({ terms }) => [...terms] }),
    focusItemCodes: t.stringList({
      description: 'The items asked for: fee and days are those of the offerings for them.',
      resolve: ({ focusItemCodes }) => [...focusItemCodes],
    }),
    facets: t.field({ type: SearchFacets, resolve: ({ facets }) => facets }),
    hits: t.prismaField({
      type: [Intermediary],
      // The index names ids; what is shown is read from the register, in the order found.
      resolve: async (query, { ids }, _args, { prisma }) => {
        const rows = await prisma.intermediary.findMany({ ...query, where: { id: { in: [...ids] } } })
        const byId = new Map(rows.map((row) => [row.id, row]))
        return ids.flatMap((id) => byId.get(id) ?? [])
      },
    }),
  }),
})

builder.queryField('searchIntermediaries', (t) =>
  t.field({
    type: SearchResult,
    description:
      'Public search. Order: relevance or the sort asked for, then a random order that changes daily; nobody can pay for a place.',
    args: { search: t.arg({ type: IntermediarySearchInput }) },
    authScopes: { public: true },
    errors: { types: [ValidationError] },
    resolve: async (_root, { search }, context) => {
      const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== null && value !== undefined))
      const query = parseInput(searchInput, { ...defaults, ...given })
      const limited = { ...query, page: Math.min(query.page, Math.ceil(maxResults / query.limit)) }
      const result = await context.search.searchIntermediaries({ ...limited, day: shanghaiDayOf(context.clock.now()) })
      return { ...result, page: limited.page, limit: limited.limit }
    },
  }),
)

const defaults = {
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
  sort: 'RELEVANCE',
  page: 1,
  limit: 20,
} as const
