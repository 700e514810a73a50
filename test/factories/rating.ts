import { randomUUID } from 'node:crypto'
import type { CreditParameterValues } from '#domain/credit/credit-parameter-values.ts'
import { creditParameterValues } from '#domain/credit/credit-parameter-values.ts'
import { createOrganisation } from '#services/access/create-organisation.ts'
import { draftRuleSet } from '#services/credit/draft-rule-set.ts'
import { editRuleSet } from '#services/credit/edit-rule-set.ts'
import { publishRuleSet } from '#services/credit/publish-rule-set.ts'
import { recordCreditEvent } from '#services/credit/record-credit-event.ts'
import type { CreditEventFacts } from '#services/credit/record-credit-event.ts'
import { runSimulations } from '#services/credit/run-simulation.ts'
import { simulateRuleSet } from '#services/credit/simulate-rule-set.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { contextOf } from './people.ts'

/** A reform office, the city's unless told otherwise. */
export async function createOffice(platform: Platform, divisionCode = '410100'): Promise<string> {
  const office = { kind: 'REFORM_OFFICE', nameZh: '虚构市发展改革委', divisionCode } as const
  return createOrganisation(contextOf(platform, '2026-01-05T02:00:00Z'), { clientMutationId: randomUUID(), ...office })
}

/** Somebody of that office, at that instant; a new person at each call. */
export const officerOf = (platform: Platform, organisationId: string, at: string): UseCaseContext =>
  contextOf(platform, at, { roles: ['REFORM_OFFICE'], organisationId })

/** Records a scored fact, a violation worth six points from today on unless told otherwise; its id. */
export async function recordEvent(context: UseCaseContext, subjectId: string, facts: Partial<CreditEventFacts> = {}): Promise<string> {
  return runInTransaction(context, (unit) =>
    recordCreditEvent(unit, {
      ...{ subjectId, kind: 'VIOLATION', points: -6, clause: 'V-FEE-02', occurredOn: '2026-02-01', countsUntilOn: null },
      ...{ description: '虚构违规', sourceType: 'ViolationCase', sourceId: randomUUID() },
      ...facts,
    }),
  )
}

/** A step of the draft as it stands. */
export async function ruleSetStep({ prisma }: UseCaseContext, id: string) {
  const { version, rowVersion } = await prisma.creditRuleSetVersion.findUniqueOrThrow({ where: { id } })
  return { clientMutationId: randomUUID(), version, rowVersion }
}

/** Drafts the city's next version with these values and simulates it; the draft's id. */
export async function draftSimulated(
  drafter: UseCaseContext,
  worker: UseCaseContext,
  changes: Partial<CreditParameterValues>,
): Promise<string> {
  const id = await draftRuleSet(drafter, { clientMutationId: randomUUID() })
  await changeDraft(drafter, id, changes)
  await simulateRuleSet(drafter, await ruleSetStep(drafter, id))
  await runSimulations(worker)
  return id
}

export async function changeDraft(drafter: UseCaseContext, id: string, changes: Partial<CreditParameterValues>): Promise<void> {
  const { parameters } = await drafter.prisma.creditRuleSetVersion.findUniqueOrThrow({ where: { id } })
  const values = { ...creditParameterValues.parse(parameters), ...changes }
  await editRuleSet(drafter, { ...(await ruleSetStep(drafter, id)), explanation: '按试算结果调整参数', parameters: values })
}

export const publish = async (publisher: UseCaseContext, id: string, effectiveFrom: string): Promise<string> =>
  publishRuleSet(publisher, { ...(await ruleSetStep(publisher, id)), effectiveFrom })
