import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { ListEntriesDocument } from './documents.server.ts'

export type PublicListData = Awaited<ReturnType<typeof loadList>>

/** One page of a public list as it stands today, by the filters in the address. */
export async function loadList({ request, context }: LoaderFunctionArgs, list: 'BLACKLIST' | 'RED_LIST' | 'DISHONESTY') {
  const t = await serverText(request, 'listings')
  const { searchParams, search } = new URL(request.url)
  const text = (searchParams.get('q') ?? '').slice(0, 100)
  const severity = (['MINOR', 'GENERAL', 'SERIOUS'] as const).find((one) => one === searchParams.get('severity'))
  const variables = { filter: { list, text, severity }, ...pageArguments(searchParams, 20) }
  const { listEntries } = await runOperation({ request, context }, ListEntriesDocument, variables)
  return {
    title: t(`list.${list}`),
    list,
    text,
    severity: severity ?? '',
    entries: listEntries.edges.map(({ node }) => node),
    totalCount: listEntries.totalCount,
    links: pageLinks(search, listEntries.pageInfo),
  }
}
