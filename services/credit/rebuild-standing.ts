import { computeStanding } from '#domain/credit/standing.ts'
import type { CreditStanding, StandingRuleSets } from '#domain/credit/standing.ts'
import type { Tx } from '#prisma/client.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { loadCreditFactsOfMany } from './load-credit-facts.ts'
import type { CreditFacts } from './load-credit-facts.ts'
import { platformMeanOn } from './load-platform-means.ts'
import { standingRuleSetsOf } from './load-rule-sets.ts'

/** What everybody is rated by at one moment. */
export interface RatedBy {
  readonly asOf: Date
  readonly ruleSets: StandingRuleSets
  readonly platformMeanReview: number | null
}

/** The rules published, and the mean published by then. */
export async function ratedBy(tx: Tx, asOf: Date): Promise<RatedBy> {
  return { asOf, ruleSets: await standingRuleSetsOf(tx), platformMeanReview: await platformMeanOn(tx, asOf) }
}

/**
 * The standing that a subject's facts give at `asOf`, from nothing but the facts, the rules published and the mean published by then.
 * @throws RangeError when there is no such subject
 */
export async function rebuildStanding(tx: Tx, subjectId: string, asOf: Date): Promise<CreditStanding> {
  const standing = (await rebuildStandings(tx, [subjectId], await ratedBy(tx, asOf))).get(subjectId)
  if (!standing) throw new RangeError(`no subject ${subjectId}`)
  return standing
}

/** The same for many at once, in no order. `known` holds facts that the caller has read already; the others are read. */
export async function rebuildStandings(
  tx: Tx,
  subjectIds: readonly string[],
  { asOf, ruleSets, platformMeanReview }: RatedBy,
  known: ReadonlyMap<string, CreditFacts> = new Map(),
): Promise<ReadonlyMap<string, CreditStanding>> {
  const unknown = subjectIds.filter((subjectId) => !known.has(subjectId))
  const read = unknown.length > 0 ? await loadCreditFactsOfMany(tx, unknown) : new Map<string, CreditFacts>()
  const standings = subjectIds.flatMap((subjectId) => {
    const own = known.get(subjectId) ?? read.get(subjectId)
    return own ? [[subjectId, unwrap(computeStanding({ ...own, platformMeanReview }, ruleSets, asOf))] as const] : []
  })
  return new Map(standings)
}
