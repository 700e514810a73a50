import { expect, it } from 'vitest'
import { isUnstorable } from './storable-text.ts'

it.each([
  ['a plain input', { code: '91410100', materials: [{ seq: 1 }] }, false],
  ['NUL in a text', { code: 'a\0b' }, true],
  ['half a surrogate pair in a key', { '\ud800': 1 }, true],
  ['the bytes of a file', { content: new Uint8Array(3) }, false],
  ['sixty thousand brackets', JSON.parse('['.repeat(60_000) + ']'.repeat(60_000)) as unknown, true],
])('%s', (_, value, expected) => {
  expect(isUnstorable(value)).toBe(expected)
})
