import type { LoaderFunctionArgs } from '@remix-run/node'
import type { TadaDocumentNode } from 'gql.tada'
import { executeOperation } from '#graphql/server/execute.ts'

/**
 * Runs a document for a loader or an action, in process and as the request's viewer.
 * @throws Response 401, 403 or 404 for the route's ErrorBoundary
 */
export function runOperation<R, V extends object>(
  { request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  document: TadaDocumentNode<R, V>,
  variables: V,
): Promise<R> {
  return executeOperation(request, context.server, document, variables)
}
