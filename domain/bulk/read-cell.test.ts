import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../kernel/calendar-day.ts'
import { guardCell, csvLine } from './guard-cell.ts'
import { digitsLost, readCell, uncalculated } from './read-cell.ts'
import { dayOfSerial, readDay } from './read-day.ts'

const text = { type: 'TEXT', most: 20 } as const
const value = (cell: Parameters<typeof readCell>[0], raw: string) => {
  const read = readCell(cell, raw)
  return read.ok ? read.value : read.refusal.code
}

describe('days as offices write them', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['2026/11/21', '2026-11-21'],
    ['2026/1/5', '2026-01-05'],
    ['2026.11.21', '2026-11-21'],
    ['2026年11月21日', '2026-11-21'],
    ['2026年1月5日', '2026-01-05'],
    ['2026 年 11 月 21 日', '2026-11-21'],
    ['２０２６年１１月２１日', '2026-11-21'],
    ['20261121', '2026-11-21'],
    ['二〇二六年十一月二十一日', '2026-11-21'],
    ['二○一一年元月卅一日', '2011-01-31'],
    ['二零一〇年十月十日', '2010-10-10'],
    ['二〇二六年十二月廿日', '2026-12-20'],
    ['二〇二六年五月初五', '2026-05-05'],
    ['2026-11-21 00:00:00', '2026-11-21'],
    ['2026-11-21T00:00:00.000Z', '2026-11-21'],
    ['46347', '2026-11-21'],
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['2958465', 'CELL_NOT_A_DAY'],
  ])('%s is %s', (raw, day) => expect(value({ type: 'DAY' }, raw)).toBe(day))

  it.each([
    '2026-02-30',
    '2026-13-01',
    '21/11/2026',
    '2026年11月',
    '60',
    '0',
    '-1',
    '2026-11-21 09:30',
    '99991232',
    '昨天',
    '2026-1',
    '二〇二六年二月三十日',
    '二〇二六年十三月一日',
    '二〇二六年一二月一日',
  ])('%s is no day', (raw) => expect(value({ type: 'DAY' }, raw)).toBe('CELL_NOT_A_DAY'))

  it("a spreadsheet's number means the day that the spreadsheet shows, from 1900 or 1904", () => {
    expect(dayOfSerial(60, false)).toBeNull()
    expect(dayOfSerial(0, true)).toBe('1904-01-01')
    expect(dayOfSerial(44_885, true)).toBe('2026-11-21')
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 100_000 }), (serial) => {
        expect(dayOfSerial(serial, false)).toBe(addDays('1900-03-01', serial - 61))
        expect(readDay(String(serial))).toEqual({ ok: true, value: addDays('1900-03-01', serial - 61) })
      }),
    )
  })
})

it('an open end is one only where a last day may be left open', () => {
  expect(value({ type: 'DAY', isOpenEnded: true }, ' 长期有效 ')).toBeNull()
  expect(value({ type: 'DAY', isOpenEnded: true }, '2026-11-21')).toBe('2026-11-21')
  expect(value({ type: 'DAY' }, '长期')).toBe('CELL_NOT_A_DAY')
})

describe('cells', () => {
  it.each([
    ['是', true],
    ['√', true],
    ['有', true],
    ['Ｙ', true],
    ['TRUE', true],
    ['否', false],
    ['×', false],
    ['no', false],
    ['0', false],
    ['可能', 'CELL_NOT_YES_NO'],
  ])('yes or no: %s', (raw, expected) => expect(value({ type: 'YES_NO' }, raw)).toBe(expected))

  it.each([
    ['１２', 12],
    ['1,200', 1200],
    ['１，２００', 1200],
    ['12.0', 12],
    ['12,00', 'CELL_NOT_WHOLE_NUMBER'],
    ['12.5', 'CELL_NOT_WHOLE_NUMBER'],
    ['-3', 'CELL_NOT_WHOLE_NUMBER'],
    ['0', 'CELL_OUT_OF_RANGE'],
    ['2001', 'CELL_OUT_OF_RANGE'],
  ])('whole number: %s', (raw, expected) => expect(value({ type: 'WHOLE_NUMBER', least: 1, most: 2000 }, raw)).toBe(expected))

  it.each([
    ['zj-eia-001', 'ZJ-EIA-001'],
    [' ＺＪ－ＥＩＡ－００１ ', 'ZJ-EIA-001'],
    ['ZJ—EIA—001', 'ZJ-EIA-001'],
  ])('code: %s', (raw, expected) => expect(value({ type: 'CODE', most: 40 }, raw)).toBe(expected))

  it.each([
    ['91410100MADEM0002Q', 'USCC_CHECK_CHARACTER'],
    ['9141 0100 1234 5675 3C', '91410100123456753C'],
    ['９１４１０１００１２３４５６７５３Ｃ', '91410100123456753C'],
    ['9141010012345675', 'USCC_LENGTH'],
    ['9141010012345675IC', 'USCC_CHARSET'],
  ])('R8: a USCC is checked to its last character: %s', (raw, expected) => expect(value({ type: 'USCC' }, raw)).toBe(expected))

  it('several in one cell, however they are kept apart, each once', () => {
    expect(value({ type: 'LIST', most: 4 }, '410100、410105,410100；410182\n410183')).toEqual(['410100', '410105', '410182', '410183'])
    expect(value({ type: 'LIST', most: 2 }, 'a,b,c')).toBe('CELL_TOO_MANY')
  })

  it('an empty cell is null, whatever white it holds', () => {
    for (const raw of ['', '   ', '\u3000', '\uFEFF', '\u200B', '\t']) expect(readCell(text, raw)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['#REF!', 'CELL_ERROR'],
    ['#N/A', 'CELL_ERROR'],
    [uncalculated, 'CELL_FORMULA_WITHOUT_VALUE'],
    [digitsLost, 'CELL_DIGITS_LOST'],
    ['郑州\u0007', 'CELL_CONTROL_CHARACTER'],
    ['郑州\uFFFD', 'CELL_CONTROL_CHARACTER'],
    ['长'.repeat(21), 'CELL_TOO_LONG'],
  ])('refuses %j', (raw, code) => expect(value(text, raw)).toBe(code))

  it('a choice is told by any of its words, in any width', () => {
    const choice = { type: 'ONE_OF', values: [{ value: 'HOLIDAY', zh: ['放假', '休'], en: ['holiday'] }] } as const
    for (const raw of ['放假', '休', 'HOLIDAY', 'ｈｏｌｉｄａｙ']) expect(value(choice, raw)).toBe('HOLIDAY')
    expect(readCell(choice, '不知道')).toEqual({ ok: false, refusal: { code: 'CELL_NOT_ONE_OF', values: ['放假'], valuesEn: ['holiday'] } })
  })
})

describe('a cell that a spreadsheet would run as a formula', () => {
  it.each(['=1+1', '+86 371', '-5', '@SUM(A1)', '＝cmd', '\t=1'])('%j is guarded, and read back as it was', (raw) => {
    expect(guardCell(raw)).toBe(`'${raw}`)
    expect(readCell(text, guardCell(raw))).toEqual({ ok: true, value: raw.trim() })
  })

  it('any other text comes back from a CSV line unguarded', () => {
    expect(guardCell("O'Neill")).toBe("O'Neill")
    expect(csvLine(['a', 'b,"c"', '=HYPERLINK("x")', ''])).toBe(`a,"b,""c""","'=HYPERLINK(""x"")",\r\n`)
  })
})
