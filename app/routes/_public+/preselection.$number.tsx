import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadPool } from '#app/features/selection/load-preselection.server.ts'
import { PoolFacts } from '#app/features/selection/preselection-facts.tsx'
import { MemberTables } from '#app/features/selection/preselection-member-tables.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadPool(args)

/** One pool for everyone: its conditions, who is in it now, and of everybody else why not. */
export default function PreselectionPool() {
  const { title, pool } = useLoaderData<typeof loader>()
  const t = useText('preselection')
  return (
    <>
      <Breadcrumb parents={[{ to: '/preselection', label: t('title') }]} current={pool.number} />
      <PageHeading title={title} />
      <PoolFacts pool={pool} />
      <MemberTables pool={pool} />
    </>
  )
}
