import { z } from 'zod'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { endListEntry } from '../listings/end-list-entry.ts'
import { serveDocument } from '../procedures/serve-document.ts'
import { serviceOf } from '../procedures/service-input.ts'
import { decideRepairStep, lockRepair, saveRepairStep } from './lock-repair.ts'
import { remedyStepInput, remedyText, serviceChosen } from './remedy-step-input.ts'

export const repairOutcomes = ['GRANTED', 'REFUSED'] as const

export const decideRepairInput = remedyStepInput.extend({
  outcome: z.enum(repairOutcomes),
  /** What the decider found; both are needed for a grant. */
  isCorrected: z.boolean(),
  isPerformed: z.boolean(),
  basis: remedyText,
  reasons: remedyText,
  ...serviceChosen.shape,
})

/**
 * Decides on a credit repair (rulebook R5). Granted, publicity, sharing and effects of the entry end together in this transaction, and everyone
 * who received the entry is told; the points of the finding run out by their own day.
 * @returns the repair's id
 * @throws RefusedError REPAIR_CONDITIONS_UNMET, REPAIR_TOO_EARLY, ENTRY_ENDED, ENTRY_EXPIRED, SEPARATION_OF_DUTIES, SERVICE_METHOD_REQUIRED,
 *   STEP_FORBIDDEN · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function decideRepair(context: UseCaseContext, input: z.input<typeof decideRepairInput>): Promise<string> {
  const parsed = parseInput(decideRepairInput, input)
  const command = { operation: 'decideRepair', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { outcome, isCorrected, isPerformed, basis, reasons } = parsed
    const locked = await lockRepair(unit, 'repair.decide', parsed)
    const { row } = locked
    const actorId = context.viewer.userId ?? ''
    const { ruleSetVersion } =
      outcome === 'GRANTED'
        ? await decideRepairStep(
            unit,
            locked,
            { type: 'GRANT_REPAIR', actorId, isCorrected, isPerformed, basis, reasons },
            'REPAIR_GRANTED',
          )
        : await decideRepairStep(unit, locked, { type: 'REFUSE_REPAIR', actorId, basis, reasons }, 'REPAIR_REFUSED')
    demand(context, 'repair.decide', locked.facts)
    const decisionNumber = await nextNumber(unit, 'REPAIR_DECISION')
    const decided = { state: outcome, deciderId: actorId, decidedAt: unit.now, decisionNumber, ruleSetVersion }
    const found = { isCorrected, isPerformed }
    const id = await saveRepairStep(
      unit,
      locked,
      { ...decided, decisionBasis: basis, decisionReasons: reasons },
      { action: 'remedies.decideRepair', basis, after: found, kind: `REPAIR_${outcome}`, facts: { decisionNumber, ...found } },
    )
    if (outcome === 'GRANTED')
      await endListEntry(unit, row.entryId, { as: 'REPAIRED', reason: `信用修复决定书 ${decisionNumber}：${reasons}` })
    const paper = { procedure: 'CREDIT_REPAIR', entityId: id, document: 'REPAIR_DECISION', documentNumber: decisionNumber } as const
    await serveDocument(unit, { ...paper, subjectId: row.subjectId, ...serviceOf(parsed) })
    await unit.outbox('remedies.repairDecided', 'CreditRepair', id)
    return id
  })
}
