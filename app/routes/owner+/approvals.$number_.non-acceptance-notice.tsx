import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CasePaper } from '#app/features/acceptance/case-paper.tsx'
import { loadCasePaper } from '#app/features/acceptance/load-paper.server.ts'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadCasePaper(args, 'nonAcceptance')

export default function NonAcceptanceNotice() {
  return <CasePaper {...useLoaderData<typeof loader>()} paper="nonAcceptance" />
}
