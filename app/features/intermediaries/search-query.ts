/**
 * What the search page's address says. A query as `readSearchQuery` gives it is in its one normal form: printing and reading it again gives
 * the same, and equal searches have one address, which is what people share and save.
 */
export interface SearchQuery {
  readonly q: string
  readonly item: readonly string[]
  /** With several items: who offers all of them, not any. */
  readonly isOfferingAll: boolean
  readonly division: readonly string[]
  readonly grade: readonly string[]
  /** Index of a fee band; empty where none is chosen or a range is given. */
  readonly fee: string
  /** Whole yuan, both ends included. */
  readonly feeFrom: number | null
  readonly feeTo: number | null
  /** One of the offered limits in working days; empty where none is chosen or a range is given. */
  readonly days: string
  readonly daysFrom: number | null
  readonly daysTo: number | null
  readonly isChoosableOnly: boolean
  readonly sort: SortKey
  readonly page: number
  /** USCCs picked for the comparison: they go along from page to page, and are no part of the search. */
  readonly with: readonly string[]
}

export const sortKeys = ['RELEVANCE', 'FEE', 'DAYS', 'GRADE'] as const
export type SortKey = (typeof sortKeys)[number]

/** Where the search page is. */
export const searchPath = '/intermediaries'

/** Chosen values of one kind; a page of ours offers fewer. */
const mostValues = 20
/** The API counts fen in 32 bits. */
const mostYuan = 21_474_836
const mostDays = 366
/** A page holds 20 results and 1,000 are reachable. */
const mostPages = 50

/** The search that finds all. */
export const wholeRegister: SearchQuery = {
  q: '',
  item: [],
  isOfferingAll: false,
  division: [],
  grade: [],
  fee: '',
  feeFrom: null,
  feeTo: null,
  days: '',
  daysFrom: null,
  daysTo: null,
  isChoosableOnly: false,
  sort: 'RELEVANCE',
  page: 1,
  with: [],
}

/** Reads an address's parameters; whatever makes no sense counts as not said. */
export function readSearchQuery(searchParams: URLSearchParams): SearchQuery {
  const one = (name: string, pattern: RegExp) => pattern.exec(searchParams.get(name) ?? '')?.[0] ?? ''
  const all = (name: string, pattern: RegExp) =>
    [...new Set(searchParams.getAll(name).filter((value) => pattern.test(value)))].sort().slice(0, mostValues)
  const item = all('item', /^[\w-]{1,40}$/)
  const [feeFrom, feeTo] = readRange(searchParams.get('feeFrom'), searchParams.get('feeTo'), mostYuan)
  const [daysFrom, daysTo] = readRange(searchParams.get('daysFrom'), searchParams.get('daysTo'), mostDays)
  return {
    q: readWords(searchParams.get('q') ?? ''),
    item,
    isOfferingAll: item.length > 1 && searchParams.get('all') === '1',
    division: all('division', /^[\w-]{1,40}$/),
    grade: all('grade', /^[A-EN]$/),
    fee: (feeFrom ?? feeTo) === null ? one('fee', /^[0-4]$/) : '',
    feeFrom,
    feeTo,
    days: (daysFrom ?? daysTo) === null ? one('days', /^(5|10|20|30)$/) : '',
    daysFrom,
    daysTo,
    isChoosableOnly: searchParams.get('choosable') === '1',
    sort: sortKeys.find((key) => key === searchParams.get('sort')) ?? 'RELEVANCE',
    page: Math.min(Math.max(Number(one('page', /^\d{1,4}$/)), 1), mostPages),
    with: all('with', /^[0-9A-Z]{18}$/),
  }
}

/** Trimmed to what the API takes: at most 100 UTF-16 units, and no half of a pair of them. */
const readWords = (text: string): string =>
  text
    .trim()
    .slice(0, 100)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()

/** Both ends as typed, in full width or with separators: '５,０００元'. Ends given the wrong way round are turned. */
function readRange(from: string | null, to: string | null, most: number): readonly [number | null, number | null] {
  const read = (text: string | null): number | null => {
    const digits = (text ?? '').normalize('NFKC').replace(/[\s,，¥元天日]/g, '')
    return /^\d{1,15}$/.test(digits) ? Math.min(Number(digits), most) : null
  }
  // From nothing on is no limit.
  const [low, high] = [read(from) || null, read(to)]
  return low !== null && high !== null && high < low ? [high || null, low] : [low, high]
}

/** The parameters of a search: defaults left out, always in this order. */
export function printSearchQuery(query: SearchQuery): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') params.set(name, String(value))
  }
  set('q', query.q)
  for (const code of query.item) params.append('item', code)
  if (query.isOfferingAll) params.set('all', '1')
  for (const code of query.division) params.append('division', code)
  for (const letter of query.grade) params.append('grade', letter)
  set('fee', query.fee)
  set('feeFrom', query.feeFrom)
  set('feeTo', query.feeTo)
  set('days', query.days)
  set('daysFrom', query.daysFrom)
  set('daysTo', query.daysTo)
  if (query.isChoosableOnly) params.set('choosable', '1')
  if (query.sort !== 'RELEVANCE') params.set('sort', query.sort)
  if (query.page > 1) params.set('page', String(query.page))
  for (const uscc of query.with) params.append('with', uscc)
  return params
}

/** The address of a search. A change of anything but the page begins at page 1. */
export function searchAddress(query: SearchQuery, change: Partial<SearchQuery> = {}): string {
  const params = printSearchQuery(normalised({ ...query, page: 1, ...change }))
  return params.size === 0 ? searchPath : `${searchPath}?${params}`
}

/** "All of these" needs two items. */
const normalised = (query: SearchQuery): SearchQuery => ({ ...query, isOfferingAll: query.isOfferingAll && query.item.length > 1 })

/** What of a query is the search itself: what is saved and shared, without the page and the comparison. */
export const searchAlone = (query: SearchQuery): SearchQuery => ({ ...query, page: 1, with: [] })

/** The filters that can be taken off one by one, as changes that do so. */
export const withoutFilter = {
  item: { item: [], isOfferingAll: false },
  isOfferingAll: { isOfferingAll: false },
  division: { division: [] },
  grade: { grade: [] },
  fee: { fee: '', feeFrom: null, feeTo: null },
  days: { days: '', daysFrom: null, daysTo: null },
  isChoosableOnly: { isChoosableOnly: false },
} as const satisfies Readonly<Record<string, Partial<SearchQuery>>>

export type FilterKey = keyof typeof withoutFilter
export const filterKeys = Object.keys(withoutFilter) as readonly FilterKey[]

/** The filters in use. */
export function filtersOf(query: SearchQuery): readonly FilterKey[] {
  const address = searchAddress(searchAlone(query))
  return filterKeys.filter((key) => searchAddress(searchAlone({ ...query, ...withoutFilter[key] })) !== address)
}
