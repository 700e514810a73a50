import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData, useLocation } from '@remix-run/react'
import { announcedModes } from '#domain/selection/suggest-mode.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { loadSelections } from '#app/features/selection/load-selections.server.ts'
import { SelectionRow } from '#app/features/selection/selection-row.tsx'
import { stateGroups } from '#app/features/selection/state-groups.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'selection')
  return { title: t('list.title'), ...(await loadSelections(args)) }
}

/** 选取公告: what is announced, with its state; anyone may follow each to its end. */
export default function Selections() {
  const { title, selections, totalCount, links } = useLoaderData<typeof loader>()
  const t = useText('selection')
  const common = useText('common')
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={title} />
      <PageHeading title={title} lead={t('list.lead')} />
      <div className="search-columns">
        <Filters />
        <section aria-labelledby="found">
          <h2 id="found">{t('list.found', { count: totalCount })}</h2>
          <p className="order-note">{t('list.order')}</p>
          {selections.length === 0 && <p>{t('list.none')}</p>}
          {selections.map((one) => (
            <SelectionRow key={one.number} of={one} to={`/selections/${one.number}`} />
          ))}
          <Pagination {...links} />
        </section>
      </div>
    </>
  )
}

function Filters() {
  const { wanted, serviceItems, divisions } = useLoaderData<typeof loader>()
  const t = useText('selection')
  const { language } = usePage()
  const { search } = useLocation()
  const field = (name: string, label: string, value: string | null) => ({
    ...{ id: `filter-${name}`, name, label, value: value ?? '', values: [value ?? ''], error: undefined },
  })
  const named = (rows: typeof serviceItems | typeof divisions) => rows.map((row) => ({ value: row.code, label: nameIn(language, row) }))
  return (
    <Form method="get" className="form" key={search} aria-label={t('list.filters')}>
      <SelectField
        {...field('state', t('list.state'), wanted.group)}
        empty={t('list.anyState')}
        options={stateGroups.map((group) => ({ value: group, label: t(`stateGroup.${group}`) }))}
      />
      <SelectField
        {...field('mode', t('list.mode'), wanted.mode)}
        empty={t('list.anyMode')}
        options={announcedModes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
      />
      <SelectField {...field('item', t('list.item'), wanted.item)} empty={t('list.anyItem')} options={named(serviceItems)} />
      <SelectField {...field('division', t('list.division'), wanted.division)} empty={t('list.anyDivision')} options={named(divisions)} />
      <div className="actions">
        <button type="submit" className="btn btn-primary">
          {t('list.apply')}
        </button>
        <Link to="/selections">{t('list.clear')}</Link>
      </div>
    </Form>
  )
}
