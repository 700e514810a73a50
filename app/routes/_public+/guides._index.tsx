import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { loadGuides } from '#app/features/catalogue/load-guides.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'catalogue')
  return { ...(await loadGuides(args)), title: t('guides.title') }
}
type Guide = Awaited<ReturnType<typeof loader>>['guides'][number]

/** 办事指南: which materials each approval needs. */
export default function GuidesPage() {
  const { q, guides } = useLoaderData<typeof loader>()
  const t = useText('catalogue')
  const common = useText('common')
  const columns = [
    { key: 'item', title: t('guides.columns.item'), cell: ({ code, name }: Guide) => <Link to={`/guides/${code}`}>{name}</Link> },
    { key: 'agency', title: t('guides.columns.agency'), cell: ({ agencyZh }: Guide) => agencyZh },
    { key: 'kind', title: t('guides.columns.kind'), cell: ({ kind }: Guide) => t(`guides.kind.${kind}`) },
    {
      key: 'days',
      title: t('guides.columns.days'),
      isNumber: true,
      cell: ({ promisedWorkingDays }: Guide) =>
        promisedWorkingDays === 0 ? t('guides.sameDay') : t('guides.days', { days: promisedWorkingDays }),
    },
    {
      key: 'materials',
      title: t('guides.columns.materials'),
      cell: ({ materialCount, deferrableCount }: Guide) =>
        deferrableCount === 0
          ? t('guides.materialsNone', { count: materialCount })
          : t('guides.materials', { count: materialCount, deferrable: deferrableCount }),
    },
  ]
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={t('guides.title')} />
      <PageHeading title={t('guides.title')} lead={t('guides.lead')} />
      <SearchBox
        action="/guides"
        label={t('guides.search')}
        placeholder={t('guides.search')}
        button={t('search.button')}
        defaultValue={q}
      />
      <p role="status">{t('count', { count: guides.length })}</p>
      <DataTable
        caption={t('guides.title')}
        isCaptionHidden
        columns={columns}
        rows={guides}
        rowKey={({ code }) => code}
        empty={
          <>
            {t('guides.empty')} <Link to="/guides">{t('search.all')}</Link>
          </>
        }
      />
    </>
  )
}
