import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { registerOrganisationSubject, requireUscc } from './register-subject.ts'
import { requireDivisions } from './require-division.ts'
import { requireSuperior } from './require-superior.ts'

const base = {
  clientMutationId: z.string().min(1).max(100),
  nameZh: z.string().trim().min(2).max(200),
  nameEn: z.string().trim().max(200).nullable().default(null),
  divisionCode: z.string().min(1),
}

export const createOrganisationInput = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('ENTERPRISE'),
    uscc: z.string().min(1).max(40),
    /** Invented for demonstration; said on every page that shows it. */
    isFictitious: z.boolean().default(false),
  }),
  z.object({
    ...base,
    kind: z.enum(['AGENCY', 'REGULATOR', 'REFORM_OFFICE', 'PLATFORM']),
    /** Which kind of approving agency it is, in the words of the catalogue; several with 、 between. What avoidance compares. */
    agencyKindZh: z.string().trim().min(1).max(200).nullable().default(null),
    /** The body above it: appeals against its decisions are heard outside this chain. */
    superiorId: z.uuid().nullable().default(null),
  }),
])

/**
 * Enters an organisation: an applicant's firm, which also becomes a credit subject, or a public body. Intermediaries come in by
 * `registerIntermediary`.
 * @returns its id
 * @throws ValidationError USCC_INVALID, DIVISION_UNKNOWN, SUPERIOR_UNKNOWN · RefusedError USCC_ALREADY_REGISTERED · ForbiddenError
 */
export async function createOrganisation(context: UseCaseContext, input: z.input<typeof createOrganisationInput>): Promise<string> {
  const parsed = parseInput(createOrganisationInput, input)
  return runUseCase(
    context,
    { operation: 'createOrganisation', clientMutationId: parsed.clientMutationId, input: parsed },
    async (unit) => {
      demand(context, parsed.kind === 'ENTERPRISE' ? 'applicant.register' : 'member.manage')
      const { kind, nameZh, nameEn, divisionCode } = parsed
      await requireDivisions(unit, [divisionCode], 'divisionCode')
      const uscc = parsed.kind === 'ENTERPRISE' ? requireUscc(parsed.uscc, 'uscc') : null
      const subjectId =
        parsed.kind === 'ENTERPRISE' && uscc !== null
          ? await registerOrganisationSubject(unit, { name: nameZh, uscc, divisionCode, isFictitious: parsed.isFictitious })
          : null
      const agencyKindZh = parsed.kind === 'ENTERPRISE' ? null : parsed.agencyKindZh
      const superiorId = parsed.kind === 'ENTERPRISE' ? null : parsed.superiorId
      if (superiorId !== null) await requireSuperior(unit, superiorId, null)
      const { id } = await unit.tx.organisation.create({
        data: { kind, nameZh, nameEn, divisionCode, subjectId, agencyKindZh, superiorId, createdAt: unit.now },
        select: { id: true },
      })
      if (subjectId !== null) await refreshStanding(unit, subjectId)
      await unit.audit({
        action: 'organisation.create',
        entity: 'Organisation',
        entityId: id,
        after: { kind, nameZh, divisionCode, uscc, agencyKindZh, superiorId },
      })
      return id
    },
  )
}
