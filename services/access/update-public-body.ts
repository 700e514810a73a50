import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import { requireDivisions } from './require-division.ts'
import { requireSuperior } from './require-superior.ts'

export const updatePublicBodyInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  organisationId: z.uuid(),
  version: z.int(),
  nameZh: z.string().trim().min(2).max(200),
  nameEn: z.string().trim().max(200).nullable().default(null),
  divisionCode: z.string().min(1),
  /** Which kind of approving agency it is, in the words of the catalogue; several with 、 between. */
  agencyKindZh: z.string().trim().min(1).max(200).nullable().default(null),
  /** The body above it; left out: as it was. */
  superiorId: z.uuid().nullish(),
})

/**
 * Corrects what is known of a public body. Its kind never changes: the roles of its members hang on it.
 * @returns its id
 * @throws RefusedError ORGANISATION_IN_REGISTER for a firm, whose name and division are the register's, SUPERIOR_IN_CIRCLE ·
 * ValidationError DIVISION_UNKNOWN, SUPERIOR_UNKNOWN ·
 * ConcurrentChangeError · NotFoundError · ForbiddenError
 */
export async function updatePublicBody(context: UseCaseContext, input: z.input<typeof updatePublicBodyInput>): Promise<string> {
  const parsed = parseInput(updatePublicBodyInput, input)
  return runUseCase(context, { operation: 'updatePublicBody', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    demand(context, 'member.manage')
    const { organisationId: id, version, nameZh, nameEn, divisionCode, agencyKindZh } = parsed
    const before = await unit.tx.organisation.findUnique({ where: { id } })
    if (!before) throw new NotFoundError('Organisation')
    if (before.subjectId !== null) throw new RefusedError({ code: 'ORGANISATION_IN_REGISTER' })
    await requireDivisions(unit, [divisionCode], 'divisionCode')
    const superiorId = parsed.superiorId === undefined ? before.superiorId : parsed.superiorId
    if (superiorId !== null && superiorId !== before.superiorId) await requireSuperior(unit, superiorId, id)
    const after = { nameZh, nameEn, divisionCode, agencyKindZh, superiorId }
    const { count } = await unit.tx.organisation.updateMany({ where: { id, version }, data: { ...after, version: { increment: 1 } } })
    if (count === 0) throw new ConcurrentChangeError('Organisation')
    const { nameZh: wasZh, nameEn: wasEn, divisionCode: wasIn, agencyKindZh: wasKind, superiorId: wasUnder } = before
    await unit.audit({
      action: 'organisation.update',
      entity: 'Organisation',
      entityId: id,
      before: { nameZh: wasZh, nameEn: wasEn, divisionCode: wasIn, agencyKindZh: wasKind, superiorId: wasUnder },
      after,
    })
    return id
  })
}
