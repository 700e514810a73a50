import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importLimits } from '#domain/bulk/import-run.ts'
import { encodeGb18030 } from '#domain/bulk/encode-gb18030.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { bytesOf, csvOf, reformOfficer, runOf, upload } from '#test/factories/importing.ts'
import type { TableRow } from '#test/factories/importing.ts'
import { freshUscc } from '#test/factories/people.ts'
import { sheetXml, workbookOf, workbookParts, xml, zipOf } from '#test/factories/workbook.ts'
import type { CellXml } from '#test/factories/workbook.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let uscc = ''
beforeAll(async () => {
  test = await openTestPlatform()
  uscc = (await createIntermediary(test.platform)).uscc
})
afterAll(() => test.close())

const head = ['统一社会信用代码', '事项编码', '服务区域', '收费标准（元）', '承诺工作日']
const good = (more: TableRow = {}): TableRow => ({
  uscc,
  serviceItemCode: 'ZJ-FLD-001',
  divisionCodes: '410100',
  feeSchedule: '9000',
  promisedWorkingDays: '12',
  ...more,
})
const cells = (more: TableRow = {}) => Object.values(good(more)) as string[]
const text = (...rows: TableRow[]) => csvOf('OFFERINGS', rows)
const book = (...rows: CellXml[][]) => workbookOf([[head, ...rows]])
/** A cell of the good row in its column, put in the place of the plain one. */
const withCell = (place: number, cell: CellXml): CellXml[] => cells().map((own, index) => (index === place ? cell : own))
const parts = () => workbookParts([[head, cells()]])
type Bytes = Uint8Array<ArrayBuffer>
const copy = (bytes: Uint8Array): Bytes => new Uint8Array(bytes)

async function truncated(share: number): Promise<Bytes> {
  const whole = await book(cells())
  return whole.slice(0, Math.floor(whole.length * share))
}

/** Claims another size for what it unpacks to than is true: the directory says a kilobyte, the data go on. */
async function lyingZip(): Promise<Bytes> {
  const rows = Array.from({ length: 3000 }, () => cells())
  const zip = Buffer.from(await zipOf({ ...workbookParts([[head]]), 'xl/worksheets/sheet1.xml': sheetXml([head, ...rows]) }))
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    if (zip.readUInt32LE(at + 24) > 1000) zip.writeUInt32LE(1000, at + 24)
  }
  return copy(zip)
}

const doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
const sheetWith = (sheet: string) => zipOf({ ...parts(), 'xl/worksheets/sheet1.xml': sheet })
const columns = (count: number) => Array.from({ length: count }, (_, index) => `列${index}`).join(',')

