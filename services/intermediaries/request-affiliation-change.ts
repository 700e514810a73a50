import { z } from 'zod'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import type { WantedAffiliation } from '#domain/intermediaries/wanted-change.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, ValidationError } from '../kernel/use-case-error.ts'
import { affiliationInput, normaliseAffiliations } from './affiliation-input.ts'
import { lockOwnEntry } from './changing-firm.ts'
import type { ChangingFirm } from './changing-firm.ts'
import { openRegisterChange } from './open-register-change.ts'

const endInput = z.object({ affiliationId: z.uuid(), untilOn: z.string().refine(isCalendarDay, 'DAY_INVALID') })

/** One of the three: a tie to declare, one that has ended, or one recorded by the office that the firm denies. */
export const requestAffiliationChangeInput = z
  .object({
    clientMutationId: z.string().min(1).max(100),
    declared: affiliationInput.nullable().default(null),
    ended: endInput.nullable().default(null),
    objected: z.object({ affiliationId: z.uuid() }).nullable().default(null),
    reasons: z.string().trim().max(2000).default(''),
  })
  .refine(({ declared, ended, objected }) => [declared, ended, objected].filter(Boolean).length === 1, 'ONE_OF_THREE_WANTED')
  .refine(({ objected, reasons }) => objected === null || reasons.length >= 5, { path: ['reasons'], message: 'REASONS_WANTED' })

/**
 * An institution declares a tie to an owner, agency or association, says that one has ended, or objects to one that the reform office
 * recorded. Until the form check the old ties bar.
 * @returns the id of the running change
 * @throws ValidationError USCC_INVALID, AGENCY_UNKNOWN, AGENCY_WANTED, ENDS_BEFORE_IT_BEGINS · NotFoundError · ForbiddenError
 */
export async function requestAffiliationChange(
  context: UseCaseContext,
  input: z.input<typeof requestAffiliationChangeInput>,
): Promise<string> {
  const parsed = parseInput(requestAffiliationChangeInput, input)
  const command = { operation: 'requestAffiliationChange', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const firm = await lockOwnEntry(unit)
    const { declared, ended, objected, reasons } = parsed
    const wanted: WantedAffiliation[] = []
    if (declared) {
      const [tie] = await normaliseAffiliations(unit, [declared], 'declared')
      if (tie) wanted.push({ op: 'ADD', ...tie })
    }
    if (ended) wanted.push(await endOf(unit, firm, ended))
    if (objected) wanted.push(await objectionTo(unit, firm, objected))
    return openRegisterChange(unit, firm, { kind: 'AFFILIATIONS', wanted, reasons })
  })
}

async function endOf({ tx }: UnitOfWork, firm: ChangingFirm, ended: z.output<typeof endInput>): Promise<WantedAffiliation> {
  const tie = await tx.affiliation.findFirst({ where: { id: ended.affiliationId, intermediaryId: firm.id, untilOn: null } })
  if (!tie) throw new NotFoundError('Affiliation')
  if (ended.untilOn < fromDbDay(tie.fromOn)) {
    throw new ValidationError([{ path: 'ended.untilOn', code: 'ENDS_BEFORE_IT_BEGINS', facts: {} }])
  }
  return { op: 'END', ...ended }
}

/** Only what the office recorded can be denied; what the firm declared itself it can say has ended. */
async function objectionTo(
  { tx }: UnitOfWork,
  firm: ChangingFirm,
  { affiliationId }: { readonly affiliationId: string },
): Promise<WantedAffiliation> {
  const tie = await tx.affiliation.findFirst({ where: { id: affiliationId, intermediaryId: firm.id, isDeclared: false } })
  if (!tie) throw new NotFoundError('Affiliation')
  return { op: 'OBJECT', affiliationId }
}
