import type { SearchQuery } from './search-query.ts'

/** Lower end and exclusive upper end of each fee band in fen, as the facet counts them. */
export const feeBands: readonly (readonly [number | null, number | null])[] = [
  [null, 500_000],
  [500_000, 2_000_000],
  [2_000_000, 5_000_000],
  [5_000_000, 10_000_000],
  [10_000_000, null],
]

const toFen = (yuan: number | null): number | null => (yuan === null ? null : yuan * 100)

/** An address's query as the API asks it. */
export function searchInputOf(query: SearchQuery) {
  const [bandFromFen, bandEndFen] = feeBands[Number(query.fee === '' ? -1 : query.fee)] ?? [null, null]
  return {
    text: query.q,
    serviceItemCodes: [...query.item],
    isOfferingAll: query.isOfferingAll,
    divisionCodes: [...query.division],
    grades: [...query.grade],
    feeFromFen: toFen(query.feeFrom) ?? bandFromFen,
    feeToFen: toFen(query.feeTo) ?? (bandEndFen === null ? null : bandEndFen - 1),
    minDays: query.daysFrom,
    maxDays: query.days === '' ? query.daysTo : Number(query.days),
    isChoosableOnly: query.isChoosableOnly,
    sort: query.sort,
    page: query.page,
  }
}
