import type { ReactNode } from 'react'
import { useText } from '#app/page-context.tsx'

/** The column of filters; on a phone it folds under one line. Stands inside the page's GET form. */
export function FacetPanel({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <details className="facets">
      <summary>{title}</summary>
      {children}
      {action && <div className="actions">{action}</div>}
    </details>
  )
}

export interface FacetOption {
  readonly value: string
  readonly label: string
  /** How many results choosing it leaves. */
  readonly count: number
}

/** One filter: checkboxes for any of several, radios for one of them. */
export function FacetGroup({
  legend,
  name,
  options,
  selected,
  isSingle = false,
}: {
  readonly legend: string
  readonly name: string
  readonly options: readonly FacetOption[]
  readonly selected: readonly string[]
  readonly isSingle?: boolean
}) {
  const t = useText('common')
  return (
    <fieldset className="facet-group">
      <legend>{legend}</legend>
      {options.map(({ value, label, count }) => (
        <label key={value} className="facet-option">
          <input type={isSingle ? 'radio' : 'checkbox'} name={name} value={value} defaultChecked={selected.includes(value)} />
          <span>{label}</span>
          <span className="num mute">
            {count}
            <span className="sr-only"> {t('results')}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
