import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountTabs } from '#app/features/intermediaries/account-tabs.tsx'
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
  const isJoined = new URL(args.request.url).searchParams.get('tab') !== 'open'
  return { title: t('own.title'), isJoined, ...(await loadPools(args, isJoined ? { isJoined } : {})) }
}

/** The pools an intermediary is or was in, and those it could join. */
export default function OwnPools() {
  const { title, isJoined, pools, totalCount, links } = useLoaderData<typeof loader>()
  const t = useText('preselection')
  const common = useText('common')
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={title} />
      <PageHeading title={title} lead={t('own.lead')} />
      <AccountTabs />
      <Tabs
        label={title}
        tabs={[
          { to: '?tab=joined', label: t('own.tabs.joined'), isCurrent: isJoined },
          { to: '?tab=open', label: t('own.tabs.open'), isCurrent: !isJoined },
        ]}
      />
      <PoolTable
        base="/intermediary/preselection"
        title={title}
        rows={pools}
        totalCount={totalCount}
        links={links}
        empty={isJoined ? t('own.empty') : t('own.emptyOpen')}
        isOwn
      />
    </>
  )
}
