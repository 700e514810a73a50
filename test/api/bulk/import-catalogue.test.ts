import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { itemInForce } from '#services/catalogue/item-in-force.ts'
import { uploadImport } from '#services/bulk/upload-import.ts'
import { bytesOf, csvOf, importTable, reformOfficer } from '#test/factories/importing.ts'
import type { TableRow } from '#test/factories/importing.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const officer = () => reformOfficer(test.platform)
const importRows = (...rows: TableRow[]) => importTable(officer(), 'CATALOGUE', bytesOf(csvOf('CATALOGUE', rows)))
/** An item as it stands, in the few columns that every table has. */
async function known(code: string, more: TableRow = {}): Promise<TableRow> {
  const item = await test.platform.prisma.serviceItem.findUniqueOrThrow({ where: { code } })
  const { nameZh, approvalItemZh, approvingAgencyZh, legalBasis, deliverableZh } = item
  const status = item.status === 'RETAINED' ? '保留' : '取消'
  return { code, nameZh, approvalItemZh, approvingAgencyZh, legalBasis, deliverableZh, feeBasis: '市场调节价', status, ...more }
}
const added: TableRow = {
  code: 'ZJ-NEW-001',
  nameZh: '虚构事项论证报告编制',
  nameEn: 'Invented study',
  approvalItemZh: '虚构项目审批',
  approvalItemEn: 'Approval of an invented project',
  approvingAgencyZh: '水行政主管部门',
  legalBasis: '《虚构条例》第三条',
  deliverableZh: '论证报告',
  feeBasis: '政府指导价',
  feeCeiling: '1.5%;最高300000',
  feeUnit: '工程造价',
  referenceSize: '1000000',
  status: '保留',
}

it('one import makes one edition of what reads differently; it is in force from its day', async () => {
  const before = await test.platform.prisma.catalogueEdition.count()
  const run = await importRows(
    await known('ZJ-EIA-001'),
    await known('ZJ-FLD-001', { status: '取消', cancelledBy: '郑政改〔2026〕9号' }),
    await known('ZJ-FEA-001', { nameZh: '新名称' }),
    added,
  )
  expect(run).toMatchObject({
    state: 'APPLIED',
    summary: { added: 1, changed: 2, unchanged: 1, changedFields: { status: 1, cancelledBy: 1, nameZh: 1 } },
  })
  const editions = await test.platform.prisma.catalogueEdition.findMany({ orderBy: { number: 'desc' }, include: { items: true } })
  expect(editions).toHaveLength(before + 1)
  expect(editions[0]).toMatchObject({ documentNo: '郑政改〔2026〕9号', effectiveOn: new Date('2026-12-01') })
  expect(editions[0]?.items.map(({ serviceItemCode }) => serviceItemCode).sort()).toEqual(['ZJ-FEA-001', 'ZJ-FLD-001', 'ZJ-NEW-001'])
  const { prisma } = test.platform
  expect(await itemInForce(prisma, 'ZJ-FLD-001', '2026-11-30')).toMatchObject({ status: 'RETAINED' })
  expect(await itemInForce(prisma, 'ZJ-FLD-001', '2026-12-01')).toMatchObject({ status: 'CANCELLED', cancelledBy: '郑政改〔2026〕9号' })
  expect(await itemInForce(prisma, 'ZJ-NEW-001', '2026-11-30')).toBeNull()
  expect(await itemInForce(prisma, 'ZJ-NEW-001', '2026-12-01')).toMatchObject({
    feeCeiling: { kind: 'PERCENTAGE', ratePpm: 15_000, maxFen: 30_000_000 },
    feeUnit: 'PROJECT_COST',
    selfPreparation: 'UNKNOWN',
  })
})

it('the same file again publishes nothing', async () => {
  const before = await test.platform.prisma.serviceItemVersion.count()
  expect(await importRows(await known('ZJ-EIA-001'), added)).toMatchObject({
    state: 'APPLIED',
    summary: { added: 0, changed: 0, unchanged: 2 },
  })
  expect(await test.platform.prisma.serviceItemVersion.count()).toBe(before)
})

describe('rows against the rules are named, and no edition is made', () => {
  it.each<[string, TableRow, string | null, string]>([
    ['cancelled by nothing', { code: 'ZJ-FEA-002', status: '取消' }, 'cancelledBy', 'CANCELLING_DOCUMENT_MISSING'],
    ['retained, yet cancelled', { code: 'ZJ-FEA-002', cancelledBy: '某文' }, 'cancelledBy', 'RETAINED_BUT_CANCELLED'],
    ['no legal basis', { code: 'ZJ-FEA-002', legalBasis: '' }, 'legalBasis', 'CELL_REQUIRED'],
    ['a status nobody knows', { code: 'ZJ-FEA-002', status: '暂停' }, 'status', 'CELL_NOT_ONE_OF'],
  ])('%s', async (_name, more, column, code) => {
    const before = await test.platform.prisma.catalogueEdition.count()
    expect(await importRows(await known('ZJ-FEA-002', more))).toMatchObject({ state: 'FAULTY', faults: [{ row: 2, column, code }] })
    expect(await test.platform.prisma.catalogueEdition.count()).toBe(before)
  })

  it('a new item is complete and has a code of the catalogue', async () => {
    expect(await importRows({ ...added, code: 'NEW1', nameEn: '' })).toMatchObject({
      state: 'FAULTY',
      faults: [
        { column: 'code', code: 'ITEM_CODE_INVALID' },
        { column: 'nameEn', code: 'CELL_REQUIRED' },
      ],
    })
  })

  it('an item twice', async () => {
    const row = await known('ZJ-FEA-002')
    expect(await importRows(row, { ...row, nameZh: '另一名称' })).toMatchObject({
      state: 'FAULTY',
      faults: [{ row: 3, code: 'ROW_TWICE' }],
    })
  })

  it('R2: nothing is published without document and day, nor backwards', async () => {
    const content = bytesOf(csvOf('CATALOGUE', [added]))
    const ask = (edition: Record<string, string> | null) =>
      uploadImport(officer(), { clientMutationId: randomUUID(), kind: 'CATALOGUE', fileName: 'a.csv', content, edition })
    await expect(ask(null)).rejects.toMatchObject({
      fields: [{ path: 'edition.titleZh' }, { path: 'edition.documentNo' }, { path: 'edition.effectiveOn' }],
    })
    const late = { titleZh: '清单', documentNo: '郑政改〔2026〕9号', effectiveOn: '2026-11-20' }
    await expect(ask(late)).rejects.toMatchObject({ fields: [{ path: 'edition.effectiveOn', code: 'EFFECTIVE_DAY_PAST' }] })
  })
})
