import { neutralOrderOf } from '#domain/catalogue/neutral-order.ts'
import type { IntermediaryQuery } from '#search/search-port.ts'
import { dayLimits, feeBandsFen } from '#search/search-port.ts'
import { bigramsOf, gramsOf } from '#search/text/fold-text.ts'
import { nameCore } from '#search/text/name-core.ts'
import type { CatalogueWords } from './catalogue-words.ts'
import type { GramShare } from './rare-pairs.ts'
import { candidatePairs, lookupPairs } from './rare-pairs.ts'
import type { QueryWord, Reading } from './read-query.ts'

/** A statement with its parameters. */
export interface SearchStatement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** What a statement is made of. */
export interface SearchPlan {
  readonly query: IntermediaryQuery
  readonly reading: Reading
  /** The items whose offers give fee, days and choosability; none: the whole firm. */
  readonly focus: readonly string[]
  readonly catalogue: CatalogueWords
  readonly shareOf: GramShare
}

/** The ids of one page alone. */
export function pageStatement(plan: SearchPlan): SearchStatement {
  const { matched, ids, values } = parts(plan)
  return { text: `WITH matched AS (${matched}) SELECT ${ids} AS ids`, values }
}

/**
 * One statement for ids, total and all facets: what fits text, item and division is found through the indexes and kept once; the
 * page and every facet are read from that.
 */
export function searchStatement(plan: SearchPlan): SearchStatement {
  const { matched, ids, values, bind } = parts(plan)
  const facet = (sql: string) => `(SELECT coalesce(jsonb_object_agg(value, n), '{}') FROM (${sql}) f)`
  const text = `
WITH matched AS MATERIALIZED (${matched})
SELECT ${ids} AS ids,
  (SELECT count(*) FROM matched WHERE ${fitsAll})::int AS total,
  ${facet(`SELECT unnest(items) AS value, count(*) AS n FROM matched WHERE ${fitsAll} GROUP BY 1`)} AS "serviceItems",
  ${facet(`SELECT unnest(${widest(plan, bind)}) AS value, count(*) AS n FROM matched WHERE ${fitsAll} GROUP BY 1`)} AS divisions,
  ${facet(`SELECT grade AS value, count(*) AS n FROM matched WHERE fits_fee AND fits_days GROUP BY 1`)} AS grades,
  ${facet(`SELECT width_bucket(fee, ${bind(feeBandsFen, 'int[]')}) AS value, count(*) AS n FROM matched WHERE fee IS NOT NULL AND fits_grade AND fits_days GROUP BY 1`)} AS fees,
  ${facet(`SELECT width_bucket(days - 1, ${bind(dayLimits, 'int[]')}) AS value, count(*) AS n FROM matched WHERE days IS NOT NULL AND fits_grade AND fits_fee GROUP BY 1`)} AS days`
  return { text, values }
}

/**
 * The divisions of a document without those that a wider one of its own covers: who counts the districts adds the city's count, as a
 * search for a district finds the city's offers too.
 */
function widest({ catalogue }: SearchPlan, bind: Bind): string {
  const wide = bind([...new Set([...catalogue.linesOfDivision.values()].flatMap((line) => line.slice(1)))], 'text[]')
  return `CASE WHEN divisions && ${wide} THEN ARRAY(SELECT d FROM unnest(divisions) d WHERE d = ANY(${wide})) ELSE divisions END`
}

/** Not rated stands after the rated, the blacklisted last (our own default). */
const gradeOrder = 'ABCDNE'

const fitsAll = 'fits_grade AND fits_fee AND fits_days'

