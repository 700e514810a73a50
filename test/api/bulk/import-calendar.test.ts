import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '#domain/kernel/calendar-day.ts'
import { bytesOf, csvOf, importTable, reformOfficer } from '#test/factories/importing.ts'
import type { TableRow } from '#test/factories/importing.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const day = (date: string, kind = '放假', nameZh = '元旦'): TableRow => ({ date, kind, nameZh, sourceNotice: '国务院办公厅通知（测试）' })
const newYear = Array.from({ length: 12 }, (_, index) => day(addDays('2027-01-01', index)))
const importRows = (...rows: TableRow[]) => importTable(reformOfficer(test.platform), 'CALENDAR', bytesOf(csvOf('CALENDAR', rows)))
const of2027 = () =>
  test.platform.prisma.calendarDate.findMany({ where: { date: { gte: new Date('2027-01-01') } }, orderBy: { date: 'asc' } })

it('R8: a year is loaded whole, and loaded again changes nothing; a corrected notice takes its place', async () => {
  const worked = day('2027-01-16', '班', '元旦调休')
  expect(await importRows(...newYear, worked)).toMatchObject({ state: 'APPLIED', summary: { added: 13, removed: 0 } })
  const loaded = await of2027()
  expect(loaded).toHaveLength(13)
  expect(await importRows(...newYear, worked)).toMatchObject({
    state: 'APPLIED',
    summary: { added: 0, changed: 0, unchanged: 13, removed: 0 },
  })
  expect(await of2027()).toEqual(loaded)
  const corrected = [...newYear.slice(0, 11), day('2027-02-17', '休', '春节'), worked]
  expect(await importRows(...corrected)).toMatchObject({ state: 'APPLIED', summary: { added: 1, removed: 1, unchanged: 12 } })
  expect((await of2027()).map(({ date }) => date.toISOString().slice(0, 10))).toEqual(
    corrected.map(({ date }) => date).sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)),
  )
})

it.each<[string, TableRow[], number, string]>([
  ['half a notice', newYear.slice(0, 3), 0, 'NOTICE_INCOMPLETE'],
  ['a Monday worked in exchange', [...newYear, day('2027-02-01', '班')], 14, 'WORKDAY_WORKED_IN_EXCHANGE'],
  ['a day twice', [...newYear, day('2027-01-01')], 14, 'ROW_TWICE'],
  ['a day that does not exist', [...newYear, day('2027年2月30日')], 14, 'CELL_NOT_A_DAY'],
])('%s loads nothing', async (_name, rows, row, code) => {
  const before = await test.platform.prisma.calendarDate.findMany()
  expect(await importRows(...rows)).toMatchObject({ state: 'FAULTY', faults: [{ row, code }] })
  expect(await test.platform.prisma.calendarDate.findMany()).toEqual(before)
})
