import { z } from 'zod'
import type { Complaint } from '#prisma/generated/client.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { complaintStepInput, complaintText, lockComplaint } from './lock-complaint.ts'
import { complaintFacts } from './visible-complaints.ts'

export const unsealComplainantInput = complaintStepInput.extend({ reason: complaintText.min(5) })

const sealedPart = z.object({ name: z.string(), contact: z.string() })

/** What the sealed part says; for the eyes of whoever opened it, and kept nowhere else. */
export type Complainant = z.output<typeof sealedPart>

/**
 * Opens the sealed part 实名信息: only for the officer who handles the complaint, while it is open, with a reason. Each opening is its own
 * line in the audit trail and on the record; what was read is in neither.
 * @throws RefusedError COMPLAINT_ANONYMOUS, COMPLAINT_CLOSED · ForbiddenError for anybody else of the office, too
 */
export async function unsealComplainant(context: UseCaseContext, input: z.input<typeof unsealComplainantInput>): Promise<Complainant> {
  const parsed = parseInput(unsealComplainantInput, input)
  const command = { operation: 'unsealComplainant', clientMutationId: parsed.clientMutationId, input: parsed }
  const id = await runUseCase(context, command, async (unit) => {
    const row = await lockComplaint(unit, 'complaint.unseal', parsed)
    cipherFor(context, row)
    const { reason } = parsed
    const after = { number: row.number, reason }
    await unit.audit({ action: 'complaints.unseal', entity: 'Complaint', entityId: row.id, after, basis: '河南省社会信用条例 第七十八条' })
    await recordStep(unit, {
      procedure: 'COMPLAINT',
      entityId: row.id,
      kind: 'COMPLAINT_UNSEALED',
      audience: 'OFFICIALS',
      facts: { reason },
    })
    return row.id
  })
  // Asked again: the same wish sent a second time is answered without a step, by then perhaps for somebody who handles it no more.
  const row = await context.prisma.complaint.findUniqueOrThrow({ where: { id } })
  return sealedPart.parse(JSON.parse(context.identityVault.open(cipherFor(context, row))))
}

/** The sealed part, still closed, for who may open it now. @throws RefusedError · ForbiddenError */
function cipherFor({ viewer }: UseCaseContext, row: Complaint): string {
  demand({ viewer }, 'complaint.unseal', complaintFacts(row))
  if (row.contactCipher === null) throw new RefusedError({ code: 'COMPLAINT_ANONYMOUS' })
  if (row.state !== 'HANDLING') throw new RefusedError({ code: 'COMPLAINT_CLOSED' })
  return row.contactCipher
}
