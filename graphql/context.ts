import type { SearchPort } from '#search/search-port.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'

/** What resolvers get: the use-case context and the search port. */
export interface GraphqlContext extends UseCaseContext {
  readonly search: SearchPort
}
