import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Filter } from './filter.ts'
import { all, any, compares, compileFilter, equals, nameOf, not, startsWith } from './filter.ts'
import { decodeKey, encodeKey } from './key.ts'

/** Any text at all: half surrogates, quotes, backslashes, brackets, the words of the language. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', "'", '\\', ']', ')', '(', ',', '_', ' ', '\n', '\ud83d', 'OR', ' AND ', ' NOT ', ' EXISTS', 'id', '='),
  }),
)

const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.array(text, { minLength: 1, maxLength: 4 }).map((values) => equals('items', ...values)),
  fc.tuple(text, text).map(([itemCode, value]) => equals({ itemCode, of: 'divisions' }, value)),
  text.map((value) => startsWith('uscc', value)),
  fc
    .tuple(text, fc.integer(), fc.constantFrom('<', '<=', '>', '>='))
    .map(([itemCode, number, operator]) => compares({ itemCode, of: 'fee' }, operator, number)),
)
const filter: fc.Arbitrary<Filter> = fc.letrec<{ tree: Filter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((filters) => all(...filters)),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((filters) => any(...filters)),
    tie('tree').map((one) => not(one)),
  ),
})).tree

describe('the filter compiler', () => {
  it('what is compiled parses back to the same filter, whatever the texts in it', () => {
    fc.assert(
      fc.property(filter, (given) => {
        expect(parse(compileFilter(given) ?? '')).toEqual(plain(given))
      }),
      { numRuns: 500 },
    )
  })

  it('two texts never share a key, and a key tells its text', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(decodeKey(encodeKey(one))).toBe(one)
        expect(encodeKey(one) === encodeKey(other)).toBe(one === other)
        expect(encodeKey(one)).toMatch(/^[A-Za-z0-9_-]*$/)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    [equals('items', 'ZJ-EIA-001'), 'items IN ["ZJ-EIA-001"]'],
    [equals('items', '" OR id EXISTS OR items = "'), 'items IN ["_22__20_OR_20_id_20_EXISTS_20_OR_20_items_20__3d__20__22_"]'],
    [compares({ itemCode: 'ZJ-EIA-001', of: 'fee' }, '<=', 5), 'at.ZJ-EIA-001.fee <= 5'],
    [all(), null],
    [any(all(), equals('items', 'a')), null],
    [any(), '(NOT id EXISTS)'],
    [equals('items'), '(NOT id EXISTS)'],
    [not(all()), '(NOT id EXISTS)'],
  ])('%j is %j', (given, expected) => {
    expect(compileFilter(given)).toBe(expected)
  })

  it('takes no number that is none', () => {
    expect(() => compileFilter(compares('fee', '<', NaN))).toThrow('finite')
  })
})

/** A filter with its attributes named and its lists of one item opened, as the text shows it. */
function plain(given: Filter): unknown {
  switch (given.kind) {
    case 'EQUALS':
      return { attribute: nameOf(given.attribute), in: given.values }
    case 'STARTS_WITH':
      return { attribute: nameOf(given.attribute), startsWith: given.value }
    case 'COMPARES':
      return { attribute: nameOf(given.attribute), [given.operator]: given.number }
    case 'ALL':
    case 'ANY':
      // What stands alone in brackets stands alone.
      return given.filters.length === 1 && given.filters[0] ? plain(given.filters[0]) : { [given.kind]: given.filters.map(plain) }
    case 'NOT':
      return { not: plain(given.filter) }
  }
}

/** A parser of its own for the part of Meilisearch's language in use: IN, STARTS WITH, comparisons, AND, OR, NOT and brackets. */
function parse(source: string): unknown {
  const tokens = source.match(/"(?:[^"\\]|\\.)*"|[()[\],]|<=|>=|<|>|[^\s()[\],"<>=]+/g) ?? []
  let at = 0
  const take = () => tokens[at++] ?? ''
  const literal = () => decodeKey(take().slice(1, -1))

  function expression(): unknown {
    const parts = [term()]
    const operator = tokens[at]
    while (operator !== undefined && tokens[at] === operator && (operator === 'AND' || operator === 'OR')) {
      at += 1
      parts.push(term())
    }
    return parts.length === 1 ? parts[0] : { [operator === 'AND' ? 'ALL' : 'ANY']: parts }
  }

  function term(): unknown {
    const first = take()
    if (first === 'NOT') return { not: term() }
    if (first === '(') {
      const inner = expression()
      if (take() !== ')') throw new Error(`no end of brackets in ${source}`)
      return inner
    }
    const operator = take()
    if (operator === 'STARTS') {
      take()
      return { attribute: first, startsWith: literal() }
    }
    if (operator !== 'IN') return { attribute: first, [operator]: Number(take()) }
    take()
    const values: string[] = []
    do values.push(literal())
    while (take() === ',')
    return { attribute: first, in: values }
  }

  const parsed = expression()
  if (at !== tokens.length) throw new Error(`more than one expression in ${source}`)
  return parsed
}
