import { searchAddress, wholeRegister } from './search-query.ts'

/** One suggestion as the browser gets it, named in the reader's language. */
export interface Suggestion {
  readonly kind: 'INTERMEDIARY' | 'SERVICE_ITEM' | 'DIVISION'
  readonly key: string
  readonly name: string
}

/** Where suggestions come from: `?q=…` answers `{ suggestions }`. */
export const suggestPath = '/resources/suggest'

/** Where a suggestion leads. */
export function addressOf({ kind, key }: Suggestion): string {
  if (kind === 'INTERMEDIARY') return `/intermediaries/${encodeURIComponent(key)}`
  return searchAddress({ ...wholeRegister, ...(kind === 'SERVICE_ITEM' ? { item: [key] } : { division: [key] }) })
}
