import { bigramsOf, gramsOf } from '#search/text/fold-text.ts'
import { nameCore } from '#search/text/name-core.ts'
import type { QueryWord } from '../read-query.ts'
import type { SearchPlan } from '../search-statement.ts'
import { dayNumber, gramKey, initialsLookup, spanPlaces } from './document.ts'
import type { Attribute, Filter, FirmAttribute } from './filter.ts'
import { all, any, compares, equals, not, startsWith } from './filter.ts'

/** The parts of a query as filters, to be put together for the page and for each facet. */
export interface QueryFilters {
  /** Text, items, divisions, choosability. */
  readonly base: Filter
  readonly grade: Filter
  readonly fee: Filter
  readonly days: Filter
  readonly isBlacklisted: Filter
  /** That the fee asked about is below this, in fen. */
  readonly feeBelow: (fen: number) => Filter
  readonly hasFee: Filter
  readonly daysUpTo: (days: number) => Filter
  readonly hasDays: Filter
}

export function filtersOf(plan: SearchPlan): QueryFilters {
  const { query, reading, focus } = plan
  const lines = linesAsked(plan)
  const served = (itemCode: string): Filter =>
    lines.length === 0 ? equals('items', itemCode) : equals({ itemCode, of: 'divisions' }, ...lines)
  const offering = (codes: readonly string[], isAll = false): Filter => (isAll ? all : any)(...codes.map(served))
  const isOfferingAll = query.isOfferingAll && query.serviceItemCodes.length > 1
  const isBlacklisted = within(plan, (place) => [`listedFrom${place}`, `listedUntil${place}`])
  const choosable =
    focus.length === 0
      ? within(plan, (place) => [`from${place}`, `until${place}`])
      : (isOfferingAll ? all : any)(...focus.map((itemCode) => all(served(itemCode), offerWithin(plan, itemCode))))
  const base = [...reading.words.map((word) => wordFilter(word, plan, offering))]
  if (query.serviceItemCodes.length > 0) base.push(offering(query.serviceItemCodes, isOfferingAll))
  const asked = linesOf(plan, query.divisionCodes)
  if (asked.length > 0) base.push(equals('divisions', ...asked))
  if (query.isChoosableOnly) base.push(choosable)

  const least = (of: 'fee' | 'days'): Least => leastOf(focus, served, of)
  const fee = least('fee')
  const days = least('days')
  return {
    base: all(...base),
    grade: gradeFilter(query.grades, isBlacklisted),
    fee: rangeOf(fee, query.feeFromFen, query.feeToFen),
    days: rangeOf(days, query.minDays, query.maxDays),
    isBlacklisted,
    feeBelow: (fen) => fee.compares('<', fen),
    hasFee: fee.exists,
    daysUpTo: (limit) => days.compares('<=', limit),
    hasDays: days.exists,
  }
}

/** The divisions asked for, or read from the text, with all above them. */
export function linesAsked(plan: SearchPlan): readonly string[] {
  const asked = linesOf(plan, plan.query.divisionCodes)
  const read = plan.reading.words.flatMap(({ divisionCodes }) => divisionCodes)
  return asked.length > 0 ? asked : linesOf(plan, read)
}

const linesOf = ({ catalogue }: SearchPlan, codes: readonly string[]): readonly string[] => [
  ...new Set(codes.flatMap((code) => catalogue.linesOfDivision.get(code) ?? [code])),
]

/** The lowest fee or shortest time of the offers asked about; without an item that of the firm. */
interface Least {
  readonly compares: (operator: '<' | '<=', number: number) => Filter
  readonly exists: Filter
}

function leastOf(focus: readonly string[], served: (itemCode: string) => Filter, of: 'fee' | 'days'): Least {
  if (focus.length === 0) return { compares: (operator, number) => compares(of, operator, number), exists: compares(of, '>=', 0) }
  return {
    compares: (operator, number) => any(...focus.map((itemCode) => all(served(itemCode), compares({ itemCode, of }, operator, number)))),
    exists: any(...focus.map(served)),
  }
}

/** What has none lies outside of every range. */
function rangeOf(least: Least, from: number | null, to: number | null): Filter {
  const low = from === null ? [] : [least.exists, not(least.compares('<', from))]
  const high = to === null ? [] : [least.compares('<=', to)]
  return all(...low, ...high)
}

function gradeFilter(grades: readonly string[], isBlacklisted: Filter): Filter {
  if (grades.length === 0) return all()
  const off = all(equals('grade', ...grades), not(isBlacklisted))
  return grades.includes('E') ? any(off, isBlacklisted) : off
}

/** The day lies in one of a document's spans. */
function within({ query }: SearchPlan, ends: (place: 0 | 1 | 2) => readonly [FirmAttribute, FirmAttribute]): Filter {
  return spansHold(dayNumber(query.day), ends)
}

function offerWithin({ query }: SearchPlan, itemCode: string): Filter {
  return spansHold(dayNumber(query.day), (place) => [
    { itemCode, of: `from${place}` },
    { itemCode, of: `until${place}` },
  ])
}

const spansHold = (day: number, ends: (place: 0 | 1 | 2) => readonly [Attribute, Attribute]): Filter =>
  any(
    ...spanPlaces.map((place) => {
      const [from, until] = ends(place)
      return all(compares(from, '<=', day), compares(until, '>', day))
    }),
  )

/** One of the meanings of a word must hold. */
function wordFilter(word: QueryWord, plan: SearchPlan, offering: (codes: readonly string[]) => Filter): Filter {
  const meanings = [textFilter(word, plan.reading.isInexact)]
  if (word.itemCodes.length > 0) meanings.push(offering(word.itemCodes))
  if (word.divisionCodes.length > 0) meanings.push(equals('divisions', ...linesOf(plan, word.divisionCodes)))
  return any(...meanings)
}

function textFilter({ word, kind }: QueryWord, isInexact: boolean): Filter {
  if (kind === 'CODE') return startsWith('uscc', word)
  const core = [...nameCore(word)]
  if (isInexact && kind === 'WORD' && core.length > 2) return similarTo(core)
  const pairs = bigramsOf(word)
  const named = hasGrams(pairs.length > 0 ? pairs : gramsOf(word))
  if (kind !== 'LETTERS') return named
  return any(all(...initialsLookup(word).map((key) => equals('initials', key))), named)
}

const hasGrams = (grams: readonly string[]): Filter => all(...grams.map((gram) => equals('grams', gramKey(gram))))

/** One character may be wrong: whichever it is, all pairs without it are there, and so are the characters beside it. */
function similarTo(characters: readonly string[]): Filter {
  const without = (wrong: number): Filter => {
    const pairs = characters
      .slice(1)
      .flatMap((character, at) => (at === wrong || at + 1 === wrong ? [] : [`${characters[at]}${character}`]))
    const beside = [characters[wrong - 1], characters[wrong + 1]].filter((character) => character !== undefined)
    return hasGrams([...new Set([...pairs, ...beside])])
  }
  return any(...characters.map((_, wrong) => without(wrong)))
}
