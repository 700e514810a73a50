import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadCase } from '#app/features/listings/load-case.server.ts'
import { PartyCase } from '#app/features/listings/party-case.tsx'
import { takeCaseStep } from '#app/features/listings/case-steps.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadCase(args)

export async function action(args: ActionFunctionArgs) {
  const number = args.params['number'] ?? ''
  return takeCaseStep(args, number, `/owner/cases/${number}`)
}

export default function OwnerCase() {
  const t = useText('engagements')
  return (
    <PartyCase
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()}
      parent={{ to: '/owner', label: t('mine.title') }}
    />
  )
}
