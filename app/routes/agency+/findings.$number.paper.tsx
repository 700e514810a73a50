import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FindingPaper } from '#app/features/verification/finding-paper.tsx'
import { loadFindingPaper } from '#app/features/verification/finding-paper.server.ts'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadFindingPaper(args)

export default function Paper() {
  return <FindingPaper {...useLoaderData<typeof loader>()} />
}
