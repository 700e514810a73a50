import type { LoaderFunctionArgs } from '@remix-run/node'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { DrawTranscriptDocument } from '#app/features/selection/draw-proof-documents.server.ts'
import { runOperation } from '#app/operation.server.ts'

/** A draw's transcript as a file, canonical, for everyone: what `npm run verify-draw` and the verification page read. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { selection } = await runOperation({ request, context }, DrawTranscriptDocument, { number: params['number'] ?? '' })
  const transcript = selection?.draw?.transcript
  if (!selection || transcript == null) throw new Response(null, { status: 404 })
  return new Response(`${canonicalJson(transcript)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${selection.number}.json"`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
    },
  })
}
