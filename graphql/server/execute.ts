import type { TadaDocumentNode } from 'gql.tada'
import { execute, GraphQLError } from 'graphql'
import { ForbiddenError, NotFoundError, UseCaseError } from '#services/kernel/use-case-error.ts'
import { schema } from '../schema.ts'
import { requestContext } from './request-context.ts'
import type { ServerContext } from './request-context.ts'
import { isUnstorable } from './storable-text.ts'

/**
 * Runs a page's document in process, as the request's viewer: no HTTP, no parsing.
 * @throws Response 400 (an address or form that no page of ours makes), 401, 403 or 404 for the route's ErrorBoundary; the original
 * error for anything unexpected
 */
export async function executeOperation<R, V extends object>(
  request: Request,
  server: ServerContext,
  document: TadaDocumentNode<R, V>,
  variables: V,
): Promise<R> {
  if (isUnstorable(variables)) throw new Response('TEXT_UNSTORABLE', { status: 400 })
  const contextValue = await requestContext(request, server)
  const { data, errors } = await execute({ schema, document, variableValues: variables as Record<string, unknown>, contextValue })
  if (errors?.[0]) throw toThrowable(errors[0])
  return data as R
}

/** What a resolver threw; null when graphql-js itself found fault. */
const causeOf = (cause: unknown): unknown => (cause instanceof GraphQLError ? causeOf(cause.originalError) : (cause ?? null))

function toThrowable(error: GraphQLError): unknown {
  const cause = error.originalError
  if (cause instanceof NotFoundError) return new Response(cause.code, { status: 404 })
  if (cause instanceof ForbiddenError) return new Response(cause.code, { status: cause.code === 'SIGN_IN_REQUIRED' ? 401 : 403 })
  if (cause instanceof UseCaseError) return new Response(cause.code, { status: 400 })
  // Without a cause the fault is a variable's: a day that doesn't exist, typed into the address.
  return causeOf(cause) ?? new Response('VARIABLE_INVALID', { status: 400 })
}
