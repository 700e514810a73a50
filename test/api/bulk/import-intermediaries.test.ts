import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemViewer } from '#domain/access/viewer.ts'
import { rebuildDocuments } from '#search/intermediaries/rebuild-documents.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { createFirm, freshUscc } from '#test/factories/people.ts'
import { bytesOf, csvOf, importTable, reformOfficer } from '#test/factories/importing.ts'
import type { TableRow } from '#test/factories/importing.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const uscc = freshUscc()
const row = (more: TableRow = {}): TableRow => ({
  uscc,
  name: '虚构测绘有限公司',
  divisionCode: '410105',
  legalForm: '有限责任公司',
  legalRepresentative: '测试丙',
  address: '郑州市金水区花园路1号',
  phone: '0371-00000000',
  listedOn: '2025年3月1日',
  ...more,
})
const certificate = (certificateNo: string, more: TableRow = {}): TableRow => ({
  qualificationName: '测绘资质证书',
  qualificationGrade: '甲级',
  certificateNo,
  issuer: '河南省自然资源厅',
  validFromOn: '2024/1/15',
  validUntilOn: '2029.1.14',
  qualifiedItems: 'ZJ-SUR-001、ZJ-SUR-002',
  ...more,
})
const officer = () => reformOfficer(test.platform)
const importRows = (...rows: TableRow[]) => importTable(officer(), 'INTERMEDIARIES', bytesOf(csvOf('INTERMEDIARIES', rows)))
const firmOf = (code: string) =>
  test.platform.prisma.intermediary.findFirst({
    where: { subject: { uscc: code } },
    include: { qualifications: { orderBy: { certificateNo: 'asc' } }, subject: { include: { organisation: true, standing: true } } },
  })

it('a firm on two rows enters with two certificates, rated and searchable', async () => {
  const rows = [row(certificate('A1')), row(certificate('B2', { qualifiedItems: 'ZJ-SUR-003', validUntilOn: '' }))]
  expect(await importRows(...rows)).toMatchObject({ state: 'APPLIED', rowsTotal: 2, summary: { added: 1, changed: 0, unchanged: 0 } })
  const firm = await firmOf(uscc)
  expect(firm).toMatchObject({
    status: 'LISTED',
    listedOn: new Date('2025-03-01'),
    subject: { name: '虚构测绘有限公司', organisation: { kind: 'INTERMEDIARY' }, standing: { grade: 'A', version: 1 } },
    qualifications: [
      { certificateNo: 'A1', grade: '甲级', validUntilOn: new Date('2029-01-14'), serviceItemCodes: ['ZJ-SUR-001', 'ZJ-SUR-002'] },
      { certificateNo: 'B2', validUntilOn: null, serviceItemCodes: ['ZJ-SUR-003'] },
    ],
  })
  const { rows: documents } = await test.pool.query('SELECT "name", "isListed" FROM "SearchDocument" WHERE "uscc" = $1', [uscc])
  expect(documents).toEqual([{ name: '虚构测绘有限公司', isListed: true }])
  expect(await importRows(...rows)).toMatchObject({ state: 'APPLIED', summary: { added: 0, changed: 0, unchanged: 1 } })
  expect(await firmOf(uscc)).toEqual(firm)
})

it('the standing that an import writes is the one rebuilt from the facts', async () => {
  const system = { ...officer(), viewer: systemViewer }
  expect(await verifyAllStandings(system)).toMatchObject({ differing: [] })
})

it('the search document that an import writes is the one made anew from the rows', async () => {
  const versions = () =>
    test.pool.query<{ versions: string }>('SELECT string_agg("version"::text, \',\' ORDER BY "version") AS versions FROM "SearchDocument"')
  const { rows: before } = await versions()
  expect(before[0]?.versions).toMatch(/\d/)
  await rebuildDocuments(test.platform.prisma, () => undefined)
  expect((await versions()).rows).toEqual(before)
})

