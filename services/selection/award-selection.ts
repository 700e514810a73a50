import { citeBasis } from '#domain/kernel/rule-set.ts'
import { awardDays } from '#domain/selection/award.ts'
import type { WonTerms } from '#domain/selection/award.ts'
import type { FrozenPool, PoolPlace } from '#domain/selection/pool.ts'
import { isPublicityOver } from '#domain/selection/publicity.ts'
import { outcomesOf } from '#domain/selection/ranking.ts'
import { hasQuotes } from '#domain/selection/selection.ts'
import { fromDbDayOrNull, toDbDay } from '#prisma/db-day.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { createEngagement } from '../engagements/create-engagement.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { excludeBidder } from './exclude-bidder.ts'
import { checkEligibility } from './load-eligibility.ts'
import type { Eligible } from './load-eligibility.ts'
import { selectionContext } from './lock-selection.ts'
import { passOn } from './pass-on.ts'
import { loadBidders, resultOf, saveOutcomes } from './save-outcomes.ts'
import { saveSelectionStep } from './save-selection-step.ts'

/**
 * Awards a selection whose publicity is over (rulebook R3). List, suspension, certificate, ties to the agency, catalogue and pool are asked once
 * more at this very moment: a winner who fails is out, and the next of the order gets a publicity of its own. The caller holds the row.
 */
export async function awardSelection(unit: UnitOfWork, row: Selection): Promise<void> {
  const { state, winnerId, publicityUntilOn } = row
  if (state !== 'PUBLICITY' || winnerId === null || !isPublicityOver(fromDbDayOrNull(publicityUntilOn), unit.now)) return
  const place = placeOf(row, winnerId)
  const won = await wonTerms(unit, row, place)
  const { intermediaryId } = await unit.tx.signUp.findUniqueOrThrow({ where: { id: winnerId }, select: { intermediaryId: true } })
  const eligible = await checkEligibility(unit.tx, { intermediaryId, selection: row, wonFeeFen: won.feeFen }, unit.now)
  if (eligible.ok) await award(unit, row, { place, won, intermediaryId, eligible: eligible.value })
  else {
    await excludeBidder(unit, row, winnerId, eligible.refusal)
    await passOn(unit, row)
  }
}

interface Award {
  readonly place: PoolPlace
  readonly won: WonTerms
  readonly intermediaryId: string
  readonly eligible: Eligible
}

async function award(unit: UnitOfWork, row: Selection, { place, won, intermediaryId, eligible }: Award): Promise<void> {
  const rules = await selectionContext(unit, row)
  const { contractDueOn, deliverDueOn } = unwrap(awardDays(won, rules))
  const { applicantId, createdById, mode, serviceItemCode, divisionCode, projectName, size, number, poolHash } = row
  const { fee, item, qualification, standing } = eligible
  const engagementId = await createEngagement(
    unit,
    {
      ...{
        mode,
        applicantId,
        chosenById: createdById,
        intermediaryId,
        serviceItemCode,
        divisionCode,
        projectName,
        size,
        deliverDueOn,
        ...won,
      },
      offeringId: place.offeringId,
      chosenAt: unit.now,
      snapshot: {
        ...{ fee, item, qualification, standing, fundSource: row.fundSource },
        // The fee is what was won with, whatever the price list says by now.
        offering: {
          offeringId: place.offeringId,
          version: place.offeringVersion,
          ...won,
          feeSchedule: { kind: 'FIXED', feeFen: won.feeFen },
        },
        intermediary: { intermediaryId, subjectId: eligible.subjectId, name: eligible.name },
        selection: { number, mode, poolHash, place },
      },
    },
    { action: 'engagements.award', uscc: place.uscc, selection: number },
  )
  const outcomes = outcomesOf(resultOf(row.result), await loadBidders(unit.tx, row.id), place.signUpId, true)
  await saveOutcomes(unit.tx, outcomes)
  await saveSelectionStep(unit, row, {
    to: 'AWARDED',
    kind: 'AWARDED',
    facts: { winner: eligible.name, place: place.place, ...won, contractDueOn },
    action: 'selections.award',
    basis: citeBasis(rules.ruleSet.parameters.contractDays.basis),
    topic: 'selections.awarded',
    data: { awardedAt: unit.now, contractDueOn: toDbDay(contractDueOn), engagementId },
  })
}

/** The winner as frozen at closing. */
function placeOf({ pool, number }: Selection, signUpId: string): PoolPlace {
  const place = (pool as FrozenPool | null)?.places.find((one) => one.signUpId === signUpId)
  if (!place) throw new Error(`the winner of ${number} is not in its pool`)
  return place
}

async function wonTerms({ tx }: UnitOfWork, { mode, number }: Selection, place: PoolPlace): Promise<WonTerms> {
  if (!hasQuotes(mode)) {
    if (place.feeFen === null) throw new Error(`no fee in the pool of ${number}`)
    return { feeFen: place.feeFen, promisedWorkingDays: place.promisedWorkingDays }
  }
  const { feeFen, workingDays } = await tx.openedQuote.findUniqueOrThrow({ where: { signUpId: place.signUpId } })
  if (feeFen === null || workingDays === null) throw new Error(`the winner of ${number} has no valid quote`)
  return { feeFen, promisedWorkingDays: workingDays }
}
