import { randomUUID } from 'node:crypto'
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '#env'
import { abandonImport } from '#services/bulk/abandon-import.ts'
import { exportPage } from '#services/bulk/exports/export-page.ts'
import { headingOf } from '#domain/bulk/column.ts'
import { columnsOf } from '#domain/bulk/columns-of.ts'
import { csvLine } from '#domain/bulk/guard-cell.ts'
import { registerKinds } from '#domain/bulk/import-run.ts'
import { usccCheckChar } from '#domain/kernel/uscc.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { bytesOf, csvOf, importTable, reformOfficer, runOf, start, upload, work } from '#test/factories/importing.ts'
import type { TableRow } from '#test/factories/importing.ts'
import { contextOf } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

/** The secrets under which this test's database was filled. */
const { IDENTITY_KEY, IDENTITY_HASH_KEY, RECEIPT_SIGNING_KEY, AUTH_SECRET } = env
const keys = { IDENTITY_KEY, IDENTITY_HASH_KEY, RECEIPT_SIGNING_KEY, AUTH_SECRET }

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const officer = () => reformOfficer(test.platform)
let block = 0
/** Firms that nobody has yet. */
function firms(count: number): TableRow[] {
  block += 1
  return Array.from({ length: count }, (_, index) => {
    const body = `914101${String(block).padStart(2, '0')}MAN${String(index).padStart(6, '0')}`
    return {
      uscc: body + usccCheckChar(body),
      name: `虚构机构${block}之${index}有限公司`,
      divisionCode: '410105',
      legalForm: '有限责任公司',
      legalRepresentative: '测试丙',
      address: '郑州市',
      phone: '0',
    }
  })
}
const table = (rows: readonly TableRow[]) => bytesOf(csvOf('INTERMEDIARIES', rows))
const counts = async () => {
  const { intermediary, subject, organisation, creditStanding, auditEvent } = test.platform.prisma
  const audits = auditEvent.count({ where: { action: 'bulk.applyImport' } })
  return Promise.all([intermediary.count(), subject.count(), organisation.count(), creditStanding.count(), audits])
}

it('all or nothing: a fault in the last of two thousand rows leaves no firm', async () => {
  const before = await counts()
  const rows = firms(2000)
  const run = await importTable(officer(), 'INTERMEDIARIES', table([...rows.slice(0, -1), { ...rows.at(-1), uscc: '123' }]))
  expect(run).toMatchObject({
    state: 'FAULTY',
    rowsTotal: 2000,
    faultCount: 1,
    faults: [{ row: 2001, column: 'uscc', code: 'USCC_LENGTH' }],
  })
  expect(await counts()).toEqual(before)
})

it('of more than a thousand faults the first are kept, and all are counted', async () => {
  const run = await importTable(officer(), 'INTERMEDIARIES', table(firms(1500).map((row) => ({ ...row, divisionCode: '火星' }))))
  expect(run).toMatchObject({ state: 'FAULTY', faultCount: 1500 })
  expect(run.faults).toHaveLength(1000)
})

it('two imports of the same table at once write it once', async () => {
  const content = table(firms(50))
  const ids = [await upload(officer(), 'INTERMEDIARIES', content), await upload(officer(), 'INTERMEDIARIES', content)]
  for (const id of ids) await start(officer(), id)
  await Promise.all([work(officer()), work(officer())])
  await work(officer())
  const summaries = (await Promise.all(ids.map((id) => runOf(officer(), id)))).map(({ state, summary }) => [state, summary])
  expect(summaries).toMatchObject([
    ['APPLIED', { added: 50, unchanged: 0 }],
    ['APPLIED', { added: 0, unchanged: 50 }],
  ])
})

