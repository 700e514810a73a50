import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { giveReview } from '#app/features/reviews/give-review.server.ts'
import { loadTask } from '#app/features/reviews/load-task.server.ts'
import { TaskPage } from '#app/features/reviews/task-page.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadTask(args)
export const action = (args: ActionFunctionArgs) => giveReview(args, () => '/regulator/reviews?tab=given')

export default function GiveReview() {
  const { task, clientMutationId } = useLoaderData<typeof loader>()
  return <TaskPage task={task} base="/regulator/reviews" mutationId={clientMutationId} result={useActionData<typeof action>()} />
}
