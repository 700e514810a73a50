import { GraphQLError } from 'graphql'
import type { ExecutionResult } from 'graphql'
import { UseCaseError } from '#services/kernel/use-case-error.ts'

/** Under which id a bug is logged, and how. */
export interface Reporter {
  readonly requestId: string
  /** Logs a bug once, with the request id. */
  readonly reportError: (error: unknown) => void
}

/**
 * What a caller gets to see of each error: a refusal with its code and facts; a fault of the document as graphql-js words it; a bug
 * only as a request id, under which it is logged.
 */
export function maskResult<R extends ExecutionResult>(result: R, reporter: Reporter): R {
  if (!result.errors?.length) return result
  return { ...result, errors: result.errors.map((error) => maskError(error, reporter)) }
}

function maskError(error: GraphQLError, { requestId, reportError }: Reporter): GraphQLError {
  const cause = causeOf(error)
  if (cause === null) return error
  const place = { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path }
  if (cause instanceof UseCaseError) {
    return new GraphQLError(cause.message, { ...place, extensions: { code: cause.code, facts: cause.facts } })
  }
  reportError(cause)
  // `unexpected` makes Yoga answer 500 where nothing could be executed at all; it is not sent.
  return new GraphQLError('Unexpected error.', { ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId, unexpected: true } })
}

/** What a resolver threw, or null when the fault is the document's or the variables'. */
function causeOf(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error
  return error.originalError ? causeOf(error.originalError) : null
}
