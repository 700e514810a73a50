import { neutralOrderOf } from '#domain/catalogue/neutral-order.ts'
import type { IntermediaryQuery } from '#search/search-port.ts'
import { dayLimits, feeBandsFen } from '#search/search-port.ts'
import type { CatalogueWords } from './catalogue-words.ts'
import type { Bind, Offers } from './offer-terms.ts'
import { offersOf, range } from './offer-terms.ts'
import type { Reading } from './read-query.ts'
import type { Shares } from './shares.ts'
import { rankOf, wordCondition } from './word-terms.ts'

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
  readonly shares: Shares
}

/** The ids of one page alone. */
export function pageStatement(plan: SearchPlan): SearchStatement {
  const { limit, page } = plan.query
  const { matched, idsOf, values } = searchParts(plan)
  return { text: `WITH matched AS (${matched}) SELECT ${idsOf(limit, (page - 1) * limit)} AS ids`, values }
}

/**
 * One statement for ids, total and all facets: what fits text, item and division is found through the indexes and kept once; the
 * page and every facet are read from that.
 */
export function searchStatement(plan: SearchPlan): SearchStatement {
  const { limit, page } = plan.query
  const { matched, idsOf, values, bind } = searchParts(plan)
  const ids = idsOf(limit, (page - 1) * limit)
  return { text: `WITH matched AS MATERIALIZED (${matched}) SELECT ${ids} AS ids, ${countsOf(plan, bind)}`, values }
}

/** Total and facets of what stands in `matched`. */
export function countsOf(plan: SearchPlan, bind: Bind): string {
  const facet = (sql: string) => `(SELECT coalesce(jsonb_object_agg(value, n), '{}') FROM (${sql}) f)`
  return `
  (SELECT count(*) FROM matched WHERE ${fitsAll})::int AS total,
  ${facet(`SELECT unnest(items) AS value, count(*) AS n FROM matched WHERE ${fitsAll} GROUP BY 1`)} AS "serviceItems",
  ${facet(`SELECT unnest(${widest(plan, bind)}) AS value, count(*) AS n FROM matched WHERE ${fitsAll} GROUP BY 1`)} AS divisions,
  ${facet(`SELECT grade AS value, count(*) AS n FROM matched WHERE fits_fee AND fits_days GROUP BY 1`)} AS grades,
  ${facet(`SELECT width_bucket(fee, ${bind(feeBandsFen, 'int[]')}) AS value, count(*) AS n FROM matched WHERE fee IS NOT NULL AND fits_grade AND fits_days GROUP BY 1`)} AS fees,
  ${facet(`SELECT width_bucket(days - 1, ${bind(dayLimits, 'int[]')}) AS value, count(*) AS n FROM matched WHERE days IS NOT NULL AND fits_grade AND fits_fee GROUP BY 1`)} AS days`
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
export const gradeOrder = 'ABCDNE'

/** That a row of `matched` passes the filters whose facets are counted without them. */
export const fitsAll = 'fits_grade AND fits_fee AND fits_days'

/** Where documents are taken from, and what must hold for them beside the query. */
export interface SearchSource {
  /** The table, or a selection of it with the same columns. */
  readonly from: (bind: Bind) => string
  readonly where: (bind: Bind, offers: Offers) => readonly string[]
}
const allDocuments: SearchSource = { from: () => '"SearchDocument"', where: () => [] }

/** The matched documents, and how a page of ids is taken from them. */
export function searchParts(plan: SearchPlan, source = allDocuments) {
  const { query, reading, focus, catalogue, shares } = plan
  const values: unknown[] = []
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`
  const day = bind(query.day, 'date')
  const linesOf = (codes: readonly string[]) => [...new Set(codes.flatMap((code) => catalogue.linesOfDivision.get(code) ?? [code]))]
  const lines = linesOf(query.divisionCodes)
  const readLines = linesOf(reading.words.flatMap(({ divisionCodes }) => divisionCodes))
  const isOfferingAll = query.isOfferingAll && query.serviceItemCodes.length > 1
  const offers = offersOf({ focus, lines: lines.length > 0 ? lines : readLines, isOfferingAll, day, bind })

  const context = { reading, shareOf: shares.gram, offers, linesOf, bind }
  const where = ['"isListed"', ...reading.words.map((word) => wordCondition(word, context)), ...source.where(bind, offers)]
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
    FROM ${source.from(bind)} WHERE ${where.join(' AND ')}) d`
  const idsOf = (limit: number, offset: number) =>
    `ARRAY(SELECT id FROM matched WHERE ${fitsAll} ORDER BY ${orderBy} LIMIT ${bind(limit, 'int')} OFFSET ${bind(offset, 'int')})`
  return { matched, idsOf, values, bind }
}
