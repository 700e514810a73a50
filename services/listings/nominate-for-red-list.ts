import { z } from 'zod'
import { isListedOn } from '#domain/credit/list-membership.ts'
import { membershipsOf } from '#domain/credit/list-membership.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { decideNomination } from '#domain/listings/decide-nomination.ts'
import type { NominationOrigin } from '#domain/listings/red-list-findings.ts'
import { loadCreditFacts } from '../credit/load-credit-facts.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { documentText } from './case-step-input.ts'
import { findNominee } from './find-nominee.ts'
import type { Nominee } from './find-nominee.ts'
import { listingRulesOn, redListFindingsOf } from './find-red-list-criteria.ts'
import { lockSubject, redListContext } from './lock-nomination.ts'

export const nominateForRedListInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  uscc: z.string().min(1).transform(normaliseUscc),
  /** Set when a practitioner of that institution is nominated, not the institution itself. */
  practitionerId: z.uuid().nullish(),
  reasons: documentText,
  basis: documentText,
})

/**
 * A competent authority nominates somebody for the red list (rulebook R5), in its own name and with its own basis. The criteria are found
 * and shown with it; those that bind every nominee must be met.
 * @returns the nomination's id
 * @throws RefusedError CRITERIA_NOT_MET, ON_RED_LIST_ALREADY, NOMINATION_EXISTS · ValidationError for an unknown nominee · ForbiddenError
 */
export async function nominateForRedList(context: UseCaseContext, input: z.input<typeof nominateForRedListInput>): Promise<string> {
  const parsed = parseInput(nominateForRedListInput, input)
  const command = { operation: 'nominateForRedList', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { organisationId } = context.viewer
    demand(context, 'redList.nominate', { organisationId })
    const subjectId = await demandNominee(unit, parsed)
    demand(context, 'redList.nominate', { organisationId, concernedSubjectId: subjectId })
    return nominate(unit, { ...parsed, subjectId, origin: 'AUTHORITY' })
  })
}

/** Writes a nomination that the procedure allows; the subject is ours until commit, so no second one is opened beside it. */
export async function nominate(
  unit: UnitOfWork,
  wish: { readonly subjectId: string; readonly origin: NominationOrigin; readonly reasons: string; readonly basis: string },
): Promise<string> {
  const { tx, now, viewer } = unit
  const { subjectId, origin, reasons, basis } = wish
  await lockSubject(tx, subjectId)
  const findings = await redListFindingsOf(tx, subjectId, now)
  const today = shanghaiDayOf(now)
  const { entries } = await loadCreditFacts(tx, subjectId)
  const open = await tx.redListNomination.count({ where: { subjectId, state: { in: ['NOMINATED', 'PUBLICITY'] } } })
  const step = { type: 'NOMINATE', origin, actorId: viewer.userId, findings, reasons, basis } as const
  const isOnRedList = isListedOn(membershipsOf(entries, today), 'RED_LIST', today)
  const event = unwrap(decideNomination(null, { ...step, isOnRedList, hasOpenNomination: open > 0 }, await redListContext(unit)))
  if (event.type !== 'NOMINATED') throw new Error(`NOMINATE made ${event.type}`)
  const { nominatedById, ruleSetVersion } = event
  const number = await nextNumber(unit, 'RED_LIST_NOMINATION')
  const { id } = await tx.redListNomination.create({
    data: {
      ...{ number, subjectId, origin, reasons, basis, nominatedById, ruleSetVersion, state: 'NOMINATED' },
      organisationId: viewer.organisationId,
      nominatedAt: now,
      findings: asJson(findings) ?? [],
    },
  })
  await recordStep(unit, { procedure: 'RED_LIST', entityId: id, kind: `RED_LIST_NOMINATED_${origin}`, audience: 'PUBLIC' })
  await unit.audit({
    action: 'redList.nominate',
    entity: 'RedListNomination',
    entityId: id,
    after: { number, subjectId, origin, findings },
    basis: origin === 'CRITERIA' ? citeBasis(listingRulesOn(now).parameters.redListGrade.basis) : basis,
  })
  await unit.outbox('redList.nominated', 'RedListNomination', id)
  return id
}

async function demandNominee({ tx }: UnitOfWork, wish: Nominee): Promise<string> {
  const { organisation, nominee } = await findNominee(tx, wish)
  if (!organisation) throw new ValidationError([{ path: 'uscc', code: 'NOMINEE_UNKNOWN', facts: {} }])
  if (!nominee) throw new ValidationError([{ path: 'practitionerId', code: 'PRACTITIONER_UNKNOWN', facts: {} }])
  return nominee.id
}
