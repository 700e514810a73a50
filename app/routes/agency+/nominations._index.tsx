import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { loadNominations } from '#app/features/listings/load-nominations.server.ts'
import { NominationList } from '#app/features/listings/nomination-list.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'lists')
  return { title: t('nominations.title'), ...(await loadNominations(args)) }
}

/** An authority's own nominations. */
export default function OwnNominations() {
  const data = useLoaderData<typeof loader>()
  const t = useText('lists')
  return (
    <>
      <PageHeading
        title={data.title}
        lead={t('nominations.ownLead')}
        actions={
          <Link className="btn btn-primary" to="/agency/nominations/new">
            {t('nominations.new')}
          </Link>
        }
      />
      <NominationList {...data} base="/agency/nominations" />
    </>
  )
}
