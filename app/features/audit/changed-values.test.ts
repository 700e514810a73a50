import { expect, test } from 'vitest'
import { changedValues } from './changed-values.ts'

test('only what differs, with what was or is not there', () => {
  expect(changedValues({ state: 'A', same: 1, gone: true }, { state: 'B', same: 1, made: { on: '2026-03-02' } })).toEqual([
    { name: 'gone', before: 'true', after: null },
    { name: 'made', before: null, after: '{\n "on": "2026-03-02"\n}' },
    { name: 'state', before: 'A', after: 'B' },
  ])
})

test('nothing there at all', () => {
  expect(changedValues(null, undefined)).toEqual([])
  expect(changedValues(null, { state: null })).toEqual([])
})

test('the same whatever the order of the keys', () => {
  expect(changedValues(null, { b: { y: 1, x: [{ d: 1, c: 2 }] }, a: 1 })).toEqual(
    changedValues(null, { a: 1, b: { x: [{ c: 2, d: 1 }], y: 1 } }),
  )
})