/** What is uploaded, and the code of the first fault it must be told. */
const broken: readonly (readonly [string, string, () => Bytes | Promise<Bytes>])[] = [
  // Not a table at all.
  ['a zip cut in half', 'FILE_DAMAGED', () => truncated(0.5)],
  ['a zip without its last bytes', 'FILE_DAMAGED', () => truncated(0.98)],
  ['four bytes of a zip', 'FILE_DAMAGED', () => copy(Buffer.from('PK\x03\x04', 'latin1'))],
  ['an empty zip', 'NOT_A_TABLE', () => zipOf({})],
  ['a zip of something else', 'NOT_A_TABLE', () => zipOf({ 'word/document.xml': '<w/>' })],
  ['an old Excel file', 'OLD_EXCEL', () => copy(Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'))],
  ['a picture', 'NOT_A_TABLE', () => copy(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
  ['zeros', 'NOT_A_TABLE', () => copy(Buffer.alloc(4096))],
  // What a dry run keeps for the import: handed in by somebody, it is no table.
  ['rows as if they had been read', 'NOT_A_TABLE', () => copy(gzipSync('{"present":["uscc"],"ignored":[]}\n[2,{"uscc":"x"}]\n'))],
  ['UTF-16 without its mark', 'NOT_A_TABLE', () => copy(Buffer.from(text(good()), 'utf16le'))],
  ['bytes of no encoding', 'ENCODING_UNKNOWN', () => copy(Buffer.concat([Buffer.from(text(good())), Buffer.from([0xff, 0xff, 0x80])]))],
  ['GB 18030 cut in a character', 'ENCODING_UNKNOWN', () => copy(encodeGb18030(`${text(good())}中`).slice(0, -1))],
  ['one blank', 'COLUMNS_MISSING', () => bytesOf(' ')],
  ['only line ends', 'COLUMNS_MISSING', () => bytesOf('\r\n\r\n\r\n')],
  ['a letter', 'COLUMNS_MISSING', () => bytesOf('敬启者：随函附上清单一份，请查收。')],
  ['HTML that calls itself a table', 'COLUMNS_MISSING', () => bytesOf('<html><table><tr><td>USCC</td></tr></table></html>')],
  ['JSON', 'CSV_BROKEN', () => bytesOf(JSON.stringify([good()]))],
  // Parts of a workbook.
  ['no list of sheets', 'NOT_A_TABLE', async () => zipOf(without(parts(), 'xl/workbook.xml'))],
  ['no relations', 'FILE_DAMAGED', async () => zipOf(without(parts(), 'xl/_rels/workbook.xml.rels'))],
  ['no sheet', 'NO_SHEET', async () => zipOf(without(parts(), 'xl/worksheets/sheet1.xml'))],
  ['all sheets hidden', 'NO_SHEET', () => workbookOf([[head, cells()]], { hidden: [0] })],
  ['a sheet that is no XML', 'FILE_DAMAGED', () => sheetWith('no XML')],
  ['a sheet cut off', 'FILE_DAMAGED', () => sheetWith(sheetXml([head, cells()]).slice(0, -40))],
  [
    'a sheet with tags crossed',
    'FILE_DAMAGED',
    () => sheetWith(sheetXml([head, cells()]).replace('</row></sheetData>', '</sheetData></row>')),
  ],
  ['a document type', 'XML_ENTITIES', () => sheetWith(`${doctype}<worksheet/>`)],
  ['an entity nobody declared', 'FILE_DAMAGED', () => sheetWith(sheetXml([head, cells()]).replace('410100', '&file;'))],
  ['a text that is not there', 'FILE_DAMAGED', () => book(withCell(2, xml.shared(7)))],
  ['a zip that unpacks to gigabytes', 'UNPACKS_TOO_LARGE', () => sheetWith(' '.repeat(importLimits.worksheetBytes + 1))],
  ['a zip that lies about its size', 'FILE_DAMAGED', lyingZip],
  // Headers.
  ['no header', 'COLUMNS_MISSING', () => bytesOf(cells().join(','))],
  ['a required column missing', 'COLUMNS_MISSING', () => bytesOf('USCC,事项编码,服务区域,承诺工作日\r\n')],
  ['a column twice', 'COLUMN_REPEATED', () => bytesOf(`${head.join()},信用代码\r\n${cells().join()},${uscc}\r\n`)],
  ['a hundred columns of something else', 'COLUMNS_MISSING', () => bytesOf(columns(100))],
  ['a thousand columns', 'TOO_MANY_COLUMNS', () => bytesOf(`${columns(1000)}\r\n`)],
  ['a header and nothing below', 'NO_ROWS', () => bytesOf(`${head.join()}\r\n`)],
  ['a header and empty rows', 'NO_ROWS', () => bytesOf(`${head.join()}\r\n,,,,\r\n　,,,,\r\n`)],
  ['the header on the thirtieth row', 'COLUMNS_MISSING', () => bytesOf(`${'说明\r\n'.repeat(30)}${text(good())}`)],
  ['a workbook without the columns', 'COLUMNS_MISSING', () => workbookOf([[['甲', '乙']], [['丙']]])],
  // Broken CSV.
  ['a quote never closed', 'CSV_BROKEN', () => bytesOf(`${head.join()}\r\n"${cells().join()}\r\n`)],
  ['a quote in the middle', 'CSV_BROKEN', () => bytesOf(`${head.join()}\r\n${uscc},ZJ"EIA,410100,1,1\r\n`)],
  ['a record of megabytes', 'CSV_BROKEN', () => bytesOf(`${head.join()}\r\n"${'长'.repeat(800_000)}\r\n`)],
  ['a row of a single cell', 'CELL_REQUIRED', () => bytesOf(`${head.join()}\r\n${uscc}\r\n`)],
  // Cells.
  [
    'a wrong check character',
    'USCC_CHECK_CHARACTER',
    () => bytesOf(text(good({ uscc: uscc.slice(0, 17) + (uscc.endsWith('1') ? '2' : '1') }))),
  ],
  ['a code too short', 'USCC_LENGTH', () => bytesOf(text(good({ uscc: uscc.slice(1) })))],
  ['letters that codes have not', 'USCC_CHARSET', () => bytesOf(text(good({ uscc: `${uscc.slice(0, 17)}I` })))],
  ['a code kept as a number', 'CELL_DIGITS_LOST', () => book(withCell(0, xml.number('9.1410100123456E+17')))],
  ['a formula never reckoned', 'CELL_FORMULA_WITHOUT_VALUE', () => book(withCell(3, xml.formulaWithoutValue('A1*2')))],
  ['a formula that failed', 'CELL_ERROR', () => book(withCell(3, xml.error('#DIV/0!')))],
  ['a reference gone', 'CELL_ERROR', () => bytesOf(text(good({ serviceItemCode: '#REF!' })))],
  ['a fee in words', 'FEE_MALFORMED', () => bytesOf(text(good({ feeSchedule: '面议' })))],
  ['a fee below nothing', 'FEE_MALFORMED', () => bytesOf(text(good({ feeSchedule: '-100' })))],
  ['a fee beyond counting', 'FEE_MALFORMED', () => bytesOf(text(good({ feeSchedule: '9'.repeat(40) })))],
  ['yes where a number belongs', 'CELL_NOT_WHOLE_NUMBER', () => book(withCell(4, xml.bool(true)))],
  ['days in words', 'CELL_NOT_WHOLE_NUMBER', () => bytesOf(text(good({ promisedWorkingDays: '十天' })))],
  ['half a day', 'CELL_NOT_WHOLE_NUMBER', () => bytesOf(text(good({ promisedWorkingDays: '10.5' })))],
  ['a cell longer than any spreadsheet has', 'CELL_TOO_LONG', () => bytesOf(text(good({ serviceItemCode: 'A'.repeat(40_000) })))],
  ['a control character', 'CELL_CONTROL_CHARACTER', () => bytesOf(text(good({ serviceItemCode: 'ZJ-\u0007' })))],
  ['a character lost before', 'CELL_CONTROL_CHARACTER', () => bytesOf(text(good({ divisionCodes: '郑州\uFFFD' })))],
  ['maybe', 'CELL_NOT_YES_NO', () => bytesOf(text(good({ isWithdrawn: '也许' })))],
  // Against the register.
  ['a cancelled item', 'ITEM_CANCELLED', () => bytesOf(text(good({ serviceItemCode: 'ZJ-EIA-002' })))],
  ['an item nobody knows', 'SERVICE_ITEM_UNKNOWN', () => bytesOf(text(good({ serviceItemCode: 'ZJ-NIL-000' })))],
  ['a firm nobody knows', 'INTERMEDIARY_UNKNOWN', () => bytesOf(text(good({ uscc: freshUscc() })))],
  ['a division nobody knows', 'DIVISION_UNKNOWN', () => bytesOf(text(good({ divisionCodes: '110000' })))],
  ['a certificate missing', 'QUALIFICATION_MISSING', () => bytesOf(text(good({ serviceItemCode: 'ZJ-SUR-001' })))],
  ['a key twice', 'ROW_TWICE', () => bytesOf(text(good(), good({ feeSchedule: '1' })))],
  [
    "the template's example",
    'EXAMPLE_ROW',
    () =>
      bytesOf(text(good({ uscc: '91410100MADEM90016', serviceItemCode: 'ZJ-EIA-001', feeSchedule: '12000', promisedWorkingDays: '10' }))),
  ],
  [
    'the fault in the last of a thousand rows',
    'USCC_LENGTH',
    () =>
      bytesOf(
        text(good(), good({ uscc: '', serviceItemCode: 'ZJ-FEA-001' }), good({ uscc: '1', serviceItemCode: 'ZJ-FEA-002' })).replace(
          '\r\n,',
          '\r\n1,',
        ),
      ),
  ],
]

const without = (all: Record<string, string>, name: string) => Object.fromEntries(Object.entries(all).filter(([one]) => one !== name))

/** Whatever an import could have written. */
async function written() {
  const { rows } = await test.pool.query<Record<string, string>>(`
    SELECT (SELECT count(*) FROM "Subject") AS s, (SELECT count(*) FROM "Organisation") AS o, (SELECT count(*) FROM "Intermediary") AS i,
      (SELECT count(*) FROM "Qualification") AS q, (SELECT md5(string_agg(f::text, '' ORDER BY f."id")) FROM "ServiceOffering" f) AS f,
      (SELECT count(*) FROM "OfferingVersion") AS v, (SELECT count(*) FROM "CatalogueEdition") AS e, (SELECT count(*) FROM "ServiceItemVersion") AS n,
      (SELECT md5(string_agg(d::text, '' ORDER BY d."date")) FROM "CalendarDate" d) AS c, (SELECT max("version") FROM "SearchDocument") AS d,
      (SELECT count(*) FROM "Alert") AS a`)
  return rows[0]
}

it('there are more than sixty of them', () => {
  expect(broken.length).toBeGreaterThanOrEqual(60)
  expect(new Set(broken.map(([name]) => name)).size).toBe(broken.length)
})

it.each(broken)('%s: %s, and nothing is imported', async (_name, code, make) => {
  const before = await written()
  const officer = reformOfficer(test.platform)
  const run = await runOf(officer, await upload(officer, 'OFFERINGS', await make()))
  expect(run).toMatchObject({ state: 'FAULTY', faults: expect.arrayContaining([expect.objectContaining({ code })]) as unknown })
  expect(run.faultCount).toBeGreaterThan(0)
  expect(await written()).toEqual(before)
  expect(await test.platform.prisma.importRun.count({ where: { content: { not: null } } })).toBe(0)
})

it('an empty file and one too large are not even taken', async () => {
  const officer = reformOfficer(test.platform)
  await expect(upload(officer, 'OFFERINGS', bytesOf(''))).rejects.toMatchObject({ fields: [{ path: 'content', code: 'FILE_EMPTY' }] })
  const large = new Uint8Array(importLimits.fileBytes + 1)
  await expect(upload(officer, 'OFFERINGS', large)).rejects.toMatchObject({ fields: [{ path: 'content', code: 'FILE_TOO_LARGE' }] })
})
