/** Where institutions are compared. */
export const comparePath = '/compare'

/** More columns than this nobody can compare (our own default; the API has the same limit). */
export const mostCompared = 4

/** What the comparison's address says. */
export interface CompareQuery {
  readonly with: readonly string[]
  /** The service to compare them for; empty: one that all or most of them offer. */
  readonly item: string
  readonly isDifferencesOnly: boolean
}

/** Reads an address, or the search form with what was picked in it; whatever makes no sense counts as not said. */
export function readCompareQuery(params: URLSearchParams): CompareQuery {
  return {
    with: [...new Set(params.getAll('with').filter((uscc) => /^[0-9A-Z]{18}$/.test(uscc)))].sort().slice(0, 20),
    item: params.getAll('item').find((code) => /^[\w-]{1,40}$/.test(code)) ?? '',
    isDifferencesOnly: params.get('only') === 'differences',
  }
}

/** The address of a comparison: the same institutions have the same address, in whatever order they were picked. */
export function compareAddress(query: CompareQuery, change: Partial<CompareQuery> = {}): string {
  const { with: usccs, item, isDifferencesOnly } = { ...query, ...change }
  const params = new URLSearchParams([...usccs].sort().map((uscc) => ['with', uscc]))
  if (item !== '') params.set('item', item)
  if (isDifferencesOnly) params.set('only', 'differences')
  return params.size === 0 ? comparePath : `${comparePath}?${params}`
}
