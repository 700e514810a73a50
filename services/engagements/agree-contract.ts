import type { z } from 'zod'
import { decideAgreement } from '#domain/engagements/contract.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { markContracted } from '../selection/mark-contracted.ts'
import { engagementStepInput, optionalYes } from './engagement-step-input.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { saveEngagementStep } from './save-engagement-step.ts'
import { toContracted } from './to-contract-version.ts'

export const agreeContractInput = engagementStepInput.extend({
  /** The owner's word for a fee above the chosen one. */
  isRaisedFeeAccepted: optionalYes,
})

/**
 * The other side agrees to the proposal that waits: it comes into force, the version before it is superseded, the delivery day follows, and
 * a selection that led here is concluded. Answers with the engagement's id.
 * @throws RefusedError NO_CONTRACT_PROPOSAL, OWN_PROPOSAL, FEE_OVER_CHOICE, FEE_OVER_CEILING …
 */
export async function agreeContract(context: UseCaseContext, input: z.input<typeof agreeContractInput>): Promise<string> {
  const parsed = parseInput(agreeContractInput, input)
  const command = { operation: 'agreeContract', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const { row, side } = await lockEngagementParty(unit, parsed)
    const rules = { now, calendar: await loadCalendar(tx) }
    const { isRaisedFeeAccepted } = parsed
    const { agreed, superseded, deliverDueOn } = unwrap(
      decideAgreement(await toContracted(tx, row, now), { side, isRaisedFeeAccepted }, rules),
    )
    const versionOf = (contractVersion: number) => ({ engagementId_contractVersion: { engagementId: row.id, contractVersion } })
    if (superseded !== null) await tx.contract.update({ where: versionOf(superseded), data: { state: 'SUPERSEDED' } })
    await tx.contract.update({
      where: versionOf(agreed),
      data: { state: 'IN_FORCE', deliverDueOn: toDbDay(deliverDueOn), answeredById: viewer.userId, answeredAt: now },
    })
    if (superseded === null) await markContracted(unit, row.id)
    return saveEngagementStep(
      unit,
      row,
      { deliverDueOn: toDbDay(deliverDueOn) },
      {
        action: 'engagements.agreeContract',
        topic: 'engagements.contractInForce',
        after: { contractVersion: agreed, superseded, side, deliverDueOn, isRaisedFeeAccepted },
      },
    )
  })
}
