import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
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

/** 红名单推荐 before those who examine and decide. */
export default function RedListNominations() {
  const data = useLoaderData<typeof loader>()
  const t = useText('lists')
  return (
    <>
      <PageHeading title={data.title} lead={t('nominations.lead')} />
      <NominationList {...data} base="/regulator/red-list" hasReviews />
    </>
  )
}
