import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filtersOf, printSearchQuery, readSearchQuery, searchAddress, searchAlone, wholeRegister } from './search-query.ts'

const read = (search: string) => readSearchQuery(new URLSearchParams(search))

/** Parameters as people, forms and attackers send them: our names with sensible and senseless values, and names of nobody. */
const names = [
  'q',
  'item',
  'all',
  'division',
  'grade',
  'fee',
  'feeFrom',
  'feeTo',
  'days',
  'daysFrom',
  'daysTo',
  'choosable',
  'sort',
  'page',
  'with',
]
const values = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 130 }),
  fc.constantFrom(
    '1',
    '0',
    '4',
    '10',
    '5000',
    '５，０００元',
    'A',
    'N',
    'FEE',
    'ZJ-EIA-001',
    '410105',
    '91410104DEMJ00003U',
    ' 环评 ',
    '𠮷'.repeat(60),
  ),
  fc.nat().map(String),
)
const addresses = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), values), { maxLength: 40 })
  .map((pairs) => new URLSearchParams(pairs))

describe('the address of a search', () => {
  it('reading what was printed gives the same query, whatever the first address said', () => {
    fc.assert(
      fc.property(addresses, (params) => {
        const query = readSearchQuery(params)
        expect(readSearchQuery(printSearchQuery(query))).toEqual(query)
      }),
    )
  })

  it('equal searches have one address, in whatever order they were put together', () => {
    fc.assert(
      fc.property(addresses, fc.nat(), (params, seed) => {
        const pairs = [...params]
        // Single values count by their first mention; of several the order says nothing.
        const several = pairs.filter(([name]) => ['item', 'division', 'grade', 'with'].includes(name))
        const single = pairs.filter(([name]) => !['item', 'division', 'grade', 'with'].includes(name))
        const turned = [...several.slice(seed % (several.length + 1)), ...several.slice(0, seed % (several.length + 1)), ...single]
        expect(searchAddress(readSearchQuery(new URLSearchParams(turned)))).toBe(searchAddress(readSearchQuery(params)))
      }),
    )
  })

  it('says nothing of what is the default', () => {
    expect(searchAddress(read('q=&fee=&days=&feeFrom=&feeTo=0x&sort=RELEVANCE&page=1&all=1&item=ZJ-EIA-001&utm_source=x'))).toBe(
      '/intermediaries?item=ZJ-EIA-001',
    )
    expect(searchAddress(wholeRegister)).toBe('/intermediaries')
  })

  it.each([
    ['feeFrom=5000&feeTo=20000', { feeFrom: 5000, feeTo: 20_000 }],
    ['feeFrom=５，０００元&feeTo=', { feeFrom: 5000, feeTo: null }],
    ['feeFrom=20000&feeTo=5000', { feeFrom: 5000, feeTo: 20_000 }],
    ['feeFrom=0&feeTo=5000', { feeFrom: null, feeTo: 5000 }],
    ['feeTo=99999999999', { feeTo: 21_474_836 }],
    ['feeFrom=-5', { feeFrom: null }],
    ['fee=2&feeTo=100', { fee: '', feeTo: 100 }],
    ['days=10&daysFrom=3&daysTo=8天', { days: '', daysFrom: 3, daysTo: 8 }],
    ['page=99999', { page: 1 }],
    ['page=0', { page: 1 }],
    ['page=77', { page: 50 }],
    [`q=${encodeURIComponent('x'.repeat(99) + '𠮷')}`, { q: 'x'.repeat(99) }],
    ['item=%00&division=a+b&with=lowercase', { item: [], division: [], with: [] }],
  ])('%s', (search, expected) => {
    expect(read(search)).toMatchObject(expected)
  })

  it('a change begins at page 1, and the institutions picked to compare go along', () => {
    const query = read('q=环评&page=3&with=91410104DEMJ00003U')
    expect(new URL(searchAddress(query, { sort: 'FEE' }), 'http://x').search).toBe(
      `?q=${encodeURIComponent('环评')}&sort=FEE&with=91410104DEMJ00003U`,
    )
    expect(searchAddress(searchAlone(query))).toBe(`/intermediaries?q=${encodeURIComponent('环评')}`)
  })

  it('names the filters in use, so that an empty list can offer to drop one', () => {
    expect(filtersOf(read('q=x&item=a&item=b&all=1&feeTo=5&with=91410104DEMJ00003U&page=2'))).toEqual(['item', 'isOfferingAll', 'fee'])
    expect(filtersOf(read('q=x&sort=FEE'))).toEqual([])
  })
})
