import { z } from 'zod'
import { feeLimits } from '#domain/catalogue/fee-schedule.ts'
import { decideProposal } from '#domain/engagements/contract.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { useFile } from '../files/use-file.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { engagementStepInput, optionalText, optionalYes } from './engagement-step-input.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { saveEngagementStep } from './save-engagement-step.ts'
import { toContracted } from './to-contract-version.ts'

export const proposeContractInput = engagementStepInput.extend({
  feeFen: z.int('FEE_INVALID').min(0, 'FEE_INVALID').max(feeLimits.fen, 'FEE_INVALID'),
  promisedWorkingDays: z.number().int().min(1).max(1000),
  scope: z.string().trim().min(1).max(4000),
  liability: z.string().trim().min(1).max(4000),
  /** Why the contract is changed; the first version needs none. */
  reasons: optionalText,
  /** The signed paper, uploaded for this engagement. */
  fileId: z.uuid().nullish(),
  /** The owner's word for a fee above the chosen one. */
  isRaisedFeeAccepted: optionalYes,
})

/**
 * One side proposes the contract 合同, or a change of it, with its key terms and the signed file (rulebook R4). Nothing changes until the other
 * side agrees. Answers with the engagement's id.
 * @throws RefusedError CONTRACT_PROPOSAL_OPEN, CHANGE_REASONS_REQUIRED, FEE_OVER_CHOICE, FEE_OVER_CEILING, FILE_NOT_USABLE …
 */
export async function proposeContract(context: UseCaseContext, input: z.input<typeof proposeContractInput>): Promise<string> {
  const parsed = parseInput(proposeContractInput, input)
  const command = { operation: 'proposeContract', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const { row, side } = await lockEngagementParty(unit, parsed)
    const { feeFen, promisedWorkingDays, scope, liability, reasons, isRaisedFeeAccepted } = parsed
    const terms = { feeFen, promisedWorkingDays, scope, liability }
    const rules = { now, calendar: await loadCalendar(tx) }
    const engagement = await toContracted(tx, row, now)
    const proposed = unwrap(decideProposal(engagement, { ...terms, side, reasons, isRaisedFeeAccepted }, rules))
    const { contractVersion, deliverDueOn } = proposed
    const file = parsed.fileId ? await useFile(unit, parsed.fileId, row.id) : null
    await tx.contract.create({
      data: {
        ...{ engagementId: row.id, contractVersion, ...terms, reasons },
        ...{ deliverDueOn: toDbDay(deliverDueOn), fileId: file?.id ?? null },
        ...{ proposedBySide: side, proposedById: viewer.userId ?? '', proposedAt: now },
      },
    })
    return saveEngagementStep(
      unit,
      row,
      {},
      {
        action: 'engagements.proposeContract',
        topic: 'engagements.contractProposed',
        after: { contractVersion, side, ...terms, reasons, fileSha256: file?.sha256 ?? null, isRaisedFeeAccepted },
      },
    )
  })
}
