import type { z } from 'zod'
import { decideDecline } from '#domain/engagements/contract.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { engagementStepInput, optionalText } from './engagement-step-input.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { saveEngagementStep } from './save-engagement-step.ts'
import { toContracted } from './to-contract-version.ts'

export const declineContractInput = engagementStepInput.extend({ reasons: optionalText })

/**
 * Declines the proposal that waits, or takes the own one back; the version in force stays. Answers with the engagement's id.
 * @throws RefusedError NO_CONTRACT_PROPOSAL
 */
export async function declineContract(context: UseCaseContext, input: z.input<typeof declineContractInput>): Promise<string> {
  const parsed = parseInput(declineContractInput, input)
  const command = { operation: 'declineContract', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const { row, side } = await lockEngagementParty(unit, parsed)
    const { contractVersion, isWithdrawal } = unwrap(decideDecline(await toContracted(tx, row, now), side))
    await tx.contract.update({
      where: { engagementId_contractVersion: { engagementId: row.id, contractVersion } },
      data: { state: 'DECLINED', answeredById: viewer.userId, answeredAt: now, declineReasons: parsed.reasons },
    })
    return saveEngagementStep(
      unit,
      row,
      {},
      {
        action: isWithdrawal ? 'engagements.withdrawContract' : 'engagements.declineContract',
        topic: 'engagements.contractDeclined',
        after: { contractVersion, side, reasons: parsed.reasons },
      },
    )
  })
}
