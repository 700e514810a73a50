import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadMyRemedies } from '#app/features/remedies/my-remedies.server.ts'
import { MyRemedies } from '#app/features/remedies/my-remedies.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadMyRemedies(args)

export default function IntermediaryRemedies() {
  const t = useText('engagements')
  return (
    <MyRemedies {...useLoaderData<typeof loader>()} base="/intermediary" parent={{ to: '/intermediary', label: t('provider.title') }} />
  )
}
