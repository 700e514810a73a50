import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadObjectionForm, sendObjection } from '#app/features/remedies/object-to-data.server.ts'
import { ObjectToData } from '#app/features/remedies/object-to-data.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadObjectionForm(args)
export const action = (args: ActionFunctionArgs) => sendObjection(args, '/owner')

export default function OwnerObjectsToData() {
  return <ObjectToData {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} base="/owner" />
}
