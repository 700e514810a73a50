import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention'
import { createYoga } from 'graphql-yoga'
import { UseCaseError } from '#services/kernel/use-case-error.ts'
import type { GraphqlContext } from '../context.ts'
import { schema } from '../schema.ts'
import { requestContext } from './request-context.ts'
import type { ServerContext } from './request-context.ts'

/** The endpoint `/graphql` for partners: `fetch(request, serverContext)`. */
export const graphqlEndpoint = createYoga<ServerContext, GraphqlContext>({
  schema,
  graphqlEndpoint: '/graphql',
  maskedErrors: {
    maskError(error, message) {
      const cause = error instanceof Error && 'originalError' in error ? error.originalError : error
      if (cause instanceof UseCaseError) return error as Error
      return new Error(message)
    },
  },
  batching: false,
  plugins: [useCSRFPrevention({ requestHeaders: ['x-graphql-yoga-csrf'] })],
  context: (initial) => requestContext(initial.request, initial),
})
