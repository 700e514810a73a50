import { describe, expect, it } from 'vitest'
import { calendarColumns } from '#domain/bulk/columns/calendar-columns.ts'
import { readCell } from '#domain/bulk/read-cell.ts'
import { encodeGb18030 } from '#domain/bulk/encode-gb18030.ts'
import { workbookOf, xml } from '#test/factories/workbook.ts'
import type { CellXml } from '#test/factories/workbook.ts'
import { readTable } from '#services/bulk/sheets/read-table.ts'

const header = ['日期', '类型', '节日名称', '通知文号']
const line = ['2027-01-01', '放假', '元旦', '国办发明电〔2026〕1号']
const csv = (...rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join(',')).join('\r\n')

/** The cells of the first row below the header, by column, as they are read. */
async function firstRow(content: Uint8Array) {
  const { header: matched, rows } = await readTable(Buffer.from(content), calendarColumns)
  const found: { number: number; cells: readonly string[] }[] = []
  for await (const row of rows) found.push(row)
  const [row] = found
  const values = matched.columns.map(({ column, index }) => {
    const read = readCell(column.cell, row?.cells[index] ?? '')
    return [column.key, read.ok ? read.value : read.refusal.code] as const
  })
  return { number: row?.number, count: found.length, ...Object.fromEntries(values) }
}
const expected = { number: 2, count: 1, date: '2027-01-01', kind: 'HOLIDAY', nameZh: '元旦', sourceNotice: '国办发明电〔2026〕1号' }

describe('one and the same table, however it is written', () => {
  const text = csv(header, line)
  const utf16 = (order: 'le' | 'be') => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return order === 'le' ? bytes : bytes.swap16()
  }
  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['UTF-8', () => Buffer.from(text)],
    ['UTF-8 with its mark', () => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', () => utf16('le')],
    ['UTF-16, big end first', () => utf16('be')],
    ['GB 18030', () => encodeGb18030(text)],
    ['semicolons', () => Buffer.from(text.replaceAll(',', ';'))],
    ['tabs', () => Buffer.from(text.replaceAll(',', '\t'))],
    ['line feeds alone', () => Buffer.from(text.replaceAll('\r\n', '\n'))],
    ['everything in quotes', () => Buffer.from(text.replace(/[^,\r\n]+/g, '"$&"'))],
    ['empty lines at the end', () => Buffer.from(`${text}\r\n\r\n,,,\r\n`)],
    ['a workbook', () => workbookOf([[header, line]])],
    ['a workbook whose date is a number with a format', () => workbookOf([[header, [xml.number('46388', 1), ...line.slice(1)]]])],
    ["a workbook with the office's own date format", () => workbookOf([[header, [xml.number('46388', 2), ...line.slice(1)]]])],
    ['a workbook counted from 1904', () => workbookOf([[header, [xml.number('44926', 1), ...line.slice(1)]]], { isFrom1904: true })],
    ['a workbook whose date is a bare number', () => workbookOf([[header, [xml.number('46388'), ...line.slice(1)]]])],
    [
      'a workbook with a formula and its value',
      () => workbookOf([[header, [xml.formula('DATE(2027,1,1)', '2027-01-01'), ...line.slice(1)]]]),
    ],
    [
      'a workbook whose second sheet is the table',
      () =>
        workbookOf([
          [['填表说明'], ['请勿改动表头']],
          [header, line],
        ]),
    ],
    [
      'a workbook with a hidden first sheet',
      () =>
        workbookOf(
          [
            [header, ['1999-01-01', ...line.slice(1)]],
            [header, line],
          ],
          { hidden: [0] },
        ),
    ],
  ])('%s', async (_name, content) => {
    expect(await firstRow(await content())).toEqual(expected)
  })

  it('a title over merged cells stands above the header', async () => {
    const titled: CellXml[][] = [['2027年节假日安排', '', '', ''], ['', '', '', '填报：改革办'], header, line]
    expect(await firstRow(await workbookOf([titled]))).toEqual({ ...expected, number: 4 })
  })

  it('columns in another order, with others in between', async () => {
    const order = [3, 1, 0, 2] as const
    const mixed = [header, line].map((cells) => ['序号', ...order.map((place) => cells[place] ?? '')])
    expect(await firstRow(Buffer.from(csv(...mixed)))).toEqual(expected)
  })

  it('a hundred thousand bytes of it, cut anywhere, read alike', async () => {
    const many = Array.from({ length: 4000 }, () => line)
    for (const bytes of [Buffer.from(csv(header, ...many)), encodeGb18030(csv(header, ...many))]) {
      expect(await firstRow(bytes)).toEqual({ ...expected, count: 4000 })
    }
  })
})
