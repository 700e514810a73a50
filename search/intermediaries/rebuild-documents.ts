import type { PrismaClient } from '#prisma/client.ts'
import { refreshSearchDocuments } from './refresh-search-document.ts'

/** Firms a transaction: their rows are locked for some ten milliseconds. */
const batch = 200
/** Below every uuid. */
const first = '00000000-0000-0000-0000-000000000000'

/**
 * Makes every search document anew from current rows, while everything goes on. Firms are locked as by any change of them, so that no
 * document is older than a change beside it; one that is just being changed is passed over and comes at the end, alone, since who waits
 * for one lock while holding many may wait for ever. Documents that come out as they were keep their version. Killed, it is run again.
 * @returns how many firms there are
 */
export async function rebuildDocuments(prisma: PrismaClient, progress: (done: number, of: number) => void): Promise<number> {
  const of = await prisma.intermediary.count()
  const passedOver: string[] = []
  let done = 0
  for (let after = first; ;) {
    const rows = await prisma.intermediary.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: batch,
      select: { id: true },
    })
    const last = rows.at(-1)
    if (!last) break
    const ids = rows.map(({ id }) => id)
    const free = await refreshFree(prisma, ids)
    passedOver.push(...ids.filter((id) => !free.has(id)))
    after = last.id
    done += free.size
    progress(done, Math.max(of, done))
  }
  for (const id of passedOver) {
    await prisma.$transaction((tx) => refreshSearchDocuments(tx, [id]), { timeout: 30_000 })
    done += 1
    progress(done, Math.max(of, done))
  }
  return done
}

async function refreshFree(prisma: PrismaClient, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return prisma.$transaction(
    async (tx) => {
      const free = await tx.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "Intermediary" WHERE "id" = ANY (${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE SKIP LOCKED`
      await refreshSearchDocuments(
        tx,
        free.map(({ id }) => id),
      )
      return new Set(free.map(({ id }) => id))
    },
    { timeout: 30_000 },
  )
}
