import { z } from 'zod'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { handlingKinds } from './complaint-office.ts'
import { complaintRulesOn } from './complaint-rules.ts'
import { complaintStepInput, complaintText, lockComplaint, moveComplaint, saveComplaint } from './lock-complaint.ts'

export const transferComplaintInput = complaintStepInput.extend({ officeId: z.uuid(), reasons: complaintText })

/**
 * Sends a misaddressed complaint on 转办, once and within the days for it. The answer's clock runs on from the first receipt (ours): whoever
 * complained didn't choose the office. The sealed part goes along unopened.
 * @returns the complaint's id, which is no longer the sender's to see
 * @throws RefusedError TRANSFER_TOO_LATE, TRANSFERRED_BEFORE, TRANSFER_TO_ITSELF, REASONS_REQUIRED, STEP_FORBIDDEN · ValidationError OFFICE_UNKNOWN
 */
export async function transferComplaint(context: UseCaseContext, input: z.input<typeof transferComplaintInput>): Promise<string> {
  const parsed = parseInput(transferComplaintInput, input)
  const command = { operation: 'transferComplaint', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockComplaint(unit, 'complaint.handle', parsed)
    const { officeId, reasons } = parsed
    const office = await unit.tx.organisation.findFirst({ where: { id: officeId, kind: { in: [...handlingKinds] } } })
    if (!office) throw new ValidationError([{ path: 'officeId', code: 'OFFICE_UNKNOWN', facts: {} }])
    const moved = moveComplaint(unit, row, { type: 'TRANSFER', toOfficeId: officeId, fromOfficeId: row.officeId, reasons })
    const data = { officeId, handlerId: null, transferredAt: unit.now, transferReasons: reasons }
    await saveComplaint(unit, row, moved, data, {
      action: 'transfer',
      kind: 'COMPLAINT_TRANSFERRED',
      audience: 'PARTIES',
      facts: { office: office.nameZh },
      basis: citeBasis(complaintRulesOn(unit.now).parameters.transferDays.basis),
      after: { fromOfficeId: row.officeId, officeId, reasons },
    })
    await unit.outbox('complaints.received', 'Complaint', row.id)
    return row.id
  })
}
