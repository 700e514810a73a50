import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadPools } from '#app/features/selection/load-preselection.server.ts'
import { PoolTable } from '#app/features/selection/preselection-table.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'preselection')
  return { title: t('office.title'), ...(await loadPools(args, { isKept: true })) }
}

/** The pools that the viewer's office keeps. */
export default function KeptPools() {
  const { title, state, pools, totalCount, links } = useLoaderData<typeof loader>()
  const t = useText('preselection')
  return (
    <>
      <PageHeading
        title={title}
        lead={t('office.lead')}
        actions={<ButtonLink to="/regulator/preselection/new">{t('office.open')}</ButtonLink>}
      />
      <Tabs
        label={title}
        tabs={(['OPEN', 'EXPIRED', 'CLOSED'] as const).map((one) => ({
          to: `?state=${one}`,
          label: t(`tabs.${one}`),
          isCurrent: one === state,
        }))}
      />
      <PoolTable
        base="/regulator/preselection"
        title={title}
        rows={pools}
        totalCount={totalCount}
        links={links}
        empty={t('office.empty')}
      />
    </>
  )
}