it('a firm on record takes over what reads differently, and keeps what the file does not have', async () => {
  const renamed = row({ name: '虚构新测绘有限公司', address: '郑州市二七区' })
  expect(await importRows(renamed)).toMatchObject({
    state: 'APPLIED',
    summary: { added: 0, changed: 1, changedFields: { name: 1, address: 1 } },
  })
  const firm = await firmOf(uscc)
  expect(firm).toMatchObject({
    address: '郑州市二七区',
    version: 2,
    subject: { name: '虚构新测绘有限公司', organisation: { nameZh: '虚构新测绘有限公司' } },
  })
  expect(firm?.qualifications).toHaveLength(2)
  const { rows } = await test.pool.query('SELECT "name" FROM "SearchDocument" WHERE "uscc" = $1', [uscc])
  expect(rows).toEqual([{ name: '虚构新测绘有限公司' }])
})

it('a renewed certificate is brought up to date by its number', async () => {
  const renewed = row({ name: '虚构新测绘有限公司', address: '郑州市二七区', ...certificate('A1', { validUntilOn: '2031-01-14' }) })
  expect(await importRows(renewed)).toMatchObject({ state: 'APPLIED', summary: { changed: 1, changedFields: { validUntilOn: 1 } } })
  expect((await firmOf(uscc))?.qualifications).toMatchObject([
    { certificateNo: 'A1', validUntilOn: new Date('2031-01-14') },
    { certificateNo: 'B2' },
  ])
})

describe('rows against the rules are named, and nobody enters', () => {
  const fresh = freshUscc()
  it.each<[string, TableRow[], string | null, string]>([
    ['a wrong check character', [row({ uscc: '91410100123456753D' })], 'uscc', 'USCC_CHECK_CHARACTER'],
    ['an unknown division', [row({ uscc: fresh, divisionCode: '999999' })], 'divisionCode', 'DIVISION_UNKNOWN'],
    ['a day of listing to come', [row({ uscc: fresh, listedOn: '2027-01-01' })], 'listedOn', 'DAY_IN_FUTURE'],
    ['half a certificate', [row({ uscc: fresh, ...certificate('') })], 'certificateNo', 'CERTIFICATE_INCOMPLETE'],
    [
      'a certificate that ends first',
      [row({ uscc: fresh, ...certificate('C', { validUntilOn: '2023-01-01' }) })],
      'validUntilOn',
      'ENDS_BEFORE_IT_BEGINS',
    ],
    [
      'an unknown item',
      [row({ uscc: fresh, ...certificate('C', { qualifiedItems: 'ZJ-NIL-001' }) })],
      'qualifiedItems',
      'SERVICE_ITEM_UNKNOWN',
    ],
    [
      'two rows that differ',
      [row({ uscc: fresh, ...certificate('C') }), row({ uscc: fresh, phone: '1', ...certificate('D') })],
      'phone',
      'ROWS_DISAGREE',
    ],
    ['the same row twice', [row({ uscc: fresh }), row({ uscc: fresh })], 'uscc', 'ROW_TWICE'],
    [
      'the same certificate twice',
      [row({ uscc: fresh, ...certificate('C') }), row({ uscc: fresh, ...certificate('C') })],
      'certificateNo',
      'ROW_TWICE',
    ],
    ['no name', [row({ uscc: fresh, name: '　' })], 'name', 'CELL_REQUIRED'],
  ])('%s', async (_name, rows, column, code) => {
    expect(await importRows(...rows)).toMatchObject({ state: 'FAULTY', faultCount: 1, faults: [{ row: rows.length + 1, column, code }] })
    expect(await firmOf(fresh)).toBeNull()
  })

  it("an applicant's code does not become an intermediary by a table", async () => {
    const applicant = await createFirm(test.platform)
    expect(await importRows(row({ uscc: applicant.uscc }))).toMatchObject({
      state: 'FAULTY',
      faults: [{ code: 'USCC_ALREADY_REGISTERED' }],
    })
  })

  it('who has left the register does not come back by a table', async () => {
    const gone = freshUscc()
    await importRows(row({ uscc: gone }))
    await test.platform.prisma.intermediary.updateMany({ where: { subject: { uscc: gone } }, data: { status: 'EXITED' } })
    expect(await importRows(row({ uscc: gone }))).toMatchObject({ state: 'APPLIED', summary: { unchanged: 1 } })
    expect(await importRows(row({ uscc: gone, phone: '2' }))).toMatchObject({
      state: 'FAULTY',
      faults: [{ code: 'INTERMEDIARY_NOT_LISTED' }],
    })
  })
})
