import type { LoaderFunctionArgs } from '@remix-run/node'
import { caseStates } from '#domain/acceptance/case-state.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { runOperation } from '#app/operation.server.ts'
import { QueueDocument } from './documents.server.ts'

const open = ['FILED', 'CORRECTION_REQUESTED', 'ACCEPTED'] as const

/** The cases an address asks for: `?tab=open|closed|all&q=…`. */
export async function loadCases({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>, defaultTab: 'open' | 'all') {
  const { searchParams, search } = new URL(request.url)
  const tab = searchParams.get('tab') ?? defaultTab
  const text = searchParams.get('q') ?? ''
  const closed = caseStates.filter((state) => !open.some((one) => one === state))
  const states = tab === 'all' || text !== '' ? null : tab === 'closed' ? closed : [...open]
  const found = await runOperation({ request, context }, QueueDocument, { filter: { text, states }, ...pageArguments(searchParams, 20) })
  const { approvalCases } = found
  return {
    text,
    tab,
    dues: found.commitmentDueCounts,
    cases: approvalCases.edges.map(({ node }) => node),
    totalCount: approvalCases.totalCount,
    links: pageLinks(search, approvalCases.pageInfo),
  }
}
