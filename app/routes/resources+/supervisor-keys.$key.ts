import type { LoaderFunctionArgs } from '@remix-run/node'
import { KeyDocument } from '#app/features/selection/key-documents.server.ts'
import { runOperation } from '#app/operation.server.ts'

/** A locked key of the viewer's own body as an age file, to unlock it elsewhere. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { supervisorKey } = await runOperation({ request, context }, KeyDocument, { key: params['key'] ?? '' })
  if (!supervisorKey) throw new Response(null, { status: 404 })
  return new Response(supervisorKey.wrappedIdentity, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${supervisorKey.selectionNumber ?? supervisorKey.recipient.slice(0, 16)}.key.age"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
