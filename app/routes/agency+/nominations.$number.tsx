import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadNomination } from '#app/features/listings/load-nomination.server.ts'
import { takeNominationStep } from '#app/features/listings/nomination-steps.server.ts'
import { NominationView } from '#app/features/listings/nomination-view.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadNomination(args)

export const action = (args: ActionFunctionArgs) => takeNominationStep(args, '/agency/nominations')

/** One nomination of the own authority: its course, and its withdrawal. */
export default function OwnNomination() {
  const { nomination, mutationIds } = useLoaderData<typeof loader>()
  const t = useText('lists')
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency/nominations', label: t('nominations.title') }]} current={nomination.number} />
      <NominationView nomination={nomination} mutationIds={mutationIds} result={useActionData<typeof action>()} />
    </>
  )
}
