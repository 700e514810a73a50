import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadFinding, takeFindingStep } from '#app/features/verification/finding.server.ts'
import { FindingView } from '#app/features/verification/finding-view.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadFinding(args)

export const action = (args: ActionFunctionArgs) => takeFindingStep(args, '/agency')

export default function AgencyFinding() {
  const { finding, mutationId } = useLoaderData<typeof loader>()
  const t = useText('verification')
  const parent = { to: '/agency/findings', label: t('findings.title') }
  return <FindingView finding={finding} mutationId={mutationId} result={useActionData<typeof action>()} base="/agency" parent={parent} />
}
