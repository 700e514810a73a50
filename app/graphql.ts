import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './gql-env.d.ts'

/**
 * Writes a page's document, typed by graphql/schema.graphql. Documents stand in `.server.ts` files: the browser needs none.
 * A fragment's fields are open to whoever spreads it.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection
  disableMasking: true
  scalars: { DateTime: string; Day: string; JSON: unknown; Bytes: string | Uint8Array<ArrayBuffer> }
}>()

export type { ResultOf, VariablesOf } from 'gql.tada'
