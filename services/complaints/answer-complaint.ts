import { z } from 'zod'
import { complaintConsequences } from '#domain/complaints/complaint.ts'
import { lastDayOfMonths, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { citeBasis, ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { Complaint } from '#prisma/generated/client.ts'
import { creditRuleSetsOf } from '../credit/load-rule-sets.ts'
import { recordCreditEvent } from '../credit/record-credit-event.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { dayInput } from '../listings/case-step-input.ts'
import { complaintRulesOn } from './complaint-rules.ts'
import { complaintStepInput, complaintText, lockComplaint, moveComplaint, saveComplaint } from './lock-complaint.ts'
import { openCaseOfComplaint } from './open-case-of-complaint.ts'

export const answerComplaintInput = complaintStepInput.extend({
  isSubstantiated: z.boolean(),
  consequence: z.enum(complaintConsequences).default('NONE'),
  /** As the complainant reads it. */
  answer: complaintText,
  /** As the party concerned reads it; the officer's own words, so that nothing points at who complained. */
  finding: complaintText.default(''),
  /**
   * The day it happened, as the party concerned reads it; the day of the answer if left out. The officer's own finding: the day that the
   * complainant named may be known to two people only.
   */
  occurredOn: dayInput.nullish(),
  /** Of the violation catalogue; for the consequence CASE. */
  violationCode: z.string().trim().max(40).nullish(),
})

/**
 * Answers a complaint 答复. What is true counts: as one event on the credit record, or by a violation case, in which only a decision finds
 * anything; the officer who answers is that case's reporter, so that another investigates. What isn't true counts for nothing.
 * @returns the complaint's id
 * @throws RefusedError REASONS_REQUIRED, SUBJECT_NOT_RECOGNISED, CONSEQUENCE_UNFIT, STEP_FORBIDDEN · ValidationError VIOLATION_UNKNOWN,
 *   DAY_IN_FUTURE
 */
export async function answerComplaint(context: UseCaseContext, input: z.input<typeof answerComplaintInput>): Promise<string> {
  const parsed = parseInput(answerComplaintInput, input)
  const command = { operation: 'answerComplaint', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockComplaint(unit, 'complaint.handle', parsed)
    const { isSubstantiated, consequence, answer, finding } = parsed
    const today = shanghaiDayOf(unit.now)
    const occurredOn = parsed.occurredOn ?? today
    if (occurredOn > today) throw new ValidationError([{ path: 'occurredOn', code: 'DAY_IN_FUTURE', facts: { today } }])
    const hasSubject = row.subjectId !== null
    const moved = moveComplaint(unit, row, { type: 'ANSWER', isSubstantiated, consequence, answer, finding, hasSubject })
    const caseId =
      consequence === 'CASE'
        ? await openCaseOfComplaint(unit, row, { finding, occurredOn, violationCode: parsed.violationCode ?? '' })
        : null
    if (consequence === 'CREDIT_EVENT') await countComplaint(unit, row, { finding, occurredOn })
    const violationCode = caseId && (parsed.violationCode ?? null)
    await saveComplaint(
      unit,
      row,
      moved,
      { answeredAt: unit.now, answer, caseId, violationCode, handlerId: unit.viewer.userId },
      {
        action: 'answer',
        kind: isSubstantiated ? 'COMPLAINT_SUBSTANTIATED' : 'COMPLAINT_UNSUBSTANTIATED',
        audience: 'PARTIES',
        basis: citeBasis(complaintRulesOn(unit.now).parameters.answerDays.basis),
        after: { consequence, caseId, violationCode, answer, finding },
      },
    )
    return row.id
  })
}

/** One event a complaint, under the rules of the day; the party is told of it, and nothing of who complained. */
async function countComplaint(
  unit: UnitOfWork,
  { id, subjectId }: Complaint,
  { finding, occurredOn }: { readonly finding: string; readonly occurredOn: CalendarDay },
): Promise<void> {
  if (subjectId === null) return
  const today = shanghaiDayOf(unit.now)
  const { complaintPoints } = unwrap(ruleSetOn(await creditRuleSetsOf(unit.tx), today)).parameters
  await recordCreditEvent(unit, {
    ...{ subjectId, kind: 'COMPLAINT', sourceType: 'Complaint', sourceId: id },
    points: complaintPoints.value,
    clause: complaintPoints.basis.clause,
    occurredOn,
    countsUntilOn: lastDayOfMonths(today, complaintRulesOn(unit.now).parameters.countsMonths.value),
    description: finding,
  })
  await unit.outbox('complaints.counted', 'Complaint', id)
}
