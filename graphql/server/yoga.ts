import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention'
import { parse } from 'graphql'
import type { ExecutionResult, ParseOptions } from 'graphql'
import { createYoga, isAsyncIterable } from 'graphql-yoga'
import type { Plugin } from 'graphql-yoga'
import { schema } from '../schema.ts'
import { compiledExecution } from './compiled-execution.ts'
import { maskResult } from './mask-result.ts'
import { operationCost } from './operation-cost.ts'
import { demandShallow, documentLimits, operationLimitsRule } from './operation-limits.ts'
import type { EndpointContext } from './request-context.ts'
import { storableText } from './storable-text.ts'

const limits: Plugin = {
  onParse: ({ setParseFn }) => {
    setParseFn((source: string, options: ParseOptions) => {
      demandShallow(source)
      return parse(source, { ...options, maxTokens: documentLimits.tokens })
    })
  },
  onValidate: ({ addValidationRule }) => {
    addValidationRule(operationLimitsRule)
  },
}

/** The last stop of every result on Yoga's own HTTP path; the fast path masks by itself. */
const masking: Plugin = {
  onResultProcess({ result, setResult, serverContext }) {
    if (!Array.isArray(result) && !isAsyncIterable(result))
      setResult(maskResult(result as ExecutionResult, serverContext as unknown as EndpointContext))
  },
}

/** GraphQL over HTTP by the book: media types, status codes, caches of parsed and validated documents. */
export const yoga = createYoga<EndpointContext>({
  schema,
  graphqlEndpoint: '/graphql',
  // Our own masking, because Yoga's does not know the request.
  maskedErrors: false,
  logging: false,
  batching: false,
  multipart: false,
  // The page http.ts serves in its place needs nothing from other hosts.
  graphiql: false,
  landingPage: false,
  // The body was read and measured before Yoga sees it.
  maxRequestBodySize: false,
  // Nobody else's pages call this endpoint from a browser: systems have keys, and our pages run in process.
  cors: false,
  plugins: [
    useCSRFPrevention({ requestHeaders: ['x-graphql-yoga-csrf'] }),
    limits,
    storableText(),
    operationCost(),
    compiledExecution(),
    masking,
  ],
})
