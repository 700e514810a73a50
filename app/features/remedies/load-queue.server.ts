import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { AppealsDocument, DataObjectionsDocument, RepairsDocument } from './documents.server.ts'

export type RemedyKind = 'appeals' | 'repairs' | 'dataObjections'

/** One page of the remedies that wait, or were answered: `?tab=answered`, `?q=…`. */
export async function loadQueue(args: LoaderFunctionArgs, kind: RemedyKind) {
  const t = await serverText(args.request, 'remedies')
  const { searchParams, search } = new URL(args.request.url)
  const isAnswered = searchParams.get('tab') === 'answered'
  const text = searchParams.get('q') ?? ''
  const list = await queueOf(args, kind, { filter: { isOpen: !isAnswered, text }, ...pageArguments(searchParams, 20) })
  return {
    title: t(`queue.${kind}`),
    kind,
    isAnswered,
    text,
    rows: list.edges.map(({ node }) => node),
    links: pageLinks(search, list.pageInfo),
  }
}

type Asked = { filter: { isOpen: boolean; text: string } } & ReturnType<typeof pageArguments>

async function queueOf(args: LoaderFunctionArgs, kind: RemedyKind, asked: Asked) {
  switch (kind) {
    case 'appeals':
      return (await runOperation(args, AppealsDocument, asked)).list
    case 'repairs':
      return (await runOperation(args, RepairsDocument, asked)).list
    case 'dataObjections':
      return (await runOperation(args, DataObjectionsDocument, asked)).list
  }
}
