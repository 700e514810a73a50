import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadPools } from '#app/features/selection/load-preselection.server.ts'
import { PoolTable } from '#app/features/selection/preselection-table.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'preselection')
  return { title: t('title'), ...(await loadPools(args)) }
}

/** 预选库 for everyone: which there are, and how many firms count as members now. */
export default function PreselectionPools() {
  const { title, state, pools, totalCount, links } = useLoaderData<typeof loader>()
  const t = useText('preselection')
  const common = useText('common')
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={title} />
      <PageHeading title={title} lead={t('lead')} />
      <Tabs
        label={title}
        tabs={(['OPEN', 'EXPIRED', 'CLOSED'] as const).map((one) => ({
          to: `?state=${one}`,
          label: t(`tabs.${one}`),
          isCurrent: one === state,
        }))}
      />
      <PoolTable base="/preselection" title={title} rows={pools} totalCount={totalCount} links={links} empty={t('empty')} />
    </>
  )
}
