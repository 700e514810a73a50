import type { ReactNode } from 'react'
import { useId } from 'react'
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

/** One filter: checkboxes for any of several, radios for one of them; what else belongs to it stands below. */
export function FacetGroup({
  legend,
  name,
  options,
  selected,
  isSingle = false,
  children,
}: {
  readonly legend: string
  readonly name: string
  readonly options: readonly FacetOption[]
  readonly selected: readonly string[]
  readonly isSingle?: boolean
  readonly children?: ReactNode
}) {
  return (
    <fieldset className="facet-group">
      <legend>{legend}</legend>
      <FacetOptions name={name} options={options} selected={selected} isSingle={isSingle} />
      {children}
    </fieldset>
  )
}

/** The choices of a filter, inside its group. */
export function FacetOptions({
  name,
  options,
  selected,
  isSingle = false,
}: {
  readonly name: string
  readonly options: readonly FacetOption[]
  readonly selected: readonly string[]
  readonly isSingle?: boolean
}) {
  const t = useText('common')
  return (
    <>
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
    </>
  )
}

/** Further choices of a filter behind one line. */
export function FacetFold({
  summary,
  isOpen = false,
  children,
}: {
  readonly summary: string
  readonly isOpen?: boolean
  readonly children: ReactNode
}) {
  return (
    <details className="facet-fold" open={isOpen}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}

/** Both ends of a range, typed; an empty end is open. */
export function FacetRange({
  legend,
  unit,
  hint,
  ends,
}: {
  /** Of the filter it belongs to: what the two fields are ends of. */
  readonly legend: string
  readonly unit: string
  readonly hint: string
  readonly ends: readonly { readonly name: string; readonly label: string; readonly value: number | null }[]
}) {
  const id = useId()
  return (
    <div className="facet-range">
      {ends.map(({ name, label, value }) => (
        <label key={name}>
          <span>
            <span className="sr-only">{legend} </span>
            {label}
          </span>
          <input
            className="input"
            name={name}
            defaultValue={value ?? ''}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            aria-describedby={`${id}-hint`}
          />
        </label>
      ))}
      <span>{unit}</span>
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
    </div>
  )
}
