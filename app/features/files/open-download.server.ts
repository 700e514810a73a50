import type { LoaderFunctionArgs } from '@remix-run/node'
import { openFile } from '#graphql/server/open-file.ts'
import type { FileDownload } from '#graphql/server/open-file.ts'
import { signInFirst } from '#app/operation.server.ts'

/** A stored file of the viewer's to see. @throws Response 404, 403; a redirect to the sign-in */
export async function openDownload({ request, context, params }: LoaderFunctionArgs): Promise<FileDownload> {
  const file = await openFile(request, context.server, params['key'] ?? '').catch((thrown: unknown) => {
    if (thrown instanceof Response && thrown.status === 401) throw signInFirst(request)
    throw thrown
  })
  if (!file) throw new Response(null, { status: 404 })
  return file
}
