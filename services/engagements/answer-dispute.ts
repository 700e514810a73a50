import { z } from 'zod'
import { decideOfficeAnswer } from '#domain/engagements/dispute.ts'
import { engagementRulesOn } from '#domain/engagements/engagement-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { supervisorOf } from '../selection/supervisor-of.ts'
import { couldEver } from '#domain/access/can.ts'
import { saveDisputeStep } from './save-dispute-step.ts'
import { toDispute } from './to-dispute.ts'

export const answerDisputeInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** Of the dispute. */
  number: z.string().trim().min(1).max(40),
  answer: z.string().trim().min(1).max(4000),
})

/**
 * The supervising office of the project's division answers a dispute, once both sides were heard or the time for the other side's statement is
 * over. It says what it found; it orders nothing, and agencies of the approval have no part in it. Answers with the dispute's id.
 * @throws RefusedError STATEMENT_PENDING, STEP_FORBIDDEN · ForbiddenError for any other body · NotFoundError
 */
export async function answerDispute(context: UseCaseContext, input: z.input<typeof answerDisputeInput>): Promise<string> {
  const parsed = parseInput(answerDisputeInput, input)
  const command = { operation: 'answerDispute', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    if (!couldEver(viewer, 'dispute.answer')) throw new ForbiddenError('dispute.answer', viewer.kind === 'ANONYMOUS')
    const { number, answer } = parsed
    // The engagement's row first, as in every step of its parties.
    await tx.$queryRaw`SELECT 1 FROM "Engagement" WHERE "id" = (SELECT "engagementId" FROM "EngagementDispute" WHERE "number" = ${number}) FOR UPDATE`
    const dispute = await tx.engagementDispute.findUnique({
      where: { number },
      include: { engagement: { include: { intermediary: { select: { subjectId: true } } } } },
    })
    if (!dispute) throw new NotFoundError('EngagementDispute')
    const { engagement } = dispute
    demand(context, 'dispute.answer', {
      organisationId: await supervisorOf(tx, engagement.divisionCode),
      applicantSubjectId: engagement.applicantId,
      concernedSubjectId: engagement.intermediary.subjectId,
    })
    const { disputeStatementWorkingDays } = unwrap(engagementRulesOn(shanghaiDayOf(now))).parameters
    const rules = { now, calendar: await loadCalendar(tx) }
    const state = unwrap(decideOfficeAnswer(toDispute(dispute), disputeStatementWorkingDays.value, rules))
    await tx.engagementDispute.update({
      where: { id: dispute.id },
      data: { state, outcome: answer, endedAt: now, endedById: viewer.userId },
    })
    const after = { dispute: number, state, answer }
    await saveDisputeStep(unit, engagement, { disputeId: dispute.id, action: 'disputes.answer', topic: 'disputes.answered', after })
    return dispute.id
  })
}