/** The matched documents, and how a page of ids is taken from them. */
function parts({ query, reading, focus, catalogue, shareOf }: SearchPlan) {
  const values: unknown[] = []
  const bind = (value: unknown, type: string): string => `$${values.push(value)}::${type}`
  const day = bind(query.day, 'date')
  const linesOf = (codes: readonly string[]) => [...new Set(codes.flatMap((code) => catalogue.linesOfDivision.get(code) ?? [code]))]
  const lines = linesOf(query.divisionCodes)
  const readLines = linesOf(reading.words.flatMap(({ divisionCodes }) => divisionCodes))
  const isOfferingAll = query.isOfferingAll && query.serviceItemCodes.length > 1
  const offers = offersOf({ focus, lines: lines.length > 0 ? lines : readLines, isOfferingAll, day, bind })

  const where = ['"isListed"', ...reading.words.map((word) => wordCondition(word, { reading, shareOf, offers, linesOf, bind }))]
  if (query.serviceItemCodes.length > 0) where.push(offers.offering(query.serviceItemCodes, isOfferingAll))
  if (lines.length > 0) where.push(`"divisionCodes" && ${bind(lines, 'text[]')}`)
  if (query.isChoosableOnly) where.push(offers.choosable)

  const fits = {
    grade: query.grades.length > 0 ? `grade = ANY(${bind(query.grades, 'text[]')})` : 'true',
    fee: range('fee', query.feeFromFen, query.feeToFen, bind),
    days: range('days', query.minDays, query.maxDays, bind),
  }
  const { multiplier, shift } = neutralOrderOf(query.day)
  const place = `(${bind(multiplier, 'bigint')} * "neutralTicket" + ${bind(shift, 'bigint')}) % 2147483647`
  const order = { RELEVANCE: 'rank', FEE: 'fee NULLS LAST', DAYS: 'days NULLS LAST', GRADE: `strpos('${gradeOrder}', grade)` }[query.sort]
  // An equal name or code is the thing asked for, choosable or not; among the rest those that can't be chosen come last.
  const orderBy = query.sort === 'RELEVANCE' ? `rank, choosable DESC, place, id` : `choosable DESC, ${order}, place, id`
  const matched = `
  SELECT id, rank, choosable, place, fee, days, grade, items, divisions,
    ${fits.grade} AS fits_grade, ${fits.fee} AS fits_fee, ${fits.days} AS fits_days
  FROM (SELECT "intermediaryId" AS id, ${rankOf(reading, focus, offers, bind)} AS rank, ${offers.choosable} AS choosable, ${place} AS place,
      ${offers.fee} AS fee, ${offers.days} AS days, CASE WHEN "blacklisted" @> ${day} THEN 'E' ELSE "grade" END AS grade,
      "serviceItemCodes" AS items, ${offers.divisions} AS divisions
    FROM "SearchDocument" WHERE ${where.join(' AND ')}) d`
  const slice = `LIMIT ${bind(query.limit, 'int')} OFFSET ${bind((query.page - 1) * query.limit, 'int')}`
  return { matched, ids: `ARRAY(SELECT id FROM matched WHERE ${fitsAll} ORDER BY ${orderBy} ${slice})`, values, bind }
}

type Bind = (value: unknown, type: string) => string

interface Offers {
  readonly fee: string
  readonly days: string
  readonly choosable: string
  readonly divisions: string
  /** That it offers any of these items, or all of them, in the divisions asked for. */
  offering(codes: readonly string[], isAll?: boolean): string
}

interface OffersAsked {
  readonly focus: readonly string[]
  readonly lines: readonly string[]
  readonly isOfferingAll: boolean
  readonly day: string
  readonly bind: Bind
}

/** Fee, days, divisions and choosability of a document: of its offers for the focus items in the divisions, else of the whole firm. */
function offersOf({ focus, lines, isOfferingAll, day, bind }: OffersAsked): Offers {
  const patterns = lines.map((code) => `% ${code} %`)
  const placeOf = (code: string) => `array_position("serviceItemCodes", ${bind(code, 'text')})`
  const isServed = (place: string) =>
    lines.length === 0 ? `${place} IS NOT NULL` : `"offerDivisions"[${place}] LIKE ANY(${bind(patterns, 'text[]')})`
  const offering = (codes: readonly string[], isAll = false) => {
    const offers = `"serviceItemCodes" ${isAll ? '@>' : '&&'} ${bind(codes, 'text[]')}`
    if (lines.length === 0) return offers
    return `(${offers} AND (${codes.map((code) => isServed(placeOf(code))).join(isAll ? ' AND ' : ' OR ')}))`
  }
  if (focus.length === 0) {
    const choosable = `("qualified" @> ${day} AND NOT "barred" @> ${day})`
    return { fee: '"minFeeFen"', days: '"minDays"', choosable, divisions: '"divisionCodes"', offering }
  }
  const places = focus.map(placeOf)
  const [place] = places
  const lowest = (column: string) =>
    `LEAST(${places.map((at) => (lines.length === 0 ? `"${column}"[${at}]` : `CASE WHEN ${isServed(at)} THEN "${column}"[${at}] END`)).join(', ')})`
  const qualified = places.map((at) => `(${isServed(at)} AND "offerQualified"[${at}] @> ${day})`).join(isOfferingAll ? ' AND ' : ' OR ')
  return {
    fee: lowest('offerFeesFen'),
    days: lowest('offerDays'),
    choosable: `(coalesce(${qualified}, false) AND NOT "barred" @> ${day})`,
    // Of several items the divisions of the firm: one by one they would count a firm more than once.
    divisions:
      places.length === 1 ? `coalesce(string_to_array(btrim("offerDivisions"[${place}]), ' '), "divisionCodes")` : '"divisionCodes"',
    offering,
  }
}

