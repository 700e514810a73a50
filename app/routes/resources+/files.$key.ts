import type { LoaderFunctionArgs } from '@remix-run/node'
import { openFile } from '#graphql/server/open-file.ts'
import { signInFirst } from '#app/operation.server.ts'

/** A file of a procedure, always as a download: nothing that somebody uploaded is ever shown inside our own pages. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const file = await openFile(request, context.server, params['key'] ?? '').catch((thrown: unknown) => {
    if (thrown instanceof Response && thrown.status === 401) throw signInFirst(request)
    throw thrown
  })
  if (!file) throw new Response(null, { status: 404 })
  const { fileName, mediaType, sizeBytes, content } = file
  return new Response(content, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(sizeBytes),
      'Content-Disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
}
