import type { LoaderFunctionArgs } from '@remix-run/node'
import { couldEver } from '#domain/access/can.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { ReviewsGivenDocument, ReviewsWithWordsDocument, ReviewTasksDocument } from './documents.server.ts'
import type { ReviewTaskView, ReviewView } from './documents.server.ts'

export type QueueTab = 'waiting' | 'given' | 'words' | 'hidden'

export interface ReviewQueue {
  readonly title: string
  readonly tab: QueueTab
  readonly tabs: readonly QueueTab[]
  readonly tasks: readonly ReviewTaskView[]
  readonly reviews: readonly ReviewView[]
  readonly links: { readonly previous?: string | undefined; readonly next?: string | undefined }
}

/** One tab of a body's reviews: what waits, what it gave, and for the offices the words of all. */
export async function loadQueue(args: LoaderFunctionArgs): Promise<ReviewQueue> {
  const { viewer } = args.context
  const t = await serverText(args.request, 'reviews')
  const tabs: readonly QueueTab[] = [
    ...(couldEver(viewer, 'review.queue') ? (['waiting', 'given'] as const) : []),
    ...(couldEver(viewer, 'review.viewHidden') ? (['words', 'hidden'] as const) : []),
  ]
  const { searchParams, search } = new URL(args.request.url)
  const tab = tabs.find((one) => one === searchParams.get('tab')) ?? tabs[0]
  if (!tab) throw new Response(null, { status: 403 })
  const queue = { title: t('queue.title'), tab, tabs, tasks: [], reviews: [], links: {} }
  if (tab === 'waiting') return { ...queue, tasks: (await runOperation(args, ReviewTasksDocument, {})).reviewTasks }
  const page = pageArguments(searchParams, 20)
  const { reviews } =
    tab === 'given'
      ? await runOperation(args, ReviewsGivenDocument, page)
      : await runOperation(args, ReviewsWithWordsDocument, { ...page, isModerated: tab === 'hidden' })
  return { ...queue, reviews: reviews.edges.map(({ node }) => node), links: pageLinks(search, reviews.pageInfo) }
}
