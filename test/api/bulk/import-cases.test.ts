import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyImport } from '#services/bulk/apply-import.ts'
import { uploadImport } from '#services/bulk/upload-import.ts'
import { visibleImports } from '#services/bulk/visible-imports.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createAgency, toleratedItem } from '#test/factories/accepting.ts'
import { bytesOf, csvOf, importTable, reformOfficer, runOf, start, upload, work } from '#test/factories/importing.ts'
import type { TableRow } from '#test/factories/importing.ts'
import { contextOf, createFirm, freshUscc } from '#test/factories/people.ts'
import { workbookOf } from '#test/factories/workbook.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-03-02T04:00:00Z'
let test: TestPlatform
let agencyId: string
let known: string
let officer: UseCaseContext
beforeAll(async () => {
  test = await openTestPlatform()
  agencyId = await createAgency(test.platform, '虚构规划局')
  known = (await createFirm(test.platform)).uscc
  officer = officerOf(agencyId)
})
afterAll(() => test.close())

const officerOf = (organisationId: string) =>
  contextOf(test.platform, monday, { roles: ['WINDOW_OFFICER'], organisationId, name: '窗口甲' })
let numbers = 0
const row = (more: TableRow = {}): TableRow => ({
  externalNumber: `YWXT-${(numbers += 1)}`,
  approvalItemCode: toleratedItem,
  uscc: known,
  projectName: '虚构厂房扩建',
  ...more,
})
const importRows = (rows: readonly TableRow[], by = officer) => importTable(by, 'CASES', bytesOf(csvOf('CASES', rows)))
const caseOf = (externalNumber: string) =>
  test.platform.prisma.approvalCase.findFirst({
    where: { agencyId, externalNumber },
    include: { applicant: true, materials: { include: { material: true }, orderBy: { material: { seq: 'asc' } } } },
  })

it('files each application as a key would: today, in the name of whoever imports, with what lies there of each material', async () => {
  const newcomer = freshUscc()
  const rows = [
    row({ missingMaterials: '3', projectCode: '2603-410105-04-01-123456' }),
    row({ uscc: newcomer, applicantName: '虚构新企业', missingMaterials: '' }),
  ]
  expect(await importRows(rows)).toMatchObject({
    state: 'APPLIED',
    rowsTotal: 2,
    summary: { added: 2, changed: 0 },
    organisationId: agencyId,
  })
  const first = await caseOf(rows[0]!['externalNumber']!)
  expect(first).toMatchObject({
    state: 'FILED',
    channel: 'SYSTEM',
    officerId: officer.viewer.userId,
    projectCode: '2603-410105-04-01-123456',
  })
  expect(first?.filedAt).toEqual(new Date(monday))
  expect(first?.correctionDueOn).toEqual(new Date('2026-03-09'))
  expect(first?.materials.map(({ presence }) => presence)).toEqual(['PRESENT', 'PRESENT', 'MISSING', 'PRESENT'])
  expect((await caseOf(rows[1]!['externalNumber']!))?.applicant).toMatchObject({ uscc: newcomer, name: '虚构新企业' })
  expect(await test.platform.prisma.auditEvent.count({ where: { action: 'acceptance.openCase', entityId: first?.id ?? '' } })).toBe(1)
})

it('imported again it files nothing twice; without a column of materials they are recorded later', async () => {
  const rows = [row(), row()]
  await importRows(rows)
  const before = await test.platform.prisma.approvalCase.count()
  expect(await importRows([...rows, row()])).toMatchObject({ state: 'APPLIED', summary: { added: 1, unchanged: 2 } })
  expect(await test.platform.prisma.approvalCase.count()).toBe(before + 1)
  expect((await caseOf(rows[0]!['externalNumber']!))?.materials).toEqual([])
})

