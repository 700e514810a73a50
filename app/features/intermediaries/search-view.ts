import type { loadSearch } from './load-search.server.ts'

/** What the search page's loader hands to its parts. */
export type SearchView = Awaited<ReturnType<typeof loadSearch>>
