/** Takes a parameter of the statement and gives its placeholder. */
export type Bind = (value: unknown, type: string) => string

/** Fee, days, divisions and choosability of a document, as SQL. */
export interface Offers {
  readonly fee: string
  readonly days: string
  readonly choosable: string
  readonly divisions: string
  /** That it offers any of these items, or all of them, in the divisions asked for. */
  offering(codes: readonly string[], isAll?: boolean): string
}

export interface OffersAsked {
  readonly focus: readonly string[]
  readonly lines: readonly string[]
  readonly isOfferingAll: boolean
  readonly day: string
  readonly bind: Bind
}

/** Fee, days, divisions and choosability of a document: of its offers for the focus items in the divisions, else of the whole firm. */
export function offersOf({ focus, lines, isOfferingAll, day, bind }: OffersAsked): Offers {
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

/** A range of a number; what has none lies outside of every range. */
export function range(column: string, from: number | null, to: number | null, bind: Bind): string {
  const ends = [
    ...(from === null ? [] : [`${column} >= ${bind(from, 'int')}`]),
    ...(to === null ? [] : [`${column} <= ${bind(to, 'int')}`]),
  ]
  return ends.length === 0 ? 'true' : `coalesce(${ends.join(' AND ')}, false)`
}
