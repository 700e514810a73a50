import type { Texts } from '#app/i18n/texts.ts'
import type { Translator } from '#app/i18n/translate.ts'
import { feeRange, shortFen } from './format-fee.ts'
import { labelIn } from './present-facets.ts'
import { searchAddress } from './search-query.ts'
import type { SearchQuery } from './search-query.ts'
import type { SearchView } from './search-view.ts'

type Text = Translator<Texts['intermediaries']>
type SearchText = Translator<Texts['search']>

/** The words of a fee band: '¥5,000–20,000'. */
export function bandLabel([from, to]: SearchView['feeBands'][number], t: Text): string {
  if (from === null) return t('search.feeBelow', { to: shortFen(to ?? 0) })
  return to === null ? t('search.feeFrom', { from: shortFen(from) }) : feeRange(from, to)
}

/** One condition of a search in words, and the address without it. */
export interface Chip {
  readonly label: string
  readonly to: string
}

/** Where the names of chosen services and divisions, and the fee bands, stand. */
export interface NamedFacets {
  readonly facets: Pick<SearchView['facets'], 'services' | 'divisions'>
  readonly feeBands: SearchView['feeBands']
}

/** Every condition in use. `query` is the one to go on from, with what is picked for the comparison by now. */
export function chipsOf({ facets, feeBands }: NamedFacets, query: SearchQuery, t: Text, search: SearchText): readonly Chip[] {
  const chip = (label: string, change: Partial<SearchQuery>): Chip => ({ label, to: searchAddress(query, change) })
  const without = (list: readonly string[], value: string) => list.filter((one) => one !== value)
  const services = [...facets.services.first, ...facets.services.agencies.flatMap(({ options }) => options)]
  const band = query.fee === '' ? undefined : feeBands[Number(query.fee)]
  const fee = rangeLabel('fee', query.feeFrom, query.feeTo, search)
  const days = rangeLabel('days', query.daysFrom, query.daysTo, search)
  return [
    ...query.item.map((code) => chip(labelIn(services, code) ?? code, { item: without(query.item, code) })),
    ...(query.isOfferingAll ? [chip(search('services.all'), { isOfferingAll: false })] : []),
    ...query.grade.map((grade) => chip(`${t('search.facets.grade')} ${grade}`, { grade: without(query.grade, grade) })),
    ...query.division.map((code) => chip(labelIn(facets.divisions, code) ?? code, { division: without(query.division, code) })),
    ...(query.days === '' ? [] : [chip(t('search.daysWithin', { days: query.days }), { days: '' })]),
    ...(days === null ? [] : [chip(days, { daysFrom: null, daysTo: null })]),
    ...(band ? [chip(bandLabel(band, t), { fee: '' })] : []),
    ...(fee === null ? [] : [chip(fee, { feeFrom: null, feeTo: null })]),
    ...(query.isChoosableOnly ? [chip(t('search.choosableOnly'), { isChoosableOnly: false })] : []),
  ]
}

function rangeLabel(kind: 'fee' | 'days', from: number | null, to: number | null, t: SearchText): string | null {
  if (from !== null && to !== null) return t(`range.${kind}Between`, { from, to })
  if (from !== null) return t(`range.${kind}AtLeast`, { from })
  return to === null ? null : t(`range.${kind}AtMost`, { to })
}
