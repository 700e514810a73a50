import { z } from 'zod'
import type { WantedQualification } from '#domain/intermediaries/wanted-change.ts'
import { wantedQualification } from '#domain/intermediaries/wanted-change.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, ValidationError } from '../kernel/use-case-error.ts'
import { lockOwnEntry } from './changing-firm.ts'
import { openRegisterChange } from './open-register-change.ts'

export const requestQualificationChangeInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  qualification: wantedQualification,
  reasons: z.string().trim().max(2000).default(''),
})

/**
 * An institution asks to add, renew, correct or remove a certificate. An expired one goes on blocking its items until the form check.
 * @returns the id of the running change
 * @throws ValidationError SERVICE_ITEM_UNKNOWN, ENDS_BEFORE_IT_BEGINS · NotFoundError for another firm's certificate · ForbiddenError
 */
export async function requestQualificationChange(
  context: UseCaseContext,
  input: z.input<typeof requestQualificationChangeInput>,
): Promise<string> {
  const parsed = parseInput(requestQualificationChangeInput, input)
  const command = { operation: 'requestQualificationChange', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const firm = await lockOwnEntry(unit)
    const { qualification: wanted, reasons } = parsed
    if (wanted.op !== 'ADD') {
      const own = await unit.tx.qualification.count({ where: { id: wanted.qualificationId, intermediaryId: firm.id } })
      if (own === 0) throw new NotFoundError('Qualification')
    }
    await requireItems(unit, wanted)
    return openRegisterChange(unit, firm, { kind: 'QUALIFICATIONS', wanted: [wanted], reasons })
  })
}

async function requireItems({ tx }: UnitOfWork, wanted: WantedQualification): Promise<void> {
  if (wanted.op === 'REMOVE') return
  const { serviceItemCodes } = wanted.certificate
  const known = await tx.serviceItem.findMany({ where: { code: { in: serviceItemCodes } }, select: { code: true } })
  const codes = serviceItemCodes.filter((code) => !known.some((item) => item.code === code))
  const path = 'qualification.certificate.serviceItemCodes'
  if (codes.length > 0) throw new ValidationError([{ path, code: 'SERVICE_ITEM_UNKNOWN', facts: { codes } }])
}
