import { createHash } from 'node:crypto'
import { z } from 'zod'
import { honourLevels } from '#domain/credit/honour-parameters.ts'
import { addMonths, isCalendarDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis, ruleSetOn } from '#domain/kernel/rule-set.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { creditRuleSetsOf } from './load-rule-sets.ts'
import { recordCreditEvent } from './record-credit-event.ts'

export const recordHonourInput = z.object({
  clientMutationId: z.string().min(1).max(200),
  uscc: z.string().trim().min(1).max(20),
  level: z.enum(honourLevels),
  title: z.string().trim().min(2).max(100),
  awardedBy: z.string().trim().min(2).max(100),
  /** Number of the document that awards it. */
  documentNumber: z.string().trim().min(1).max(60),
  awardedOn: z.string().refine(isCalendarDay, 'NOT_A_DAY'),
})

/**
 * Records an honour 荣誉 of a registered institution with the document that awards it; points and last day come from the rules in force on
 * the day it was awarded, or, where none were yet, today's. The same document is recorded once.
 * @returns the credit event's id
 * @throws ValidationError UNKNOWN_FIRM, DAY_IN_FUTURE, HONOUR_OUTDATED · ForbiddenError for one's own firm
 */
export async function recordHonour(context: UseCaseContext, input: z.input<typeof recordHonourInput>): Promise<string> {
  const { clientMutationId, ...honour } = parseInput(recordHonourInput, input)
  return runUseCase(context, { operation: 'recordHonour', clientMutationId, input: honour }, async (unit) => {
    const { tx, now } = unit
    const { uscc, level, title, awardedBy, documentNumber, awardedOn } = honour
    const firm = await tx.intermediary.findFirst({ where: { subject: { uscc: uscc.toUpperCase() } }, select: { subjectId: true } })
    if (!firm) throw new ValidationError([{ path: 'uscc', code: 'UNKNOWN_FIRM', facts: {} }])
    demand(context, 'honour.record', { concernedSubjectId: firm.subjectId })
    const today = shanghaiDayOf(now)
    if (awardedOn > today) throw new ValidationError([{ path: 'awardedOn', code: 'DAY_IN_FUTURE', facts: {} }])

    const { honourPoints, honourMonths } = unwrap(ruleSetOn(await creditRuleSetsOf(tx), today)).parameters
    const countsUntilOn = addMonths(awardedOn, honourMonths.value)
    if (countsUntilOn < today) throw new ValidationError([{ path: 'awardedOn', code: 'HONOUR_OUTDATED', facts: { until: countsUntilOn } }])
    const eventId = await recordCreditEvent(unit, {
      subjectId: firm.subjectId,
      kind: 'HONOUR',
      points: honourPoints.value[level],
      clause: citeBasis(honourPoints.basis),
      occurredOn: awardedOn,
      countsUntilOn,
      description: `${title}（${awardedBy}，${documentNumber}）`,
      sourceType: 'Honour',
      sourceId: idOfDocument(firm.subjectId, documentNumber),
    })
    await unit.audit({
      action: 'honour.record',
      entity: 'CreditEvent',
      entityId: eventId,
      after: honour,
      basis: citeBasis(honourPoints.basis),
    })
    await unit.outbox('credit.honourRecorded', 'CreditEvent', eventId)
    return eventId
  })
}

/** An honour is known by its document: two officers who record the same one record one event. */
function idOfDocument(subjectId: string, documentNumber: string): string {
  const hex = createHash('sha256').update(`honour ${subjectId} ${documentNumber}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
