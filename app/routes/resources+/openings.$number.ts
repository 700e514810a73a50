import type { LoaderFunctionArgs } from '@remix-run/node'
import { OpeningDocument } from '#app/features/selection/opening-documents.server.ts'
import { runOperation } from '#app/operation.server.ts'

/** The record of an opening as a file: what `npm run verify-opening` and everyone's own tools read. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const selectionNumber = params['number'] ?? ''
  const { sealing } = await runOperation({ request, context }, OpeningDocument, { selectionNumber })
  if (!sealing?.transcript) throw new Response(null, { status: 404 })
  return new Response(`${JSON.stringify(sealing.transcript, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="opening-${encodeURIComponent(selectionNumber)}.json"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
