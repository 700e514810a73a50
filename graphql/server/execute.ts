import type { TadaDocumentNode } from 'gql.tada'
import { execute } from 'graphql'
import type { GraphQLError } from 'graphql'
import { ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import { schema } from '../schema.ts'
import { requestContext } from './request-context.ts'
import type { ServerContext } from './request-context.ts'

/**
 * Runs a page's document in process, as the request's viewer: no HTTP, no parsing.
 * @throws Response 401, 403 or 404 for the route's ErrorBoundary; the original error for anything unexpected
 */
export async function executeOperation<R, V extends object>(
  request: Request,
  server: ServerContext,
  document: TadaDocumentNode<R, V>,
  variables: V,
): Promise<R> {
  const contextValue = await requestContext(request, server)
  const { data, errors } = await execute({ schema, document, variableValues: variables as Record<string, unknown>, contextValue })
  if (errors?.[0]) throw toThrowable(errors[0])
  return data as R
}

function toThrowable(error: GraphQLError): unknown {
  const cause = error.originalError
  if (cause instanceof NotFoundError) return new Response(cause.code, { status: 404 })
  if (cause instanceof ForbiddenError) return new Response(cause.code, { status: cause.code === 'SIGN_IN_REQUIRED' ? 401 : 403 })
  return cause ?? error
}
