import type { LoaderFunctionArgs } from '@remix-run/node'
import { openDownload } from '#app/features/files/open-download.server.ts'

/** A file of a procedure, always as a download: nothing that somebody uploaded is ever shown inside our own pages. */
export async function loader(args: LoaderFunctionArgs) {
  const { fileName, mediaType, sizeBytes, content } = await openDownload(args)
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
