import { expect, test } from 'vitest'
import { readYuan, yuanText } from './read-yuan.ts'

test.each([
  ['', null],
  ['59,000', 5_900_000],
  ['１２．５', 1_250],
  ['¥0.07', 7],
  ['0.29', 29],
  ['1.234', Number.NaN],
  ['-1', Number.NaN],
  ['about 10', Number.NaN],
])('%s yuan are %s fen', (typed, fen) => {
  expect(readYuan(typed)).toBe(fen)
})

test.each([null, 0, 7, 1_250, 5_900_000])('%s fen come back as they were typed', (fen) => {
  expect(readYuan(yuanText(fen))).toBe(fen)
})
