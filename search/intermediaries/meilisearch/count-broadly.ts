import { z } from 'zod'
import { dayLimits, feeBandsFen } from '#search/search-port.ts'
import type { Counted, Counts } from '../counted.ts'
import type { SearchPlan } from '../search-statement.ts'
import type { Engine } from './engine.ts'
import type { Attribute, Filter } from './filter.ts'
import { all, compileFilter, equals, nameOf, not } from './filter.ts'
import { decodeKey } from './key.ts'
import { filtersOf } from './query-filter.ts'

const counts = z.object({
  totalHits: z.number(),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).optional(),
})
const answer = z.object({ results: z.array(counts) })

/** Total and facets of a search that fits much of the register, in one request: the engine counts sets of documents, and fetches none. */
export async function countBroadly(engine: Engine, indexUid: string, plan: SearchPlan): Promise<Counted> {
  const { base, grade, fee, days, ...filters } = filtersOf(plan)
  const [item] = plan.focus.length === 1 ? plan.focus : []
  const offered: Attribute = item === undefined ? 'wide' : { itemCode: item, of: 'wide' }
  const fitting = all(base, grade, fee, days)
  const queries = [
    countOf(indexUid, fitting, ['items', offered]),
    // Who is found by name without offering the item counts with all of its divisions.
    countOf(indexUid, item === undefined ? none : all(fitting, not(equals('items', item))), ['wide']),
    countOf(indexUid, all(base, fee, days, not(filters.isBlacklisted)), ['grade']),
    countOf(indexUid, all(base, fee, days, filters.isBlacklisted)),
    countOf(indexUid, all(base, grade, days, filters.hasFee)),
    ...feeBandsFen.map((edge) => countOf(indexUid, all(base, grade, days, filters.feeBelow(edge)))),
    countOf(indexUid, all(base, grade, fee, filters.hasDays)),
    ...dayLimits.map((limit) => countOf(indexUid, all(base, grade, fee, filters.daysUpTo(limit)))),
  ]
  const { results } = await engine.request({ method: 'POST', path: '/multi-search', body: { queries }, answer })
  const totals = results.map(({ totalHits }) => totalHits)
  const facet = (at: number, attribute: Attribute): Counts => results[at]?.facetDistribution?.[nameOf(attribute)] ?? {}
  const [total = 0, , , blacklisted = 0, withFee = 0] = totals
  const daysFrom = 5 + feeBandsFen.length
  return {
    total,
    serviceItems: decoded(facet(0, 'items')),
    divisions: added(decoded(facet(0, offered)), decoded(facet(1, 'wide'))),
    grades: added(facet(2, 'grade'), blacklisted > 0 ? { E: blacklisted } : {}),
    fees: steps([...totals.slice(5, daysFrom), withFee]),
    days: steps([...totals.slice(daysFrom + 1), totals[daysFrom] ?? 0]),
  }
}

const none = not(all())

function countOf(indexUid: string, filter: Filter, facets: readonly Attribute[] = []) {
  const compiled = compileFilter(filter)
  return {
    indexUid,
    ...(compiled === null ? {} : { filter: compiled }),
    ...(facets.length === 0 ? {} : { facets: facets.map(nameOf) }),
    page: 1,
    hitsPerPage: 0,
  }
}

const decoded = (facet: Counts): Counts => Object.fromEntries(Object.entries(facet).map(([key, count]) => [decodeKey(key), count]))

const added = (one: Counts, other: Counts): Counts =>
  Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]))

/** From counts up to each edge to counts between the edges. */
const steps = (upTo: readonly number[]): Counts => Object.fromEntries(upTo.map((count, at) => [String(at), count - (upTo[at - 1] ?? 0)]))
