import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChangeList } from '#app/features/catalogue/change-table.tsx'
import { loadChanges } from '#app/features/catalogue/load-changes.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadChanges(args)

/** What the agency has applied for, and where it stands. */
export default function OwnChanges() {
  const data = useLoaderData<typeof loader>()
  const t = useText('catalogueChanges')
  return (
    <>
      <PageHeading
        title={t('apply.mine')}
        lead={t('apply.lead')}
        actions={<ButtonLink to="/agency/catalogue/new">{t('apply.title')}</ButtonLink>}
      />
      <ChangeList base="/agency/catalogue" {...data} />
    </>
  )
}
