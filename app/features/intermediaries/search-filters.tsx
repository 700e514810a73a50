import { useText } from '#app/page-context.tsx'
import { FacetGroup, FacetPanel, FacetRange } from '#app/ui/facets.tsx'
import { DivisionFacet } from './division-facet.tsx'
import { bandLabel } from './filter-labels.ts'
import { gradeLetters } from './grade.tsx'
import type { SearchView } from './search-view.ts'
import { ServiceFacet } from './service-facet.tsx'

/** All filters with how many results each leaves. */
export function SearchFilters({ view }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  const { query, facets } = view
  const countOf = (value: string) => facets.grades.find((one) => one.value === value)?.count ?? 0
  const gradeOptions = gradeLetters
    .map((grade) => ({ value: grade, label: `${grade} ${t(`grade.${grade}`)}`, count: countOf(grade) }))
    .filter(({ value, count }) => count > 0 || query.grade.includes(value))
  return (
    <FacetPanel
      title={t('search.filters')}
      action={
        <button type="submit" className="btn btn-primary btn-small">
          {t('search.apply')}
        </button>
      }
    >
      <ServiceFacet view={view} />
      {gradeOptions.length > 0 && (
        <FacetGroup legend={t('search.facets.grade')} name="grade" options={gradeOptions} selected={query.grade} />
      )}
      <DivisionFacet roots={facets.divisions} selected={query.division} />
      <DaysFacet view={view} />
      <FeeFacet view={view} />
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

const sumOf = (counts: readonly { readonly count: number }[]) => counts.reduce((total, { count }) => total + count, 0)

function FeeFacet({ view: { query, facets, feeBands } }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  const search = useText('search')
  const options = feeBands.map((band, index) => ({
    value: String(index),
    label: bandLabel(band, t),
    count: facets.fees.find(({ value }) => value === String(index))?.count ?? 0,
  }))
  const legend = t('search.facets.fee')
  return (
    <FacetGroup
      legend={legend}
      name="fee"
      isSingle
      options={[{ value: '', label: t('search.any'), count: sumOf(facets.fees) }, ...options]}
      selected={[query.fee]}
    >
      <FacetRange
        legend={legend}
        unit={search('range.yuan')}
        hint={search('range.feeHint')}
        ends={[
          { name: 'feeFrom', label: search('range.from'), value: query.feeFrom },
          { name: 'feeTo', label: search('range.to'), value: query.feeTo },
        ]}
      />
    </FacetGroup>
  )
}

function DaysFacet({ view: { query, facets } }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  const search = useText('search')
  const options = facets.days.map(({ value, count }) => ({ value, label: t('search.daysWithin', { days: value }), count }))
  const legend = t('search.facets.days')
  return (
    <FacetGroup
      legend={legend}
      name="days"
      isSingle
      // Every offering has both a fee and a time.
      options={[{ value: '', label: t('search.any'), count: sumOf(facets.fees) }, ...options]}
      selected={[query.days]}
    >
      <FacetRange
        legend={legend}
        unit={search('range.workingDays')}
        hint={search('range.daysHint')}
        ends={[
          { name: 'daysFrom', label: search('range.from'), value: query.daysFrom },
          { name: 'daysTo', label: search('range.to'), value: query.daysTo },
        ]}
      />
    </FacetGroup>
  )
}
