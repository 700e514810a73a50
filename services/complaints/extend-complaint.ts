import type { z } from 'zod'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { complaintRulesOn } from './complaint-rules.ts'
import { complaintStepInput, complaintText, lockComplaint, moveComplaint, saveComplaint } from './lock-complaint.ts'

export const extendComplaintInput = complaintStepInput.extend({ reasons: complaintText })

/**
 * Gives a complicated complaint its one extension 延期, before its day is over; the complainant reads why.
 * @returns the complaint's id
 * @throws RefusedError EXTENDED_BEFORE, EXTENSION_TOO_LATE, EXTENSION_NOT_OPEN, REASONS_REQUIRED
 */
export async function extendComplaint(context: UseCaseContext, input: z.input<typeof extendComplaintInput>): Promise<string> {
  const parsed = parseInput(extendComplaintInput, input)
  const command = { operation: 'extendComplaint', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockComplaint(unit, 'complaint.handle', parsed)
    const { reasons } = parsed
    const moved = moveComplaint(unit, row, { type: 'EXTEND', reasons })
    await saveComplaint(
      unit,
      row,
      moved,
      { extendedAt: unit.now, extensionReasons: reasons },
      {
        action: 'extend',
        kind: 'COMPLAINT_EXTENDED',
        audience: 'PARTIES',
        facts: { answerDueOn: moved.answerDueOn },
        basis: citeBasis(complaintRulesOn(unit.now).parameters.extensionDays.basis),
        after: { reasons },
      },
    )
    return row.id
  })
}
