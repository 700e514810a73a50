import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LetterPaper } from '#app/features/commitments/letter-paper.tsx'
import { loadLetter } from '#app/features/commitments/load-letter.server.ts'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadLetter(args)

export default function Letter() {
  return <LetterPaper {...useLoaderData<typeof loader>()} />
}
