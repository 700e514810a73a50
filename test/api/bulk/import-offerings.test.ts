import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUscc } from '#test/factories/people.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { bytesOf, csvOf, importTable, reformOfficer, start, upload, runOf, work } from '#test/factories/importing.ts'
import type { TableRow } from '#test/factories/importing.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let firm: RegisteredIntermediary
beforeAll(async () => {
  test = await openTestPlatform()
  firm = await createIntermediary(test.platform)
})
afterAll(() => test.close())

/** No certificate needed · cancelled · a certificate needed. */
const [plain, cancelled, certified] = ['ZJ-EIA-001', 'ZJ-EIA-002', 'ZJ-SUR-001']
const row = (more: TableRow = {}): TableRow => ({
  uscc: firm.uscc,
  serviceItemCode: plain,
  divisionCodes: '410100',
  feeSchedule: '12000',
  promisedWorkingDays: '10',
  ...more,
})
const officer = () => reformOfficer(test.platform)
const importRows = (...rows: TableRow[]) => importTable(officer(), 'OFFERINGS', bytesOf(csvOf('OFFERINGS', rows)))
const offering = (serviceItemCode = plain) =>
  test.platform.prisma.serviceOffering.findFirst({ where: { serviceItemCode }, include: { history: { orderBy: { version: 'asc' } } } })

it('what is on record already changes nothing, however often it is imported', async () => {
  const before = await offering()
  for (let time = 0; time < 2; time += 1) {
    expect(await importRows(row())).toMatchObject({ state: 'APPLIED', faultCount: 0, summary: { added: 0, changed: 0, unchanged: 1 } })
    expect(await offering()).toEqual(before)
  }
})

it('a changed fee and time are written with their history and stand in search at once', async () => {
  const changed = row({ feeSchedule: '12500', promisedWorkingDays: '７', divisionCodes: '郑州市' })
  const run = await importRows(changed)
  expect(run).toMatchObject({
    state: 'APPLIED',
    summary: { added: 0, changed: 1, changedFields: { feeSchedule: 1, promisedWorkingDays: 1 } },
  })
  const saved = await offering()
  expect(saved).toMatchObject({ feeFen: 1_250_000, feeSchedule: { kind: 'FIXED', feeFen: 1_250_000 }, promisedWorkingDays: 7, version: 2 })
  expect(saved?.history.map(({ version, feeFen, reason }) => [version, feeFen, reason])).toEqual([
    [1, 1_200_000, ''],
    [2, 1_250_000, `批量导入 ${run.number}`],
  ])
  const { rows } = await test.pool.query('SELECT "offerFeesFen", "minDays" FROM "SearchDocument" WHERE "intermediaryId" = $1', [
    firm.intermediaryId,
  ])
  expect(rows).toEqual([{ offerFeesFen: [1_250_000], minDays: 7 }])
  expect(await importRows(changed)).toMatchObject({ state: 'APPLIED', summary: { changed: 0, unchanged: 1 } })
})

it('columns that the file does not have stay as they are', async () => {
  await importRows(row({ feeNote: '含踏勘' }))
  await importRows(row({ feeSchedule: '13000' }))
  expect(await offering()).toMatchObject({ feeNote: '含踏勘', feeFen: 1_300_000 })
  await importRows(row({ feeSchedule: '13000', feeNote: '' }))
  expect(await offering()).toMatchObject({ feeNote: '' })
})

it('R3: a fee that rises sharply is imported and leaves an alert', async () => {
  await importRows(row({ feeSchedule: '60000' }))
  expect(await offering()).toMatchObject({ feeFen: 6_000_000 })
  expect(await test.platform.prisma.alert.findMany()).toMatchObject([{ kind: 'FEE_RAISED_SHARPLY', subjectId: firm.subjectId }])
})

it('a withdrawn offering is gone from search and stays in the history', async () => {
  await importRows(row({ isWithdrawn: '是' }))
  expect(await offering()).toMatchObject({ isWithdrawn: true })
  const { rows } = await test.pool.query('SELECT "serviceItemCodes" FROM "SearchDocument" WHERE "intermediaryId" = $1', [
    firm.intermediaryId,
  ])
  expect(rows).toEqual([{ serviceItemCodes: [] }])
  await importRows(row({ isWithdrawn: '否' }))
  expect(await offering()).toMatchObject({ isWithdrawn: false })
})

