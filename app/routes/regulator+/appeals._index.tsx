import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadQueue } from '#app/features/remedies/load-queue.server.ts'
import { QueuePage } from '#app/features/remedies/queue-page.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadQueue(args, 'appeals')

export default function AppealQueue() {
  return <QueuePage {...useLoaderData<typeof loader>()} />
}