it('reads a workbook as well', async () => {
  const { externalNumber = '', ...rest } = row()
  const headings = ['业务系统办件号', '审批事项编码', '申请人统一社会信用代码', '项目名称']
  const content = await workbookOf([[headings, [externalNumber, rest['approvalItemCode']!, rest['uscc']!, rest['projectName']!]]])
  const id = await upload(officer, 'CASES', content, '办件.xlsx')
  expect(await runOf(officer, id)).toMatchObject({ state: 'CHECKED', rowsTotal: 1 })
  await start(officer, id)
  await work(officer)
  expect(await caseOf(externalNumber)).not.toBeNull()
})

describe('one faulty row, and none is filed; each fault beside its cell', () => {
  it.each<[string, TableRow, string, string]>([
    ['an unknown item', { approvalItemCode: 'AP-TRA-999' }, 'approvalItemCode', 'APPROVAL_ITEM_UNKNOWN'],
    ['a wrong check character', { uscc: '91410100MADEM00001' }, 'uscc', 'USCC_CHECK_CHARACTER'],
    ['a newcomer without a name', { uscc: freshUscc() }, 'applicantName', 'NAME_OF_NEWCOMER_REQUIRED'],
    ['a material that is not on the list', { missingMaterials: '3、9' }, 'missingMaterials', 'MATERIAL_NUMBER_UNKNOWN'],
    ['missing and flawed at once', { missingMaterials: '3', flawedMaterials: '3' }, 'flawedMaterials', 'MATERIAL_MISSING_AND_FLAWED'],
    ['a project code of another form', { projectCode: '12345' }, 'projectCode', 'PROJECT_CODE_INVALID'],
    ['no project', { projectName: '' }, 'projectName', 'CELL_REQUIRED'],
  ])('%s', async (_name, changes, column, code) => {
    const before = await test.platform.prisma.approvalCase.count()
    const run = await importRows([row(changes['missingMaterials'] ? { missingMaterials: '' } : {}), row(changes)])
    expect(run).toMatchObject({ state: 'FAULTY', faults: [{ row: 3, column, code }] })
    expect(await test.platform.prisma.approvalCase.count()).toBe(before)
  })

  it('the same number twice, and a number that means another application already', async () => {
    const twice = row()
    expect(await importRows([twice, twice])).toMatchObject({
      state: 'FAULTY',
      faults: [{ row: 3, column: 'externalNumber', code: 'ROW_TWICE' }],
    })
    await importRows([twice])
    const other = { ...twice, uscc: (await createFirm(test.platform)).uscc }
    expect(await importRows([other])).toMatchObject({ state: 'FAULTY', faults: [{ code: 'EXTERNAL_NUMBER_USED' }] })
  })
})

describe('an agency’s cases are its own', () => {
  it('another agency may use the same numbers, and neither sees nor runs the other’s imports; nor does the reform office', async () => {
    const rows = [row()]
    await importRows(rows)
    const neighbour = officerOf(await createAgency(test.platform, '虚构水利局'))
    expect(await importRows(rows, neighbour)).toMatchObject({ state: 'APPLIED', summary: { added: 1 } })
    const id = await upload(officer, 'CASES', bytesOf(csvOf('CASES', [row()])))
    const { number, version } = await runOf(officer, id)
    for (const other of [neighbour, reformOfficer(test.platform)]) {
      expect(await test.platform.prisma.importRun.count({ where: { AND: [{ id }, visibleImports(other.viewer)] } })).toBe(0)
      await expect(applyImport(other, { clientMutationId: randomUUID(), number, version })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await start(officer, id)
    await work(officer)
    expect(await runOf(officer, id)).toMatchObject({ state: 'APPLIED' })
  })

  it('an agency imports nothing of the register, the reform office no cases, a key nothing at all', async () => {
    const table = (kind: 'CASES' | 'CATALOGUE') => ({ clientMutationId: randomUUID(), kind, fileName: '表.csv', content: bytesOf('a') })
    await expect(
      uploadImport(officer, { ...table('CATALOGUE'), edition: { titleZh: 'x', documentNo: 'x', effectiveOn: '2026-12-01' } }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(uploadImport(reformOfficer(test.platform), table('CASES'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const key = { ...officer, viewer: { ...officer.viewer, kind: 'API_KEY' as const } }
    await expect(uploadImport(key, table('CASES'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
