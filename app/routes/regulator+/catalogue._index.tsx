import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChangeList } from '#app/features/catalogue/change-table.tsx'
import { loadChanges } from '#app/features/catalogue/load-changes.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadChanges(args)

/** 清单动态调整: what the reform office has on its desk. */
export default function CatalogueChanges() {
  const data = useLoaderData<typeof loader>()
  const t = useText('catalogueChanges')
  return (
    <>
      <PageHeading title={data.title} lead={t('lead')} />
      <ChangeList base="/regulator/catalogue" {...data} />
    </>
  )
}
