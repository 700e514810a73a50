import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { FacetGroup, FacetPanel } from '#app/ui/facets.tsx'
import { feeRange, shortFen } from './format-fee.ts'
import { gradeLetters } from './grade.tsx'
import type { loadSearch } from './load-search.server.ts'
import { searchAddress } from './search-query.ts'

export type SearchView = Awaited<ReturnType<typeof loadSearch>>
type Text = ReturnType<typeof useText<'intermediaries'>>

/** The words of a fee band: '¥5,000–20,000'. */
export function bandLabel([from, to]: SearchView['feeBands'][number], t: Text): string {
  if (from === null) return t('search.feeBelow', { to: shortFen(to ?? 0) })
  return to === null ? t('search.feeFrom', { from: shortFen(from) }) : feeRange(from, to)
}

/** All filters with how many results each leaves. */
export function SearchFilters({ view }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  const { query, facets, feeBands } = view
  const countOf = (counts: readonly { value: string; count: number }[], value: string) =>
    counts.find((one) => one.value === value)?.count ?? 0
  const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
  const gradeOptions = gradeLetters
    .map((grade) => ({ value: grade, label: `${grade} ${t(`grade.${grade}`)}`, count: countOf(facets.grades, grade) }))
    .filter(({ value, count }) => count > 0 || query.grade.includes(value))
  const feeOptions = feeBands.map((band, index) => ({
    value: String(index),
    label: bandLabel(band, t),
    count: countOf(facets.fees, String(index)),
  }))
  const dayOptions = facets.days.map(({ value, count }) => ({ value, label: t('search.daysWithin', { days: value }), count }))
  const feeTotal = sum(facets.fees)
  return (
    <FacetPanel
      title={t('search.filters')}
      action={
        <button type="submit" className="btn btn-primary btn-small">
          {t('search.apply')}
        </button>
      }
    >
      {facets.items.length > 0 && <FacetGroup legend={t('search.facets.item')} name="item" options={facets.items} selected={query.item} />}
      <p className="facets-more">
        <Link to="/catalogue">{t('search.moreItems')}</Link>
      </p>
      {gradeOptions.length > 0 && (
        <FacetGroup legend={t('search.facets.grade')} name="grade" options={gradeOptions} selected={query.grade} />
      )}
      {facets.divisions.length > 0 && (
        <FacetGroup legend={t('search.facets.division')} name="division" options={facets.divisions} selected={query.division} />
      )}
      <FacetGroup
        legend={t('search.facets.days')}
        name="days"
        isSingle
        options={[{ value: '', label: t('search.any'), count: feeTotal }, ...dayOptions]}
        selected={[query.days]}
      />
      <FacetGroup
        legend={t('search.facets.fee')}
        name="fee"
        isSingle
        options={[{ value: '', label: t('search.any'), count: feeTotal }, ...feeOptions]}
        selected={[query.fee]}
      />
      <fieldset className="facet-group">
        <legend>{t('search.facets.state')}</legend>
        <label className="facet-option">
          <input type="checkbox" name="choosable" value="1" defaultChecked={query.isChoosableOnly} />
          <span>{t('search.choosableOnly')}</span>
        </label>
      </fieldset>
    </FacetPanel>
  )
}

/** The filters in use, each with its way out. */
export function ActiveFilters({ view }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  const { query, facets, feeBands } = view
  const without = (list: readonly string[], value: string) => list.filter((one) => one !== value)
  const labelOf = (options: readonly { value: string; label: string }[], value: string) =>
    options.find((one) => one.value === value)?.label ?? value
  const band = query.fee === '' ? undefined : feeBands[Number(query.fee)]
  const chips = [
    ...query.item.map((code) => ({ label: labelOf(facets.items, code), to: searchAddress(query, { item: without(query.item, code) }) })),
    ...query.grade.map((grade) => ({
      label: `${t('search.facets.grade')} ${grade}`,
      to: searchAddress(query, { grade: without(query.grade, grade) }),
    })),
    ...query.division.map((code) => ({
      label: labelOf(facets.divisions, code),
      to: searchAddress(query, { division: without(query.division, code) }),
    })),
    ...(query.days === '' ? [] : [{ label: t('search.daysWithin', { days: query.days }), to: searchAddress(query, { days: '' }) }]),
    ...(band ? [{ label: bandLabel(band, t), to: searchAddress(query, { fee: '' }) }] : []),
    ...(query.isChoosableOnly ? [{ label: t('search.choosableOnly'), to: searchAddress(query, { isChoosableOnly: false }) }] : []),
  ]
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={t('search.active')}>
      {chips.map(({ label, to }) => (
        <li key={to}>
          <Link to={to} aria-label={t('search.remove', { label })}>
            {label} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link to={query.q === '' ? '/intermediaries' : `/intermediaries?q=${encodeURIComponent(query.q)}`}>{t('search.clearAll')}</Link>
      </li>
    </ul>
  )
}
