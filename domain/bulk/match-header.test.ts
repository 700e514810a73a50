import { expect, it } from 'vitest'
import { offeringColumns } from './columns/offering-columns.ts'
import { findHeader, matchHeader } from './match-header.ts'

const columns = offeringColumns
const found = (cells: readonly string[]) =>
  matchHeader(cells, columns).columns.map(({ column, index, unit }) => [column.key, index, unit] as const)

it('headings in Chinese or English, in any order, width and case, with marks of a form', () => {
  expect(found(['承诺工作日', '＊统一社会信用代码', 'ITEM  CODE', '收费标准（万元）', 'Divisions'])).toEqual([
    ['promisedWorkingDays', 0, 'YUAN'],
    ['uscc', 1, 'YUAN'],
    ['serviceItemCode', 2, 'YUAN'],
    ['feeSchedule', 3, 'TEN_THOUSAND_YUAN'],
    ['divisionCodes', 4, 'YUAN'],
  ])
})

it('names what is missing, unknown and repeated', () => {
  const header = matchHeader(['USCC', '序号', '信用代码', ''], columns)
  expect(header.missing.map(({ key }) => key)).toEqual(['serviceItemCode', 'divisionCodes', 'feeSchedule', 'promisedWorkingDays'])
  expect(header.ignored).toEqual(['序号'])
  expect(header.repeated).toEqual(['信用代码'])
})

it('finds the header below a title over merged cells', () => {
  const titled = [
    ['郑州市中介服务收费一览表', '', '', '', ''],
    ['', '', '', '填报日期：2026年11月21日'],
    ['USCC', '事项编码', '服务区域', '收费标准（元）', '承诺时限'],
    ['91410100123456753C', 'ZJ-EIA-001', '410100', '12000', '10'],
  ]
  expect(findHeader(titled, columns)).toMatchObject({ at: 2, header: { missing: [] } })
  expect(findHeader([['一', '二'], ['三']], columns)).toBeNull()
})
