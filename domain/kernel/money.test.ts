import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { formatFen, parseYuan } from './money.ts'

describe('R8: money is an integer number of fen', () => {
  test.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [50, '¥0.50'],
    [100, '¥1.00'],
    [99_999, '¥999.99'],
    [1_200_000, '¥12,000.00'],
    [123_456_789, '¥1,234,567.89'],
    [-1_200_050, '-¥12,000.50'],
  ])('%i fen is shown as %s', (fen, shown) => expect(formatFen(fen)).toBe(shown))

  test.each([
    ['12000.5', 1_200_050],
    ['¥12,000.50', 1_200_050],
    ['￥１２，０００．５０', 1_200_050],
    [' 0.01 ', 1],
    ['0', 0],
    ['7.000', 700],
    // 1.15 × 100 is 114.99999999999999 in floating point.
    ['1.15', 115],
  ])('%s is %i fen', (typed, fen) => expect(parseYuan(typed)).toEqual({ ok: true, value: fen }))

  test.each([
    ['', 'format'],
    ['abc', 'format'],
    ['-5', 'format'],
    ['1.', 'format'],
    ['.5', 'format'],
    ['12,00', 'format'],
    ['1e3', 'format'],
    ['1.005', 'precision'],
    ['99999999999999999', 'range'],
  ])('"%s" is refused: %s', (typed, reason) => expect(parseYuan(typed)).toEqual({ ok: false, refusal: { code: 'MONEY_INVALID', reason } }))

  it('what is shown can be typed', () =>
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (fen) => {
        expect(parseYuan(formatFen(fen))).toEqual({ ok: true, value: fen })
      }),
    ))

  it('a fraction of a fen is a bug', () => expect(() => formatFen(0.5)).toThrow(RangeError))
})
