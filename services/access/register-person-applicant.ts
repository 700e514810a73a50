import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { ensurePersonSubjects, requireIdentityNumber } from './register-subject.ts'
import { requireDivisions } from './require-division.ts'

export const registerPersonApplicantInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  identityNumber: z.string().min(1).max(40),
  divisionCode: z.string().min(1),
  isFictitious: z.boolean().default(false),
})

/**
 * Enters a natural person as applicant. Somebody who is on record already (as a practitioner, say) keeps the one subject: credit
 * follows the person, not the capacity.
 * @returns the subject's id
 * @throws ValidationError IDENTITY_INVALID, DIVISION_UNKNOWN · ForbiddenError
 */
export async function registerPersonApplicant(
  context: UseCaseContext,
  input: z.input<typeof registerPersonApplicantInput>,
): Promise<string> {
  const parsed = parseInput(registerPersonApplicantInput, input)
  const { clientMutationId, name, divisionCode, isFictitious } = parsed
  const identityNumber = requireIdentityNumber(parsed.identityNumber, 'identityNumber')
  const { identityVault } = context
  // What was asked is remembered as a fast hash; the number goes into it only as its keyed hash.
  const asked = { name, divisionCode, isFictitious, identityHash: identityVault.hash(identityNumber) }
  return runUseCase(context, { operation: 'registerPersonApplicant', clientMutationId, input: asked }, async (unit) => {
    demand(context, 'applicant.register')
    await requireDivisions(unit, [divisionCode], 'divisionCode')
    const [subjectId] = await ensurePersonSubjects(unit, [{ name, identityNumber, divisionCode, isFictitious }])
    if (subjectId === undefined) throw new Error('no subject')
    await refreshStanding(unit, subjectId)
    await unit.audit({ action: 'applicant.register', entity: 'Subject', entityId: subjectId, after: { name, divisionCode } })
    return subjectId
  })
}
