import { refreshSearchDocument } from '#search/intermediaries/refresh-search-document.ts'
import type { SearchPort } from '#search/search-port.ts'
import type { Platform } from '#services/kernel/use-case-context.ts'
import { everything } from './search-contract.ts'

/** What searching and changing came to while something else was done. */
export interface LoadResult {
  readonly searches: number
  readonly failed: number
  readonly changes: number
  /** Changes that the index doesn't show afterwards. */
  readonly lost: number
  /** The longest search, in milliseconds. */
  readonly slowestMs: number
}

/**
 * Searches and renames firms, in the way of a change of the register, for as long as `work` takes.
 * @param nameIn the name that the index has for a firm, asked when all is done
 */
export async function whileWorking(
  platform: Platform,
  port: SearchPort,
  nameIn: (intermediaryId: string) => Promise<string | undefined>,
  work: () => Promise<unknown>,
): Promise<LoadResult> {
  const { rows: firms } = await platform.pool.query<{ id: string; subjectId: string }>(
    'SELECT "id", "subjectId" FROM "Intermediary" ORDER BY "id" LIMIT 300',
  )
  const names = new Map<string, string>()
  let isWorking = true
  let searches = 0
  let failed = 0
  let changes = 0
  let slowestMs = 0
  const searching = (async () => {
    while (isWorking) {
      const began = performance.now()
      const texts = ['', '环评', '工程咨询', '河南中豫环镜工程咨询有限公司']
      await port.searchIntermediaries({ ...everything, text: texts[searches % texts.length] ?? '' }).catch(() => (failed += 1))
      slowestMs = Math.max(slowestMs, performance.now() - began)
      searches += 1
    }
  })()
  const changing = (async () => {
    while (isWorking) {
      const firm = firms[(changes * 7) % firms.length]
      if (!firm) throw new Error('no firm')
      const name = `河南改名${changes}号有限公司`
      await platform.prisma
        .$transaction(async (tx) => {
          await tx.$executeRaw`SELECT 1 FROM "Intermediary" WHERE "id" = ${firm.id}::uuid FOR NO KEY UPDATE`
          await tx.subject.update({ where: { id: firm.subjectId }, data: { name } })
          await refreshSearchDocument(tx, firm.id)
        })
        .then(() => names.set(firm.id, name))
        .catch(() => (failed += 1))
      changes += 1
    }
  })()
  try {
    await work()
  } finally {
    isWorking = false
    await Promise.all([searching, changing])
  }
  let lost = 0
  for (const [id, name] of names) if ((await nameIn(id)) !== name) lost += 1
  return { searches, failed, changes, lost, slowestMs }
}
