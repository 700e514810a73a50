import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CreditGrade } from '#domain/credit/grade.ts'

/** By which the results stand; within equals always the neutral order of the day. */
export const searchSorts = ['RELEVANCE', 'FEE', 'DAYS', 'GRADE'] as const
export type SearchSort = (typeof searchSorts)[number]

/**
 * A search over intermediaries. Filters of one kind are alternatives, different kinds must all hold. With items chosen, fee, days,
 * division and choosability are those of the offering for these items; without, the lowest fee and the shortest time of the firm.
 */
export interface IntermediaryQuery {
  /** Name or a part, service, division, pinyin initials or code, as typed; empty finds all. */
  readonly text: string
  readonly serviceItemCodes: readonly string[]
  /** With several items: who offers all of them, choosable for all, not any. */
  readonly isOfferingAll: boolean
  /** An offering for a whole city serves its districts too. */
  readonly divisionCodes: readonly string[]
  readonly grades: readonly CreditGrade[]
  readonly feeFromFen: number | null
  readonly feeToFen: number | null
  /** Of the promised working days, both ends included. */
  readonly minDays: number | null
  readonly maxDays: number | null
  readonly isChoosableOnly: boolean
  readonly sort: SearchSort
  /** The legal day asked on: bars and qualifications are compared with it, and it seeds the neutral order. */
  readonly day: CalendarDay
  /** From 1. */
  readonly page: number
  readonly limit: number
}

export interface FacetCount {
  readonly value: string
  readonly count: number
}

/** Grade, fee and days count what choosing another value of the same kind would give; item and division count within the results. */
export interface SearchFacets {
  readonly serviceItems: readonly FacetCount[]
  readonly divisions: readonly FacetCount[]
  readonly grades: readonly FacetCount[]
  /** `value` is the index of the band in `feeBandsFen`. */
  readonly fees: readonly FacetCount[]
  /** `value` is the limit in working days, counts are cumulative. */
  readonly days: readonly FacetCount[]
}

/** How the text was understood: the first reading that found anything. */
export const searchTiers = ['ALL', 'CODE', 'INITIALS', 'WORDS', 'PARTS', 'SIMILAR'] as const
export type SearchTier = (typeof searchTiers)[number]

export interface IntermediarySearchResult {
  readonly ids: readonly string[]
  readonly total: number
  /** Total and facets are told from a sample, to two digits; the next to ask usually gets counted ones. Ids and order never are. */
  readonly isEstimated: boolean
  readonly facets: SearchFacets
  /** What to highlight in names, longest first. */
  readonly terms: readonly string[]
  readonly tier: SearchTier
  /** The items filtered by or read from the text: their fee and days are shown. */
  readonly focusItemCodes: readonly string[]
  /** Of the neutral order, shown above the list. */
  readonly seed: string
  /** The search engine that was chosen did not answer, and PostgreSQL did instead. */
  readonly isBasic: boolean
}

export const suggestionKinds = ['INTERMEDIARY', 'SERVICE_ITEM', 'DIVISION'] as const

/** What a text being typed may become. */
export interface Suggestion {
  readonly kind: (typeof suggestionKinds)[number]
  /** USCC of the intermediary, code of the item or division. */
  readonly key: string
  /** The Chinese name. */
  readonly name: string
}

export interface SuggestionQuery {
  /** As typed so far; empty suggests nothing. */
  readonly text: string
  readonly limit: number
  /** Of two intermediaries that fit alike, the neutral order of this day decides. */
  readonly day: CalendarDay
}

/** Finds intermediaries; who asks for more than ids reads PostgreSQL. */
export interface SearchPort {
  readonly name: string
  searchIntermediaries(query: IntermediaryQuery): Promise<IntermediarySearchResult>
  /** Items and divisions first, then intermediaries; never more than `limit`. */
  suggest(query: SuggestionQuery): Promise<readonly Suggestion[]>
}

/** Upper ends of the fee bands in fen, each exclusive; the last band is open (our own default). */
export const feeBandsFen = [500_000, 2_000_000, 5_000_000, 10_000_000] as const

/** The limits offered for the promised time, in working days (our own default). */
export const dayLimits = [5, 10, 20, 30] as const

/** How deep pages go: nobody reads on, and a deep offset costs what all rows before it cost. */
export const maxResults = 1000
