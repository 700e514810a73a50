import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadReference } from '#prisma/seed/reference.ts'
import { isQualificationRequired } from '#prisma/seed/reference/qualification-required.ts'
import { ReferenceProblem } from '#prisma/seed/reference/reference-problem.ts'
import { openTestPlatform } from '../setup/database.ts'
import type { TestPlatform } from '../setup/database.ts'

const data = 'prisma/seed/data'
const counts = {
  'divisions.csv': 38,
  'service-items.csv': 70,
  'approval-items.csv': 30,
  'approval-materials.csv': 160,
  'fee-units.csv': 19,
  'handling-exclusions.csv': 14,
  'violations.csv': 45,
  'holidays.csv': 108,
}
const tables = '"Material", "ApprovalItem", "ServiceItem", "ViolationType", "CalendarDate", "Division", "ReferenceFile"'

let database: TestPlatform
let folder: string

beforeAll(async () => {
  database = await openTestPlatform()
})
afterAll(() => database.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reference-'))
  await cp(data, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(folder, file), 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  await writeFile(join(folder, file), after)
}

/** Puts one cell of a row that is known by its beginning. Only for rows without quoted cells before it. */
const put = (file: string, rowBegins: string, column: number, value: string) =>
  edit(file, (text) =>
    text
      .split('\r\n')
      .map((line) => {
        if (!line.startsWith(rowBegins)) return line
        const cells = line.split(',')
        cells[column] = value
        return cells.join(',')
      })
      .join('\r\n'),
  )

async function problemsOf(): Promise<readonly unknown[]> {
  const error = await loadReference(database.platform, folder).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(ReferenceProblem)
  return error instanceof ReferenceProblem ? error.problems : []
}

describe('the bundled files', () => {
  test('are loaded into an empty database, each with its count, and a second run does nothing', async () => {
    await database.asOwner(`TRUNCATE ${tables} CASCADE`)
    const first = await loadReference(database.platform)
    expect(Object.fromEntries(first.map(({ file, rows }) => [file, rows]))).toEqual(counts)
    expect(first.every(({ outcome }) => outcome === 'LOADED')).toBe(true)
    const { prisma } = database.platform
    expect(await prisma.serviceItem.count({ where: { status: 'RETAINED' } })).toBe(59)
    expect(await prisma.material.count({ where: { serviceItemCode: { not: null } } })).toBe(28)
    expect(await prisma.division.findUnique({ where: { code: 'ZZ-ZDXQ' } })).toMatchObject({ nameZh: '郑东新区', parentCode: '410100' })

    const events = await prisma.auditEvent.count()
    expect((await loadReference(database.platform)).every(({ outcome }) => outcome === 'UNCHANGED')).toBe(true)
    expect(await prisma.auditEvent.count()).toBe(events)
  })

  test('a changed file is brought up to date and the others are left alone', async () => {
    await put('divisions.csv', '410105,', 2, 'Jinshui')
    await edit('holidays.csv', (text) => text.replace(/2026-10-01.*\r\n/, ''))
    const summary = await loadReference(database.platform, folder)
    expect(summary.filter(({ outcome }) => outcome !== 'UNCHANGED')).toEqual([
      { file: 'divisions.csv', rows: 38, outcome: 'CHANGED' },
      { file: 'holidays.csv', rows: 107, outcome: 'CHANGED' },
    ])
    const { prisma } = database.platform
    expect((await prisma.division.findUniqueOrThrow({ where: { code: '410105' } })).nameEn).toBe('Jinshui')
    expect(await prisma.calendarDate.count()).toBe(107)
    await loadReference(database.platform)
    expect(await prisma.calendarDate.count()).toBe(108)
  })
})

describe('a bad row', () => {
  test.each<[string, string, string, number, string, object]>([
    [
      'an unknown word',
      'violations.csv',
      'V-FEE-01,',
      4,
      'GRAVE',
      { line: 2, column: 'severity', reason: 'must be one of MINOR, GENERAL, SERIOUS' },
    ],
    [
      'a number in words',
      'approval-items.csv',
      'AP-TRA-002,',
      5,
      'twenty',
      { line: 3, column: 'promised_working_days', reason: 'must be a whole number' },
    ],
    [
      'a committed item of no days',
      'approval-items.csv',
      'AP-TRA-002,',
      5,
      '0',
      { line: 3, column: 'promised_working_days', reason: 'a committed item takes at least one working day' },
    ],
    [
      'neither yes nor no',
      'approval-materials.csv',
      'AP-TRA-001,2,',
      4,
      'maybe',
      { line: 3, column: 'essential', reason: 'must be yes or no' },
    ],
    [
      'a day that does not exist',
      'holidays.csv',
      '2024-02-10,',
      0,
      '2024-02-30',
      { line: 4, column: 'date', reason: 'is not a day of the calendar (YYYY-MM-DD)' },
    ],
    [
      'a make-up day on a weekday',
      'holidays.csv',
      '2024-02-04,',
      0,
      '2024-02-05',
      { line: 3, column: 'date', reason: 'a make-up working day falls on a weekend' },
    ],
    ['an empty name', 'divisions.csv', '410200,', 1, '', { line: 5, column: 'name_zh', reason: 'is empty' }],
    ['a stray space', 'divisions.csv', '410200,', 1, '开封市 ', { line: 5, column: 'name_zh', reason: 'begins or ends with a space' }],
    ['a malformed code', 'divisions.csv', '410200,', 0, '4102', { line: 5, column: 'code', reason: 'must look like 410105 or ZZ-ZDXQ' }],
    ['a repeated key', 'divisions.csv', '410200,', 0, '410100', { line: 5, column: 'code', reason: '410100 stands already on line 4' }],
    ['a parent that is missing', 'divisions.csv', '410105,', 4, '410199', { column: 'parent_code', reason: 'no division 410199' }],
    [
      'an unknown approval item',
      'approval-materials.csv',
      'AP-TRA-001,1,',
      0,
      'AP-TRA-999',
      { line: 2, column: 'item_code', reason: 'no approval item AP-TRA-999' },
    ],
    [
      'an unknown service item',
      'approval-materials.csv',
      'AP-TRA-001,3,',
      5,
      'ZJ-XXX-001',
      { line: 4, column: 'via_service_item_code', reason: 'no service item ZJ-XXX-001' },
    ],
    [
      'a cancelled service item',
      'approval-materials.csv',
      'AP-TRA-001,3,',
      5,
      'ZJ-EIA-002',
      { line: 4, column: 'via_service_item_code', reason: "ZJ-EIA-002 is cancelled and can't be demanded" },
    ],
    [
      'a deferrable material of an immediate item',
      'approval-materials.csv',
      'AP-TRA-006,1,',
      4,
      'no',
      { column: 'essential', reason: 'an immediate item has no deferrable material' },
    ],
  ])('%s is named, and nothing is loaded', async (_what, file, row, column, value, problem) => {
    const before = await database.platform.prisma.referenceFile.findMany()
    // A good change in the first file must not get in either.
    if (file !== 'divisions.csv') await put('divisions.csv', '410105,', 2, 'Changed')
    await put(file, row, column, value)
    expect(await problemsOf()).toContainEqual(expect.objectContaining({ file, ...problem }))
    expect(await database.platform.prisma.referenceFile.findMany()).toEqual(before)
    expect(await database.platform.prisma.division.count({ where: { nameEn: 'Changed' } })).toBe(0)
  })

  test('every fault is told at once, with the first line of a record that spans several', async () => {
    await edit('divisions.csv', (text) =>
      text
        .replace('410200,开封市,Kaifeng', '410200,"开封\r\n市",Kaifeng')
        .replace('410300,洛阳市,Luoyang,PREFECTURE', '410300,,Luoyang,TOWN'),
    )
    expect(await problemsOf()).toEqual([
      { file: 'divisions.csv', line: 7, column: 'name_zh', reason: 'is empty' },
      {
        file: 'divisions.csv',
        line: 7,
        column: 'kind',
        reason: 'must be one of PROVINCE, PREFECTURE, DISTRICT, COUNTY, COUNTY_CITY, ZONE',
      },
    ])
  })

  test.each<[string, (text: string) => string, object]>([
    ['too few cells', (text) => text.replace('410200,开封市,', '410200,'), { line: 5, column: null, reason: '4 cells instead of 5' }],
    ['a missing column', (text) => text.replace('name_en', 'name'), { line: 1, column: 'name_en', reason: 'column is missing' }],
    [
      'a repeated column',
      (text) => text.replace('parent_code', 'parent_code,code'),
      { line: 1, column: 'code', reason: 'unknown or repeated column' },
    ],
    [
      'a quote that never ends',
      (text) => text.replace('开封市', '"开封市'),
      { column: null, reason: expect.stringMatching(/^broken CSV/) as string },
    ],
    ['no rows', (text) => text.slice(0, text.indexOf('\r\n')), { line: 1, reason: 'no rows' }],
    [
      'divisions in a circle',
      (text) => text.replace('410105,金水区,Jinshui District,DISTRICT,410100', '410105,金水区,Jinshui District,DISTRICT,410105'),
      { column: 'parent_code', reason: 'the divisions above it run in a circle' },
    ],
  ])('a broken file is refused: %s', async (_what, change, problem) => {
    await edit('divisions.csv', change)
    expect(await problemsOf()).toEqual([expect.objectContaining({ file: 'divisions.csv', ...problem })])
  })

  test('a file that is not UTF-8 is refused', async () => {
    await writeFile(join(folder, 'divisions.csv'), Buffer.from([0x63, 0x6f, 0x64, 0xff, 0xfe]))
    expect(await problemsOf()).toEqual([{ file: 'divisions.csv', line: 1, column: null, reason: 'not UTF-8' }])
  })
})

test.each<[string, boolean]>([
  ['', false],
  ['无', false],
  ['无资质许可；须符合编制能力建设指南与监管办法', false],
  ['条文未规定', false],
  ['国家条例未设；郑州条例写明论证资质（是否仍有效待核）', false],
  ['具备相应专业能力', false],
  ['检验检测机构资质认定（CMA）', true],
  ['测绘资质', true],
])('%s needs a certificate: %s', (qualification, expected) => expect(isQualificationRequired(qualification)).toBe(expected))
