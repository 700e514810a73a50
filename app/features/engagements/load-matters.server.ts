import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { CasesDocument } from '#app/features/listings/documents.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { EngagementsDocument } from './documents.server.ts'

/** A page of the viewer's engagements, and the cases that concern the viewer. */
export async function loadMatters(args: LoaderFunctionArgs, side: 'OWNER' | 'INTERMEDIARY') {
  const { searchParams, search } = new URL(args.request.url)
  const { engagements } = await runOperation(args, EngagementsDocument, pageArguments(searchParams, 20))
  const { violationCases } = await runOperation(args, CasesDocument, { first: 20 })
  return {
    engagements: engagements.edges.map(({ node }) => node).filter(({ viewerRole }) => viewerRole === side),
    links: pageLinks(search, engagements.pageInfo),
    cases: violationCases.edges.map(({ node }) => node),
  }
}
