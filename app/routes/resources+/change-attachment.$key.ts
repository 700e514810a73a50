import type { LoaderFunctionArgs } from '@remix-run/node'
import { AttachmentDocument } from '#app/features/catalogue/change-documents.server.ts'
import { runOperation } from '#app/operation.server.ts'

/** The document of a step, always as a download: nothing that somebody uploaded is ever shown inside our own pages. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { changeAttachment } = await runOperation({ request, context }, AttachmentDocument, { key: params['key'] ?? '' })
  if (!changeAttachment) throw new Response(null, { status: 404 })
  const { fileName, mediaType, content } = changeAttachment
  const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'base64')) : content
  return new Response(bytes, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="attachment"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
}
