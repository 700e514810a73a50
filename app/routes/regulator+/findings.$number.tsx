import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadFinding } from '#app/features/verification/finding.server.ts'
import { FindingView } from '#app/features/verification/finding-view.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadFinding(args)

/** A finding as those read it who review, decide lists, or were told of the revocation. */
export default function ReadFinding() {
  const { finding, mutationId } = useLoaderData<typeof loader>()
  const t = useText('supervision')
  const parent = { to: '/regulator/promises', label: t('use.title') }
  return <FindingView finding={finding} mutationId={mutationId} result={undefined} base="/regulator" parent={parent} />
}