it('killed in the middle, nothing is half done, and the next worker ends it', async () => {
  const before = await counts()
  const id = await upload(officer(), 'INTERMEDIARIES', table(firms(4000)))
  await start(officer(), id)
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/setup/import-worker.ts'], {
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', NODE_ENV: 'test', DATABASE_URL: test.url, ...keys },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  // Past the reading: rows are being written.
  for (const until = Date.now() + 120_000; (await runOf(officer(), id)).rowsDone < 2400; await sleep(20)) {
    if (Date.now() > until || child.exitCode !== null) throw new Error('the worker did not get so far')
  }
  child.kill('SIGKILL')
  await ended
  expect(await runOf(officer(), id)).toMatchObject({ state: 'APPLYING' })
  expect(await counts()).toEqual(before)
  // PostgreSQL notices the lost connection when the statement under way ends.
  for (let tries = 0; tries < 100 && (await runOf(officer(), id)).state === 'APPLYING'; tries += 1) {
    await work(officer())
    await sleep(100)
  }
  expect(await runOf(officer(), id)).toMatchObject({ state: 'APPLIED', summary: { added: 4000 } })
  expect((await counts())[0]).toBe((before[0] ?? 0) + 4000)
  // Searches know at once how large the register has become.
  const { rows } = await test.pool.query<{ n: number }>(`SELECT reltuples::int AS n FROM pg_class WHERE oid = '"SearchDocument"'::regclass`)
  expect(rows[0]?.n).toBeGreaterThanOrEqual(4000)
}, 180_000)

it('what brings the worker down every time is given up', async () => {
  const id = await upload(officer(), 'INTERMEDIARIES', table(firms(1)))
  await start(officer(), id)
  await test.platform.prisma.importRun.update({ where: { id }, data: { attempts: 5 }, select: { id: true } })
  await expect(work(officer())).rejects.toThrow('given up')
  expect(await runOf(officer(), id)).toMatchObject({ state: 'FAILED', faults: [{ row: 0, code: 'IMPORT_FAILED' }] })
})

describe('only the reform office imports', () => {
  it.each(['AUDITOR', 'INVESTIGATOR', 'ADMINISTRATOR', 'WINDOW_OFFICER', 'INTERMEDIARY'] as const)('%s may not', async (role) => {
    const other = contextOf(test.platform, '2026-11-21T02:00:00Z', { roles: [role] })
    await expect(upload(other, 'INTERMEDIARIES', table(firms(1)))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const id = await upload(officer(), 'INTERMEDIARIES', table(firms(1)))
    await expect(start(other, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await runOf(officer(), id)).toMatchObject({ state: 'CHECKED' })
  })

  it('what was abandoned is not imported any more, and its file is gone', async () => {
    const id = await upload(officer(), 'INTERMEDIARIES', table(firms(1)))
    const { number, version } = await runOf(officer(), id)
    await abandonImport(officer(), { clientMutationId: randomUUID(), number, version })
    await expect(start(officer(), id)).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
    expect(await test.platform.prisma.importRun.count({ where: { id, content: { not: null } } })).toBe(0)
  })
})

describe('what is exported can be imported again and changes nothing', () => {
  it.each(registerKinds)('%s', async (kind) => {
    await createIntermediary(test.platform)
    for (const language of ['zh', 'en'] as const) {
      const lines: (readonly string[])[] = []
      for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
        const page = await exportPage(officer(), { kind, after, language })
        if (isFirst)
          lines.push(columnsOf[kind].filter(({ key }) => page.columns.includes(key)).map((column) => headingOf(column, language)))
        lines.push(...page.rows)
        after = page.next
      }
      const run = await importTable(officer(), kind, bytesOf(lines.map(csvLine).join('')))
      expect([run.state, run.faults]).toEqual(['APPLIED', []])
      expect(run).toMatchObject({ summary: { added: 0, changed: 0, removed: 0, ignoredColumns: [] } })
      expect(run.rowsTotal).toBe(lines.length - 1)
    }
  })

  it('strangers get no names and numbers of persons', async () => {
    const page = await exportPage(contextOf(test.platform, '2026-11-21T02:00:00Z', { roles: [] }), {
      kind: 'INTERMEDIARIES',
      after: null,
      language: 'zh',
    })
    expect(page.columns).not.toContain('legalRepresentative')
    expect(page.columns).not.toContain('phone')
    expect(page.rows.flat()).not.toContain('测试丙')
  })
})
