import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadAppeal, takeAppealStep } from '#app/features/remedies/appeal-page.server.ts'
import { AppealPage } from '#app/features/remedies/appeal-page.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadAppeal(args)
export const action = (args: ActionFunctionArgs) => takeAppealStep(args, '/owner')

export default function OwnerAppeal() {
  const t = useText('remedies')
  return (
    <AppealPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()}
      base="/owner"
      parent={{ to: '/owner/remedies', label: t('mine.title') }}
    />
  )
}
