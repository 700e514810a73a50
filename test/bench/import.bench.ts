import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { writeXlsx } from '#app/features/bulk/write-xlsx.server.ts'
import { headingOf } from '#domain/bulk/column.ts'
import { columnsOf } from '#domain/bulk/columns-of.ts'
import { csvLine } from '#domain/bulk/guard-cell.ts'
import { importDay, reformOfficer, runOf, start, upload, work } from '../factories/importing.ts'
import type { TableRow } from '../factories/importing.ts'
import { openBenchDatabase } from './bench-database.ts'
import { registerRows } from './import-rows.ts'

// npm run bench -- import [ROWS [FILE…]]: with names only these files, such as intermediaries-xlsx; offerings need a file of firms before them.
const ROWS = Number(process.argv[3] ?? 100_000)
const wanted = process.argv.slice(4)
const formatsOf = (kind: Kind) =>
  (['xlsx', 'csv'] as const).filter((format) => wanted.length === 0 || wanted.includes(`${kind.toLowerCase()}-${format}`))
const rowsAtOnce = 1000

type Kind = 'INTERMEDIARIES' | 'OFFERINGS'
const bench = await openBenchDatabase('import', 0, (line) => console.log(line))
const folder = await mkdtemp(join(tmpdir(), 'xinxuan-import-'))
const officer = reformOfficer(bench.platform, importDay)

/** The highest resident size while `work` runs, above what it was before, in MB. */
async function measured(task: () => Promise<unknown>): Promise<{ seconds: number; rssGrowthMb: number }> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 25)
  const began = performance.now()
  await task()
  clearInterval(watch)
  const rssGrowthMb = Math.round((Math.max(peak, process.memoryUsage.rss()) - before) / 1e6)
  return { seconds: Math.round((performance.now() - began) / 10) / 100, rssGrowthMb }
}

const columnsIn = (kind: Kind) => columnsOf[kind].filter(({ isInformative }) => !isInformative)
const cellsOf = (kind: Kind, row: TableRow) => columnsIn(kind).map(({ key }) => row[key] ?? '')

function* batches(kind: Kind): Generator<string[][]> {
  yield [columnsIn(kind).map((column) => headingOf(column, 'zh'))]
  let batch: string[][] = []
  for (const row of registerRows(kind, ROWS)) {
    batch.push(cellsOf(kind, row))
    if (batch.length < rowsAtOnce) continue
    yield batch
    batch = []
  }
  yield batch
}

async function writeFiles(kind: Kind): Promise<Readonly<Record<'csv' | 'xlsx', string>>> {
  const csv = join(folder, `${kind}.csv`)
  const xlsx = join(folder, `${kind}.xlsx`)
  const lines = function* () {
    for (const batch of batches(kind)) yield batch.map(csvLine).join('')
  }
  await pipeline(Readable.from(lines()), createWriteStream(csv))
  await pipeline(writeXlsx([{ name: kind, rows: batches(kind), widths: [] }]), createWriteStream(xlsx))
  return { csv, xlsx }
}

/** The floor: the same rows by COPY into a table without index, check or history. */
async function baseline(kind: Kind) {
  const columns = columnsIn(kind)
  const client = await bench.pool.connect()
  await client.query(`CREATE UNLOGGED TABLE bench_floor (${columns.map(({ key }) => `"${key}" text`).join(', ')})`)
  const lines = function* () {
    for (const batch of batches(kind)) yield batch.map(csvLine).join('')
  }
  const { seconds } = await measured(() =>
    pipeline(Readable.from(lines()), client.query(copyFrom('COPY bench_floor FROM STDIN (FORMAT csv)'))),
  )
  await client.query('DROP TABLE bench_floor')
  client.release()
  return seconds
}

async function importFile(kind: Kind, file: string) {
  const content = new Uint8Array(await readFile(file))
  let id = ''
  const check = await measured(async () => (id = await upload(officer, kind, content, file)))
  await start(officer, id)
  const apply = await measured(() => work(officer))
  const { state, rowsTotal, faults, summary } = await runOf(officer, id)
  if (state !== 'APPLIED') throw new Error(`${kind}: ${state} ${JSON.stringify(faults).slice(0, 500)}`)
  const seconds = Math.round((check.seconds + apply.seconds) * 100) / 100
  return { rows: rowsTotal, fileMb: Math.round(content.byteLength / 1e5) / 10, seconds, check, apply, summary }
}

/** Puts the tables back, so that the second format has the same to do. */
async function forget(kind: Kind): Promise<void> {
  const firms = ['"SearchDocument"', '"CreditStanding"', '"Qualification"', '"Intermediary"', '"Organisation"', '"Subject"']
  const tables = kind === 'OFFERINGS' ? ['"OfferingVersion"', '"ServiceOffering"'] : firms
  for (const table of tables) await bench.pool.query(`TRUNCATE ${table} CASCADE`)
  await bench.pool.query('VACUUM ANALYZE')
}

try {
  const results: Record<string, unknown> = {}
  for (const kind of ['INTERMEDIARIES', 'OFFERINGS'] as const) {
    const formats = formatsOf(kind)
    if (formats.length === 0) continue
    const files = await writeFiles(kind)
    const copySeconds = await baseline(kind)
    for (const format of formats) {
      const { summary, ...result } = await importFile(kind, files[format])
      console.log(`${kind} ${format}: ${JSON.stringify(result)} ${JSON.stringify(summary).slice(0, 120)}`)
      results[`${kind.toLowerCase()}-${format}`] = {
        ...result,
        baselineCopySeconds: copySeconds,
        ratio: Math.round((result.seconds / copySeconds) * 10) / 10,
      }
      if (format !== formats.at(-1)) await forget(kind)
    }
  }
  console.log(JSON.stringify({ bench: 'import', n: ROWS, ...results }))
} finally {
  await rm(folder, { recursive: true })
  await bench.close()
}