describe('rows against the rules are named, and nothing is written', () => {
  it.each<[string, () => TableRow[], string, string]>([
    ['an item that was cancelled', () => [row({ serviceItemCode: cancelled })], 'serviceItemCode', 'ITEM_CANCELLED'],
    ['an item that needs a certificate', () => [row({ serviceItemCode: certified })], 'serviceItemCode', 'QUALIFICATION_MISSING'],
    ['an unknown item', () => [row({ serviceItemCode: 'ZJ-XXX-999' })], 'serviceItemCode', 'SERVICE_ITEM_UNKNOWN'],
    ['an unknown firm', () => [row({ uscc: freshUscc() })], 'uscc', 'INTERMEDIARY_UNKNOWN'],
    [
      'a wrong check character',
      () => [row({ uscc: `${firm.uscc.slice(0, 17)}${firm.uscc.endsWith('0') ? '1' : '0'}` })],
      'uscc',
      'USCC_CHECK_CHARACTER',
    ],
    ['an unknown division', () => [row({ divisionCodes: '410100、火星区' })], 'divisionCodes', 'DIVISION_UNKNOWN'],
    ['a fee counted in a unit the item has not', () => [row({ feeSchedule: '80/平方米' })], 'feeSchedule', 'FEE_UNIT_NOT_ALLOWED'],
    ['no fee', () => [row({ feeSchedule: '' })], 'feeSchedule', 'CELL_REQUIRED'],
    ['too many days', () => [row({ promisedWorkingDays: '401' })], 'promisedWorkingDays', 'CELL_OUT_OF_RANGE'],
    ['the same key twice', () => [row({ feeSchedule: '1' }), row({ feeSchedule: '2' })], 'serviceItemCode', 'ROW_TWICE'],
  ])('%s', async (_name, rows, column, code) => {
    const before = await test.platform.prisma.offeringVersion.count()
    const run = await importRows(...rows())
    expect(run).toMatchObject({ state: 'FAULTY', faultCount: 1, faults: [{ row: rows().length + 1, column, code }] })
    expect(await test.platform.prisma.offeringVersion.count()).toBe(before)
  })

  it('a government ceiling binds a table as it binds a form', async () => {
    const item = await test.platform.prisma.serviceItem.findFirstOrThrow({
      where: { status: 'RETAINED', isQualificationRequired: false, feeBasis: 'MARKET', code: { not: plain } },
    })
    await test.platform.prisma.serviceItemVersion.deleteMany({ where: { serviceItemCode: item.code } })
    await test.platform.prisma.serviceItem.update({
      where: { code: item.code },
      data: { feeBasis: 'GOVERNMENT_GUIDED', feeCeiling: { kind: 'FIXED', feeFen: 500_000 } },
    })
    const asked = (feeSchedule: string) => importRows(row({ serviceItemCode: item.code, feeSchedule }))
    expect(await asked('5000.01')).toMatchObject({ state: 'FAULTY', faults: [{ column: 'feeSchedule', code: 'FEE_OVER_CEILING' }] })
    expect(await asked('5000')).toMatchObject({ state: 'APPLIED', summary: { added: 1 } })
  })

  it('art. 43: a firm tied to the approving agency is barred in its division', async () => {
    const { approvingAgencyZh } = await test.platform.prisma.serviceItem.findUniqueOrThrow({ where: { code: plain } })
    const tied = await createIntermediary(test.platform)
    const agency = await test.platform.prisma.organisation.create({
      data: { kind: 'AGENCY', nameZh: '虚构环保局', agencyKindZh: approvingAgencyZh, divisionCode: '410100', createdAt: new Date() },
    })
    await test.platform.prisma.affiliation.create({
      data: {
        intermediaryId: tied.intermediaryId,
        kind: 'SUBORDINATE_UNIT',
        partyName: '虚构环保局',
        agencyId: agency.id,
        fromOn: new Date('2026-01-01'),
      },
    })
    const same = row({ uscc: tied.uscc })
    expect(await importRows(same)).toMatchObject({ state: 'APPLIED', summary: { unchanged: 1 } })
    expect(await importRows({ ...same, promisedWorkingDays: '11' })).toMatchObject({
      state: 'FAULTY',
      faults: [{ code: 'AFFILIATED_WITH_AGENCY' }],
    })
  })
})

it('what was free of faults is checked again when it is imported', async () => {
  const id = await upload(officer(), 'OFFERINGS', bytesOf(csvOf('OFFERINGS', [row({ promisedWorkingDays: '33' })])))
  expect(await runOf(officer(), id)).toMatchObject({ state: 'CHECKED', rowsTotal: 1, summary: { changed: 1 } })
  await test.platform.prisma.intermediary.update({ where: { id: firm.intermediaryId }, data: { status: 'EXITED' } })
  await start(officer(), id)
  await work(officer())
  expect(await runOf(officer(), id)).toMatchObject({ state: 'FAULTY', faults: [{ code: 'INTERMEDIARY_NOT_LISTED' }] })
  expect(await offering()).toMatchObject({ promisedWorkingDays: 10 })
  await test.platform.prisma.intermediary.update({ where: { id: firm.intermediaryId }, data: { status: 'LISTED' } })
})
