import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadDataObjection, takeDataObjectionStep } from '#app/features/remedies/data-objection-page.server.ts'
import { DataObjectionPage } from '#app/features/remedies/data-objection-page.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadDataObjection(args)
export const action = (args: ActionFunctionArgs) => takeDataObjectionStep(args, '/intermediary')

export default function IntermediaryDataObjection() {
  const t = useText('remedies')
  return (
    <DataObjectionPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()}
      parent={{ to: '/intermediary/remedies', label: t('mine.title') }}
    />
  )
}
