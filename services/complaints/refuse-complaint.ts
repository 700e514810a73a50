import type { z } from 'zod'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { complaintRulesOn } from './complaint-rules.ts'
import { complaintStepInput, complaintText, lockComplaint, moveComplaint, saveComplaint } from './lock-complaint.ts'

export const refuseComplaintInput = complaintStepInput.extend({ reasons: complaintText })

/**
 * Doesn't admit a complaint 不予受理, with reasons the complainant reads: already answered, or for a court, or nothing that anybody could look into.
 * @returns the complaint's id
 * @throws RefusedError REASONS_REQUIRED, STEP_FORBIDDEN
 */
export async function refuseComplaint(context: UseCaseContext, input: z.input<typeof refuseComplaintInput>): Promise<string> {
  const parsed = parseInput(refuseComplaintInput, input)
  const command = { operation: 'refuseComplaint', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockComplaint(unit, 'complaint.handle', parsed)
    const { reasons } = parsed
    const moved = moveComplaint(unit, row, { type: 'NOT_ADMIT', reasons })
    const data = { answeredAt: unit.now, answer: reasons, handlerId: row.handlerId ?? unit.viewer.userId }
    await saveComplaint(unit, row, moved, data, {
      action: 'refuse',
      kind: 'COMPLAINT_NOT_ADMITTED',
      audience: 'PARTIES',
      basis: citeBasis(complaintRulesOn(unit.now).parameters.answerDays.basis),
      after: { reasons },
    })
    return row.id
  })
}
