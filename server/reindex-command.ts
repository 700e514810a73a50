import { env } from '#env'
import { createPrisma } from '#prisma/client.ts'
import { createPool } from '#prisma/pool.ts'
import { createEngine } from '#search/intermediaries/meilisearch/engine.ts'
import { rebuildIndex } from '#search/intermediaries/meilisearch/rebuild.ts'
import { defaultIndexUid } from '#search/intermediaries/meilisearch/settings.ts'
import { rebuildDocuments } from '#search/intermediaries/rebuild-documents.ts'
import { openDatabase } from './database.ts'
import { StartProblem } from './start-problem.ts'
import type { Step } from './terminal.ts'

// `npm run reindex`: makes every search document anew, and with MEILI_HOST a new index beside the live one. The program may go on serving
// meanwhile. Killed, it is simply run again.

const isTerminal = process.stdout.isTTY
const step: Step = async (label, work) => {
  const began = performance.now()
  const say = (line: string): unknown => (isTerminal ? process.stdout.write(`\r  ${line} `) : console.log(`  ${line}`))
  const result = await work(say)
  console.log(`${isTerminal ? '\r' : ''}✓ ${label} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return result
}

/** Says a new percentage at most: a line for each part would be a thousand. */
function percentage(say: (line: string) => unknown): (done: number, of: number) => void {
  let last = -1
  return (done, of) => {
    const percent = of === 0 ? 100 : Math.floor((done / of) * 100)
    if (percent === last || (!isTerminal && percent % 10 !== 0)) return
    last = percent
    say(`${percent} % (${done} of ${of})`)
  }
}

let stopDatabase = () => Promise.resolve()
const pool = createPool(await openDatabase(env, step, (stop) => (stopDatabase = stop)))
const prisma = createPrisma(pool)
try {
  await step('Making search documents', (say) => rebuildDocuments(prisma, percentage(say)))
  const { MEILI_HOST: host, MEILI_KEY: key } = env
  if (host !== undefined) {
    const engine = createEngine({ host, key })
    const isMine = await step('Building the search index', (say) =>
      rebuildIndex({ pool, engine, uid: defaultIndexUid, progress: percentage(say), isCleaning: true }),
    )
    if (!isMine) throw new StartProblem('Another rebuild of the search index is at work: let it end, or stop it.')
  }
} finally {
  await prisma.$disconnect()
  await pool.end()
  await stopDatabase()
}