function range(column: string, from: number | null, to: number | null, bind: Bind): string {
  const ends = [
    ...(from === null ? [] : [`${column} >= ${bind(from, 'int')}`]),
    ...(to === null ? [] : [`${column} <= ${bind(to, 'int')}`]),
  ]
  return ends.length === 0 ? 'true' : `coalesce(${ends.join(' AND ')}, false)`
}

interface WordContext {
  readonly reading: Reading
  readonly shareOf: GramShare
  readonly offers: Offers
  readonly linesOf: (codes: readonly string[]) => readonly string[]
  readonly bind: Bind
}

/** One of the meanings of a word must hold. */
function wordCondition(word: QueryWord, { reading, shareOf, offers, linesOf, bind }: WordContext): string {
  const meanings = [textCondition(word, reading, shareOf, bind)]
  if (word.itemCodes.length > 0) meanings.push(offers.offering(word.itemCodes))
  if (word.divisionCodes.length > 0) meanings.push(`"divisionCodes" && ${bind(linesOf(word.divisionCodes), 'text[]')}`)
  return `(${meanings.join(' OR ')})`
}

function textCondition({ word, kind }: QueryWord, reading: Reading, shareOf: GramShare, bind: Bind): string {
  if (kind === 'CODE') return `"uscc" LIKE ${bind(`${word}%`, 'text')}`
  const pairs = bigramsOf(reading.isInexact ? nameCore(word) : word)
  if (reading.isInexact && kind === 'WORD' && pairs.length > 1) {
    // Half of the pairs: one wrong character spoils two of them.
    const shared = sharedGrams(bind(pairs, 'text[]'))
    return `("grams" && ${bind(candidatePairs(pairs, shareOf), 'text[]')} AND ${shared} >= ${bind(Math.ceil(pairs.length / 2), 'int')})`
  }
  const lookup = `"grams" @> ${bind(pairs.length > 0 ? lookupPairs(pairs, shareOf) : gramsOf(word), 'text[]')}`
  const looked = lookupPairs(pairs, shareOf).length < pairs.length
  // The empty array keeps the index out of the rest: it would read the long list of every common pair.
  const named = looked ? `(${lookup} AND "grams" || '{}'::text[] @> ${bind(pairs, 'text[]')})` : lookup
  // A trigram index can't find two letters in the middle of a word, only at its beginning.
  return kind === 'LETTERS' ? `"initials" LIKE ${bind(word.length < 3 ? `% ${word}%` : `%${word}%`, 'text')} OR ${named}` : named
}

const sharedGrams = (grams: string): string => `(SELECT count(*) FROM unnest(${grams}) gram WHERE gram = ANY("grams"))`

/** Smaller is nearer: the same name or code, a name that begins with the text, that contains it, a firm that offers the service, the rest. */
function rankOf({ words, whole, isInexact }: Reading, focus: readonly string[], { offering }: Offers, bind: Bind): string {
  if (words.length === 0) return '0'
  if (isInexact) {
    // Twice the shared pairs and characters by those of both (Dice), as a distance: beside a wrong character no pair is left to tell by.
    const grams = gramsOf(whole)
    return `1 - 2.0 * ${sharedGrams(bind(grams, 'text[]'))} / (${bind(grams.length, 'int')} + cardinality("grams"))`
  }
  const key = bind(whole, 'text')
  const offers = focus.length === 0 ? '' : `WHEN ${offering(focus)} THEN 3`
  return `CASE WHEN "nameKey" = ${key} OR "uscc" = ${key} THEN 0 WHEN starts_with("nameKey", ${key}) THEN 1 WHEN strpos("nameKey", ${key}) > 0 THEN 2 ${offers} ELSE 4 END`
}
