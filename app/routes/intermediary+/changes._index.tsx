import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { ChangeTable } from '#app/features/intermediaries/change-table.tsx'
import { loadOwnEntry } from '#app/features/intermediaries/load-own-entry.server.ts'
import { RegisterChangesDocument } from '#app/features/intermediaries/upkeep-documents.server.ts'
import { UpkeepFrame } from '#app/features/intermediaries/upkeep-frame.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'upkeep')
  const { searchParams, search } = new URL(args.request.url)
  const own = await loadOwnEntry(args)
  const { registerChanges } = await runOperation(args, RegisterChangesDocument, pageArguments(searchParams, 20))
  return {
    title: t('tabs.changes'),
    ...own,
    rows: registerChanges.edges.map(({ node }) => node),
    links: pageLinks(search, registerChanges.pageInfo),
  }
}

/** 变更记录: everything that was ever asked to be changed, and what came of it. */
export default function Changes() {
  const { title, entry, rows, links } = useLoaderData<typeof loader>()
  const t = useText('upkeep')
  return (
    <UpkeepFrame title={title} lead={t('changes.lead')} entry={entry}>
      <ChangeTable rows={rows} caption={title} empty={t('changes.empty')} toChange={(number) => `/intermediary/changes/${number}`} />
      <Pagination {...links} />
    </UpkeepFrame>
  )
}
