import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadRepair, takeRepairStep } from '#app/features/remedies/repair-page.server.ts'
import { RepairPage } from '#app/features/remedies/repair-page.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadRepair(args)
export const action = (args: ActionFunctionArgs) => takeRepairStep(args, '/owner')

export default function OwnerRepair() {
  const t = useText('remedies')
  return (
    <RepairPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()}
      parent={{ to: '/owner/remedies', label: t('mine.title') }}
    />
  )
}
