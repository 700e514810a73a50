import { Form, Link } from '@remix-run/react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useText } from '#app/page-context.tsx'
import type { PublicListData } from './load-list.server.ts'

const severities = ['MINOR', 'GENERAL', 'SERIOUS'] as const
const marks = ['PUBLISHED', 'UNDER_APPEAL'] as const

/** The search and filters of a public list: a plain GET form, whose address can be sent on. */
export function ListFilters({ list, title, wanted, divisions, items }: PublicListData) {
  const t = useText('lists')
  const listings = useText('listings')
  const id = useId()
  const { text, ...filters } = wanted
  const active = Object.values(filters).filter((value) => value !== '').length
  const any = t('filter.any')
  return (
    <Form role="search" aria-label={title} key={JSON.stringify(wanted)} className="mb-4">
      <div className="actions">
        <label htmlFor={`${id}-q`} className="sr-only">
          {listings('list.search')}
        </label>
        <input
          id={`${id}-q`}
          type="search"
          name="q"
          className="input grow basis-64"
          defaultValue={text}
          placeholder={listings('list.search')}
          maxLength={100}
        />
        <button type="submit" className="btn btn-primary">
          {listings('list.button')}
        </button>
      </div>
      <details className="mt-2" open={active > 0}>
        <summary>
          {t('filter.title')}
          {active > 0 && <span className="small mute"> · {t('filter.active', { count: active })}</span>}
        </summary>
        <div className="tier-row mt-2">
          {list !== 'RED_LIST' && (
            <Choice id={`${id}-severity`} name="severity" label={listings('list.severity')} value={wanted.severity} empty={any}>
              {severities.map((one) => ({ value: one, label: listings(`severity.${one}`) }))}
            </Choice>
          )}
          {list !== 'RED_LIST' && (
            <Choice id={`${id}-mark`} name="mark" label={t('filter.mark')} value={wanted.mark} empty={t('filter.anyMark')}>
              {marks.map((one) => ({ value: one, label: listings(`entry.mark.${one}`) }))}
            </Choice>
          )}
          <Choice id={`${id}-division`} name="division" label={t('filter.division')} value={wanted.division} empty={any}>
            {divisions}
          </Choice>
          {list !== 'DISHONESTY' && (
            <Choice id={`${id}-item`} name="item" label={t('filter.item')} value={wanted.item} empty={any}>
              {items}
            </Choice>
          )}
          <DayInput id={`${id}-from`} name="from" label={t('filter.from')} value={wanted.from} />
          <DayInput id={`${id}-until`} name="until" label={t('filter.until')} value={wanted.until} />
        </div>
        {active > 0 && (
          <p className="mt-2">
            <Link to="?">{t('filter.clear')}</Link>
          </p>
        )}
      </details>
    </Form>
  )
}

function Labelled({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {children}
    </div>
  )
}

function Choice({
  id,
  name,
  label,
  value,
  empty,
  children,
}: {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value: string
  readonly empty: string
  readonly children: readonly { readonly value: string; readonly label: string }[]
}) {
  return (
    <Labelled id={id} label={label}>
      <select id={id} name={name} className="input input-select" defaultValue={value}>
        <option value="">{empty}</option>
        {children.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function DayInput({
  id,
  name,
  label,
  value,
}: {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value: string
}) {
  return (
    <Labelled id={id} label={label}>
      <input id={id} type="date" name={name} className="input" defaultValue={value} />
    </Labelled>
  )
}
