import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import type { TadaDocumentNode } from 'gql.tada'
import { executeOperation } from '#graphql/server/execute.ts'

/**
 * Runs a document for a loader or an action, in process and as the request's viewer.
 * Whoever has to sign in first is sent there and comes back to this page.
 * @throws Response 400, 403 or 404 for the route's ErrorBoundary; a redirect to the sign-in
 */
export async function runOperation<R, V extends object>(
  { request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  document: TadaDocumentNode<R, V>,
  variables: V,
): Promise<R> {
  try {
    return await executeOperation(request, context.server, document, variables)
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status === 401) throw signInFirst(request)
    throw thrown
  }
}

/** Sends to the sign-in and back to this page. */
export function signInFirst(request: Request): Response {
  const { pathname, search } = new URL(request.url)
  return redirect(`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`)
}
