import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadRepairForm, sendRepair } from '#app/features/remedies/apply-for-repair.server.ts'
import { ApplyForRepair } from '#app/features/remedies/apply-for-repair.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadRepairForm(args)
export const action = (args: ActionFunctionArgs) => sendRepair(args, '/intermediary')

export default function IntermediaryAppliesForRepair() {
  return <ApplyForRepair {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} base="/intermediary" />
}
