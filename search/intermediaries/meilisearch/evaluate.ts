import type { NeutralOrder } from '#domain/catalogue/neutral-order.ts'
import { neutralOrderOf, neutralPlace } from '#domain/catalogue/neutral-order.ts'
import { dayLimits, feeBandsFen } from '#search/search-port.ts'
import type { Found } from '../answer.ts'
import type { SearchPlan } from '../search-statement.ts'
import { gradeOrder } from '../search-statement.ts'
import { trigramDistance } from './trigrams.ts'
import type { EngineDocument, EngineOffer } from './document.ts'
import { dayNumber, spanPlaces } from './document.ts'
import { decodeKey, encodeKey } from './key.ts'
import { linesAsked } from './query-filter.ts'

/** What a found document says to a query. */
interface Judged {
  readonly id: string
  readonly rank: number
  readonly isChoosable: boolean
  readonly place: number
  readonly fee: number | null
  readonly days: number | null
  readonly grade: string
  readonly items: readonly string[]
  readonly divisions: readonly string[]
  readonly fits: { readonly grade: boolean; readonly fee: boolean; readonly days: boolean }
}

/**
 * Page and counts of a search whose documents have all been fetched: the same rank, order and facets as PostgreSQL's statement gives.
 * @param documents all that pass the base filter
 */
export function evaluate(plan: SearchPlan, documents: readonly EngineDocument[]): Found {
  const { query } = plan
  const order = neutralOrderOf(query.day)
  const judged = documents.map((document) => judge(plan, document, order))
  const fitting = judged.filter(({ fits }) => fits.grade && fits.fee && fits.days).sort(inOrder(query.sort))
  const from = (query.page - 1) * query.limit
  return {
    ids: fitting.slice(from, from + query.limit).map(({ id }) => id),
    total: fitting.length,
    serviceItems: countBy(fitting, ({ items }) => items),
    divisions: countBy(fitting, ({ divisions }) => divisions),
    grades: countBy(
      judged.filter(({ fits }) => fits.fee && fits.days),
      ({ grade }) => [grade],
    ),
    fees: countBy(
      judged.filter(({ fits }) => fits.grade && fits.days),
      ({ fee }) => (fee === null ? [] : [bandOf(fee)]),
    ),
    days: countBy(
      judged.filter(({ fits }) => fits.grade && fits.fee),
      ({ days }) => (days === null ? [] : [limitOf(days)]),
    ),
  }
}

function judge(plan: SearchPlan, document: EngineDocument, order: NeutralOrder): Judged {
  const { query, focus } = plan
  const lines = linesAsked(plan).map(encodeKey)
  const offerOf = (code: string): EngineOffer | undefined => document.at?.[encodeKey(code)]
  const served = (code: string): EngineOffer | undefined => {
    const offer = offerOf(code)
    return offer && (lines.length === 0 || offer.divisions.some((division) => lines.includes(division))) ? offer : undefined
  }
  const offers = focus.map(served)
  const there = offers.filter((offer) => offer !== undefined)
  const fee = focus.length === 0 ? numberOf(document['fee']) : least(there.map((offer) => offer.fee))
  const days = focus.length === 0 ? numberOf(document['days']) : least(there.map((offer) => offer.days))
  const day = dayNumber(query.day)
  const mayBeChosen = offers.map((offer) => offer !== undefined && holds(offer, day, 'from', 'until'))
  const isOfferingAll = query.isOfferingAll && query.serviceItemCodes.length > 1
  const ofFocus = isOfferingAll ? mayBeChosen.every(Boolean) : mayBeChosen.some(Boolean)
  const grade = holds(document, day, 'listedFrom', 'listedUntil') ? 'E' : document.grade
  return {
    id: document.id,
    rank: rankOf(plan, document, there.length > 0),
    isChoosable: focus.length === 0 ? holds(document, day, 'from', 'until') : ofFocus,
    place: neutralPlace(document.ticket, order),
    fee,
    days,
    grade,
    items: document.items.map(decodeKey),
    divisions: divisionsOf(document, focus.length === 1 ? offerOf(focus[0] ?? '') : undefined),
    fits: {
      grade: query.grades.length === 0 || query.grades.some((one) => one === grade),
      fee: inRange(fee, query.feeFromFen, query.feeToFen),
      days: inRange(days, query.minDays, query.maxDays),
    },
  }
}

const divisionsOf = (document: EngineDocument, offer: EngineOffer | undefined): string[] =>
  ((offer ?? document)['wide'] as readonly string[]).map(decodeKey)

function rankOf({ reading }: SearchPlan, { nameKey, uscc }: EngineDocument, isOffering: boolean): number {
  const { words, whole, isInexact } = reading
  if (words.length === 0) return 0
  if (isInexact) return trigramDistance(nameKey, whole)
  if (nameKey === whole || uscc === whole) return 0
  if (nameKey.startsWith(whole)) return 1
  if (nameKey.includes(whole)) return 2
  return isOffering ? 3 : 4
}

function inOrder(sort: SearchPlan['query']['sort']): (one: Judged, other: Judged) => number {
  const choosable = (one: Judged, other: Judged) => Number(other.isChoosable) - Number(one.isChoosable)
  const key = {
    RELEVANCE: ({ rank }: Judged) => rank,
    FEE: ({ fee }: Judged) => fee ?? Infinity,
    DAYS: ({ days }: Judged) => days ?? Infinity,
    GRADE: ({ grade }: Judged) => gradeOrder.indexOf(grade),
  }[sort]
  const byKey = (one: Judged, other: Judged) => (key(one) === key(other) ? 0 : key(one) - key(other))
  const byPlace = (one: Judged, other: Judged) => one.place - other.place || (one.id < other.id ? -1 : 1)
  return sort === 'RELEVANCE'
    ? (one, other) => byKey(one, other) || choosable(one, other) || byPlace(one, other)
    : (one, other) => choosable(one, other) || byKey(one, other) || byPlace(one, other)
}

function holds(record: Readonly<Record<string, unknown>>, day: number, from: string, until: string): boolean {
  return spanPlaces.some((place) => {
    const first = numberOf(record[`${from}${place}`])
    const end = numberOf(record[`${until}${place}`])
    return first !== null && end !== null && first <= day && day < end
  })
}

const inRange = (value: number | null, from: number | null, to: number | null): boolean =>
  (from === null && to === null) || (value !== null && value >= (from ?? -Infinity) && value <= (to ?? Infinity))

const bandOf = (fee: number): string => String(feeBandsFen.filter((edge) => fee >= edge).length)
const limitOf = (days: number): string => String(dayLimits.filter((limit) => days > limit).length)
const least = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : Math.min(...numbers))
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function countBy(judged: readonly Judged[], valuesOf: (one: Judged) => readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const one of judged) for (const value of valuesOf(one)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries(counts)
}
