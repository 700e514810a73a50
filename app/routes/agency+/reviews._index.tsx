import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadQueue } from '#app/features/reviews/load-queue.server.ts'
import type { ReviewQueue } from '#app/features/reviews/load-queue.server.ts'
import { QueuePage } from '#app/features/reviews/queue-page.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadQueue(args)

/** 服务评价 of the competent authority. */
export default function Reviews() {
  const t = useText('reviews')
  return <QueuePage queue={useLoaderData<typeof loader>() as ReviewQueue} base="/agency/reviews" lead={t('queue.agencyLead')} />
}
