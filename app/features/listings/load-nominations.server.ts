import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { runOperation } from '#app/operation.server.ts'
import { NominationsDocument } from './red-list-documents.server.ts'

const filters = {
  open: { states: ['NOMINATED', 'PUBLICITY'] },
  decided: { states: ['LISTED', 'NOT_LISTED', 'WITHDRAWN'] },
} as const
export type NominationTab = keyof typeof filters

/** One page of the nominations this person may work with, by the tab and text in the address. */
export async function loadNominations(args: LoaderFunctionArgs) {
  const { searchParams, search } = new URL(args.request.url)
  const tab: NominationTab = searchParams.get('tab') === 'decided' ? 'decided' : 'open'
  const text = (searchParams.get('q') ?? '').slice(0, 100)
  const filter = { states: [...filters[tab].states], text }
  const { redListNominations } = await runOperation(args, NominationsDocument, { filter, ...pageArguments(searchParams, 20) })
  return {
    tab,
    text,
    total: redListNominations.totalCount,
    rows: redListNominations.edges.map(({ node }) => node),
    links: pageLinks(search, redListNominations.pageInfo),
  }
}
