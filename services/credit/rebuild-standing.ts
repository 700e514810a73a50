import { computeStanding } from '#domain/credit/standing.ts'
import type { CreditStanding } from '#domain/credit/standing.ts'
import type { Tx } from '#prisma/client.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { loadCreditFactsOfMany } from './load-credit-facts.ts'
import type { CreditFacts } from './load-credit-facts.ts'
import { platformMeanOn } from './load-platform-means.ts'
import { standingRuleSetsOf } from './load-rule-sets.ts'

/**
 * The standing that a subject's facts give at `asOf`, from nothing but the facts, the rules published and the baseline published by then.
 * @throws RangeError when there is no such subject
 */
export async function rebuildStanding(tx: Tx, subjectId: string, asOf: Date): Promise<CreditStanding> {
  const standing = (await rebuildStandings(tx, [subjectId], asOf)).get(subjectId)
  if (!standing) throw new RangeError(`no subject ${subjectId}`)
  return standing
}

/** The same for many at once, in no order. `known` holds facts the caller has read already; the others are read. */
export async function rebuildStandings(
  tx: Tx,
  subjectIds: readonly string[],
  asOf: Date,
  known: ReadonlyMap<string, CreditFacts> = new Map(),
): Promise<ReadonlyMap<string, CreditStanding>> {
  const ruleSets = await standingRuleSetsOf(tx)
  const platformMeanReview = await platformMeanOn(tx, asOf)
  const unknown = subjectIds.filter((subjectId) => !known.has(subjectId))
  const read = unknown.length > 0 ? await loadCreditFactsOfMany(tx, unknown) : []
  return new Map(
    [...known, ...read].map(([subjectId, own]) => [subjectId, unwrap(computeStanding({ ...own, platformMeanReview }, ruleSets, asOf))]),
  )
}
