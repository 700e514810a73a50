import { createHash } from 'node:crypto'
import { checkPoolSize } from '#domain/selection/close.ts'
import { canonicalPool, freezePool } from '#domain/selection/pool.ts'
import type { FrozenPool, PoolPlace } from '#domain/selection/pool.ts'
import { hasQuotes } from '#domain/selection/selection.ts'
import { closingDueAt } from '#domain/selection/sign-up.ts'
import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { excludeBidder } from './exclude-bidder.ts'
import { failSelection } from './fail-selection.ts'
import { checkEligibility } from './load-eligibility.ts'
import { saveSelectionStep } from './save-selection-step.ts'

/** When a round whose line is known may be closed. */
export const closingDueOf = ({ signUpClosesAt, ruleSetVersion }: Selection): Date | null =>
  signUpClosesAt && closingDueAt(signUpClosesAt, selectionRules(ruleSetVersion).parameters.closingDelaySeconds.value)

/**
 * Closes sign-up (rulebook R3): whoever is no longer eligible, or has handed in no quote where quotes are asked, is out with the reason; the
 * others are frozen in their order with what the applicant saw of them, and hashed. With too few the round fails. The caller holds the row.
 */
export async function closeSelection(unit: UnitOfWork, selection: Selection): Promise<void> {
  const pool = freezePool(selection.number, unit.now, await admitted(unit, selection))
  const poolHash = createHash('sha256').update(canonicalPool(pool)).digest('hex')
  await keepPlaces(unit, pool)
  const frozen = { pool: asJson(pool) ?? {}, poolHash, closedAt: unit.now }
  const { parameters } = selectionRules(selection.ruleSetVersion)
  const size = checkPoolSize(pool.places.length, selection, selectionRules(selection.ruleSetVersion))
  const saved = await saveSelectionStep(unit, selection, {
    ...(size.ok && { to: 'CLOSED' }),
    kind: 'CLOSED',
    facts: { found: pool.places.length, poolHash },
    action: 'selections.close',
    basis: citeBasis(parameters.minimumPool.basis),
    ...(size.ok && { topic: 'selections.closed' }),
    data: frozen,
  })
  if (!size.ok) await failSelection(unit, saved.id, size.refusal)
}

/** Those who may stand in the pool; the others are excluded. One after the other in the order of their codes, as their rows are taken. */
async function admitted(unit: UnitOfWork, selection: Selection): Promise<readonly Omit<PoolPlace, 'place'>[]> {
  const signUps = await unit.tx.signUp.findMany({
    where: { selectionId: selection.id, state: 'ACTIVE' },
    select: { id: true, intermediaryId: true, signedUpAt: true, contributionHash: true, _count: { select: { quotes: true } } },
    orderBy: { intermediary: { subjectId: 'asc' } },
  })
  const bidders: Omit<PoolPlace, 'place'>[] = []
  for (const { id: signUpId, intermediaryId, signedUpAt, contributionHash, _count } of signUps) {
    const eligible = await checkEligibility(unit.tx, { intermediaryId, selection }, unit.now)
    if (!eligible.ok) await excludeBidder(unit, selection, signUpId, eligible.refusal)
    else if (hasQuotes(selection.mode) && _count.quotes === 0) await excludeBidder(unit, selection, signUpId, { code: 'NO_QUOTE' })
    else {
      const { uscc, name, offering, fee, standing } = eligible.value
      bidders.push({
        ...{ signUpId, uscc, name, offeringId: offering.offeringId, offeringVersion: offering.version },
        ...{ feeFen: fee?.feeFen ?? null, promisedWorkingDays: offering.promisedWorkingDays },
        ...{ grade: standing.grade, score: standing.score, signedUpAt: signedUpAt.toISOString(), contributionHash },
      })
    }
  }
  return bidders
}

/** Each one's place beside its sign-up; one statement, however many. */
async function keepPlaces({ tx }: UnitOfWork, { places }: FrozenPool): Promise<void> {
  const rows = JSON.stringify(places.map(({ signUpId, place }) => ({ id: signUpId, place })))
  await tx.$executeRaw`
    UPDATE "SignUp" s SET "place" = kept."place"
    FROM jsonb_to_recordset(${rows}::jsonb) AS kept("id" uuid, "place" int) WHERE s."id" = kept."id"`
}
