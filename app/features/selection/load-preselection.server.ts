import type { LoaderFunctionArgs } from '@remix-run/node'
import { preselectionPoolStates } from '#domain/selection/preselection.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { newMutationId } from '#app/form.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { PoolDocument, PoolsDocument } from './preselection-documents.server.ts'

/** A page of pools: by the state the address asks for, all offices' or those the filter leaves. */
export async function loadPools(args: LoaderFunctionArgs, filter: { readonly isKept?: boolean; readonly isJoined?: boolean } = {}) {
  const { searchParams, search } = new URL(args.request.url)
  const state = preselectionPoolStates.find((one) => one === searchParams.get('state')) ?? 'OPEN'
  const wanted = filter.isJoined ? filter : { ...filter, state }
  const { preselectionPools } = await runOperation(args, PoolsDocument, { filter: wanted, ...pageArguments(searchParams, 20) })
  return {
    state,
    pools: preselectionPools.edges.map(({ node }) => node),
    totalCount: preselectionPools.totalCount ?? 0,
    links: pageLinks(search, preselectionPools.pageInfo),
  }
}

/** One pool with everyone who is or was in it. @throws Response 404 */
export async function loadPool(args: LoaderFunctionArgs) {
  const { preselectionPool: pool } = await runOperation(args, PoolDocument, { number: args.params['number'] ?? '' })
  if (!pool) throw new Response(null, { status: 404 })
  const { language } = await preferencesOf(args.request)
  const isDone = new URL(args.request.url).searchParams.has('done')
  return { title: language === 'en' ? pool.titleEn : pool.titleZh, pool, isDone, clientMutationId: newMutationId() }
}
