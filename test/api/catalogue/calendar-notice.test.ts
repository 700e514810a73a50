import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '#domain/kernel/calendar-day.ts'
import { openCase } from '#services/acceptance/open-case.ts'
import { loadCalendarNotice } from '#services/catalogue/load-calendar-notice.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { createAgency, officerOf, toleratedItem } from '#test/factories/accepting.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
const at = '2026-12-30T01:00:00Z'
const notice = '国务院办公厅关于2027年部分节假日安排的通知（测试）'
const header = 'date,kind,name_zh,source_notice'
const newYear = Array.from({ length: 12 }, (_, index) => `${addDays('2027-01-01', index)},HOLIDAY,元旦,${notice}`)
const load = (csv: string, roles: ('REFORM_OFFICE' | 'AUDITOR')[] = ['REFORM_OFFICE']) =>
  loadCalendarNotice(contextOf(test.platform, at, { roles }), { clientMutationId: randomUUID(), csv })

beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

it('R8: days beyond the loaded calendar are refused until the reform office loads the notice', async () => {
  const agency = await createAgency(test.platform, '虚构审批局')
  const { uscc } = await createFirm(test.platform)
  const input = { approvalItemCode: toleratedItem, applicantCode: uscc, projectName: '虚构项目' }
  const open = () => openCase(officerOf(test.platform, agency, at), { ...input, clientMutationId: randomUUID() })
  await expect(open()).rejects.toMatchObject({ code: 'CALENDAR_NOT_LOADED', facts: { year: 2027 } })
  await expect(load([header, ...newYear].join('\r\n'), ['AUDITOR'])).rejects.toThrow(ForbiddenError)
  expect(await load([header, ...newYear].join('\r\n'))).toBe('2027')
  const { correctionDueOn } = await test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id: await open() } })
  // 31 December is one; then 1 to 12 January are days off, 13 to 15 and 18 January the other four.
  expect(correctionDueOn?.toISOString().slice(0, 10)).toBe('2027-01-18')
})

it.each([
  ['another header', ['day,kind', ...newYear], 'NOTICE_HEADER'],
  ['a day that does not exist', [header, ...newYear, `2027-02-30,HOLIDAY,春节,${notice}`], 'NOTICE_LINE'],
  ['a Monday worked in exchange', [header, ...newYear, `2027-02-01,MAKEUP_WORKDAY,春节调休,${notice}`], 'NOTICE_LINE'],
  ['a day twice', [header, ...newYear, newYear[0]], 'NOTICE_DAY_TWICE'],
  ['two years', [header, ...newYear, `2028-01-01,HOLIDAY,元旦,${notice}`], 'NOTICE_OF_ONE_YEAR'],
  ['half a notice', [header, ...newYear.slice(0, 3)], 'NOTICE_INCOMPLETE'],
])('a notice with %s loads nothing', async (_name, lines, code) => {
  const before = await test.platform.prisma.calendarDate.count()
  await expect(load(lines.join('\n'))).rejects.toMatchObject({ fields: [{ path: 'csv', code }] })
  expect(await test.platform.prisma.calendarDate.count()).toBe(before)
})
