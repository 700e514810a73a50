/** What the search page's address says. Everything is text, as a form sends it. */
export interface SearchQuery {
  readonly q: string
  readonly item: readonly string[]
  readonly division: readonly string[]
  readonly grade: readonly string[]
  /** Index of a fee band. */
  readonly fee: string
  readonly days: string
  readonly isChoosableOnly: boolean
  readonly sort: SortKey
  readonly page: number
}

export const sortKeys = ['RELEVANCE', 'FEE', 'DAYS', 'GRADE'] as const
export type SortKey = (typeof sortKeys)[number]

/** Reads the address; whatever makes no sense counts as not said. */
export function readSearchQuery({ searchParams }: URL): SearchQuery {
  const all = (name: string) => [...new Set(searchParams.getAll(name).filter((value) => value !== ''))].slice(0, 20)
  const page = Number(searchParams.get('page'))
  return {
    q: (searchParams.get('q') ?? '').trim().slice(0, 100),
    item: all('item'),
    division: all('division'),
    grade: all('grade').filter((grade) => /^[A-EN]$/.test(grade)),
    fee: /^[0-4]$/.test(searchParams.get('fee') ?? '') ? (searchParams.get('fee') ?? '') : '',
    days: /^(5|10|20|30)$/.test(searchParams.get('days') ?? '') ? (searchParams.get('days') ?? '') : '',
    isChoosableOnly: searchParams.get('choosable') === '1',
    sort: sortKeys.find((key) => key === searchParams.get('sort')) ?? 'RELEVANCE',
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 50) : 1,
  }
}

/** The address of a search; defaults are left out. A change of anything but the page begins at page 1. */
export function searchAddress(query: SearchQuery, change: Partial<SearchQuery> = {}): string {
  const { q, item, division, grade, fee, days, isChoosableOnly, sort, page } = { ...query, page: 1, ...change }
  const params = new URLSearchParams()
  if (q !== '') params.set('q', q)
  for (const code of item) params.append('item', code)
  for (const code of division) params.append('division', code)
  for (const letter of grade) params.append('grade', letter)
  if (fee !== '') params.set('fee', fee)
  if (days !== '') params.set('days', days)
  if (isChoosableOnly) params.set('choosable', '1')
  if (sort !== 'RELEVANCE') params.set('sort', sort)
  if (page > 1) params.set('page', String(page))
  return params.size === 0 ? '/intermediaries' : `/intermediaries?${params}`
}
