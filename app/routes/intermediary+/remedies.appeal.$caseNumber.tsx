import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadAppealForm, sendAppeal } from '#app/features/remedies/file-appeal.server.ts'
import { FileAppeal } from '#app/features/remedies/file-appeal.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadAppealForm(args)
export const action = (args: ActionFunctionArgs) => sendAppeal(args, '/intermediary')

export default function IntermediaryFilesAppeal() {
  return <FileAppeal {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} base="/intermediary" />
}
