import type { z } from 'zod'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { serveAppealDecision } from './serve-appeal-decision.ts'
import { decideAppealStep, lockAppeal, saveAppealStep } from './lock-appeal.ts'
import { remedyStepInput, remedyText, serviceChosen } from './remedy-step-input.ts'

export const refuseAppealAdmissionInput = remedyStepInput.extend({ basis: remedyText, reasons: remedyText, ...serviceChosen.shape })

/**
 * A reviewer does not admit an appeal 不予受理: filed by somebody without the party's authority, say. In writing, with reasons, numbered like any
 * other answer; within the window the party may file a proper one.
 * @returns the appeal's id
 */
export async function refuseAppealAdmission(context: UseCaseContext, input: z.input<typeof refuseAppealAdmissionInput>): Promise<string> {
  const parsed = parseInput(refuseAppealAdmissionInput, input)
  const command = { operation: 'refuseAppealAdmission', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { viewer, now } = unit
    const { basis, reasons } = parsed
    const locked = await lockAppeal(unit, 'appeal.review', parsed)
    const step = { type: 'REFUSE_ADMISSION', actorId: viewer.userId ?? '', bodyId: viewer.organisationId, basis, reasons } as const
    const { reviewerId } = await decideAppealStep(unit, locked, step, 'ADMISSION_REFUSED')
    demand(context, 'appeal.review', locked.facts)
    const decisionNumber = await nextNumber(unit, 'APPEAL_DECISION')
    const id = await saveAppealStep(
      unit,
      locked,
      { state: 'NOT_ADMITTED', reviewerId, decidedAt: now, decisionNumber, decisionBasis: basis, decisionReasons: reasons },
      { action: 'remedies.refuseAppealAdmission', basis, kind: 'APPEAL_NOT_ADMITTED', facts: { decisionNumber } },
    )
    await serveAppealDecision(unit, locked.row, decisionNumber, parsed)
    await refreshStanding(unit, locked.row.subjectId)
    await unit.outbox('remedies.appealDecided', 'Appeal', id)
    return id
  })
}
