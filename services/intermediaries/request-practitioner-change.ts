import { z } from 'zod'
import type { WantedPractitioner } from '#domain/intermediaries/wanted-change.ts'
import { maskIdentityNumber } from '#domain/kernel/identity-number.ts'
import { requireIdentityNumber } from '../access/register-subject.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { lockOwnEntry } from './changing-firm.ts'
import { openRegisterChange } from './open-register-change.ts'
import { practitionerInput } from './register-intermediary-input.ts'

export const requestPractitionerChangeInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  practitioner: z.discriminatedUnion('op', [
    practitionerInput.extend({ op: z.literal('ADD') }),
    z.object({ op: z.literal('LEAVE'), practitionerId: z.uuid() }),
  ]),
  reasons: z.string().trim().max(2000).default(''),
})

/**
 * An institution asks to enter a person, whose identity number is sealed at once and never stored open, or says that one has left.
 * @returns the id of the running change
 * @throws ValidationError IDENTITY_INVALID · NotFoundError for another firm's practitioner · ForbiddenError
 */
export async function requestPractitionerChange(
  context: UseCaseContext,
  input: z.input<typeof requestPractitionerChangeInput>,
): Promise<string> {
  const { practitioner, ...parsed } = parseInput(requestPractitionerChangeInput, input)
  const { identityVault } = context
  const wanted = practitioner.op === 'ADD' ? sealed(practitioner) : practitioner
  // A seal is another one every time; the hash tells a retry from another wish.
  const asked = wanted.op === 'ADD' ? { ...wanted, identityCipher: '' } : wanted
  const command = { operation: 'requestPractitionerChange', clientMutationId: parsed.clientMutationId, input: { ...parsed, asked } }
  return runUseCase(context, command, async (unit) => {
    const firm = await lockOwnEntry(unit)
    if (wanted.op === 'LEAVE') {
      const own = await unit.tx.practitioner.count({ where: { id: wanted.practitionerId, intermediaryId: firm.id } })
      if (own === 0) throw new NotFoundError('Practitioner')
    }
    return openRegisterChange(unit, firm, { kind: 'PRACTITIONERS', wanted: [wanted], reasons: parsed.reasons })
  })

  function sealed({ identityNumber: typed, ...person }: typeof practitioner & { op: 'ADD' }): WantedPractitioner {
    const identityNumber = requireIdentityNumber(typed, 'practitioner.identityNumber')
    return {
      ...person,
      identityCipher: identityVault.seal(identityNumber),
      identityHash: identityVault.hash(identityNumber),
      identityMasked: maskIdentityNumber(identityNumber),
    }
  }
}
