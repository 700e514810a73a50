import { refreshSearchDocuments } from '#search/intermediaries/refresh-search-document.ts'
import { regradeSearchDocuments } from '#search/intermediaries/regrade-search-documents.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { CreditFacts } from './load-credit-facts.ts'
import { ratedBy, rebuildStandings } from './rebuild-standing.ts'
import { afterWaiting } from './refresh-standing.ts'
import type { WrittenStanding } from './write-standings.ts'
import { writeStandings } from './write-standings.ts'

/** Subjects computed at a time: enough that statements stay few, so few that the database always has something to do meanwhile. */
const LOT = 250

/**
 * What `refreshStanding` does, for many subjects by a handful of statements; search documents are rewritten only where they would say
 * something else. The subjects are locked in one order for everybody.
 * @param subjectIds each once
 * @param known facts of some of them, read since the caller locked these subjects
 * @returns how many moved in grade or score
 */
export async function refreshStandings(
  unit: UnitOfWork,
  subjectIds: readonly string[],
  known?: ReadonlyMap<string, CreditFacts>,
): Promise<number> {
  const { tx } = unit
  await tx.$executeRaw`SELECT 1 FROM "Subject" WHERE "id" = ANY (${[...subjectIds]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
  const now = afterWaiting(unit)
  const by = await ratedBy(tx, now)
  const written = await inTwoLanes(subjectIds, async (lot) => writeStandings(tx, await rebuildStandings(tx, lot, by, known), now))
  const shown = written.filter(({ isRegraded, isBarredOtherwise }) => isRegraded || isBarredOtherwise)
  // One round of locks for all of them: two, each in its order, could meet somebody else's in the middle.
  const bringUpToDate = shown.some(({ isBarredOtherwise }) => isBarredOtherwise) ? refreshSearchDocuments : regradeSearchDocuments
  await bringUpToDate(
    tx,
    shown.flatMap(({ intermediaryId }) => intermediaryId ?? []),
  )
  return written.filter(({ isMoved }) => isMoved).length
}

/** Lot by lot, two under way: one is computed while the database reads or writes the other. */
async function inTwoLanes(
  subjectIds: readonly string[],
  rate: (lot: readonly string[]) => Promise<readonly WrittenStanding[]>,
): Promise<readonly WrittenStanding[]> {
  const written: WrittenStanding[] = []
  let next = 0
  const lane = async () => {
    while (next < subjectIds.length) {
      const lot = subjectIds.slice(next, next + LOT)
      next += LOT
      written.push(...(await rate(lot)))
    }
  }
  await Promise.all([lane(), lane()])
  return written
}
