import { z } from 'zod'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { isReachableOnPlatform } from '../procedures/is-reachable-on-platform.ts'
import { serveDocument } from '../procedures/serve-document.ts'
import { caseStepInput } from './case-step-input.ts'
import { hear, saveHearing } from './hear.ts'
import { lockCase } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const scheduleHearingInput = caseStepInput.extend({
  scheduledFor: z.date(),
  place: z.string().trim().max(400),
  isPublic: z.boolean(),
})

/**
 * Calls the hearing: whoever calls it presides, and has neither reported nor investigated (rulebook R5). The notice goes into the
 * party's account, working days ahead; on a party without one its service is recorded when it is done. A new day needs a new notice.
 * Answers with the case's id.
 */
export async function scheduleHearing(context: UseCaseContext, input: z.input<typeof scheduleHearingInput>): Promise<string> {
  const parsed = parseInput(scheduleHearingInput, input)
  const command = { operation: 'scheduleHearing', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { scheduledFor, place, isPublic } = parsed
    const locked = await lockCase(unit, 'hearing.conduct', parsed)
    const presiderId = context.viewer.userId ?? ''
    const isReachable = await isReachableOnPlatform(unit.tx, locked.row.subjectId)
    const step = { type: 'SCHEDULE_HEARING', actorId: presiderId, scheduledFor, place, isReachable } as const
    const { on } = await hear(unit, locked.state, step, 'HEARING_SCHEDULED')
    demand(context, 'hearing.conduct', locked.facts)
    const noticeNumber = await nextNumber(unit, 'HEARING_NOTICE')
    const notifiedAt = isReachable ? unit.now : null
    const data = { state: 'SCHEDULED', presiderId, scheduledFor, place, isPublic, noticeNumber, notifiedAt } as const
    const { caseId } = await saveHearing(unit, locked, data, {
      action: 'listings.scheduleHearing',
      after: { noticeNumber, scheduledFor, place },
    })
    await recordCaseStep(unit, caseId, 'HEARING_SCHEDULED', { number: noticeNumber, on })
    if (!isReachable) return caseId
    const document = { document: 'HEARING_NOTICE', documentNumber: noticeNumber, subjectId: locked.row.subjectId }
    await serveDocument(unit, { procedure: 'VIOLATION_CASE', entityId: caseId, ...document })
    await unit.outbox('listings.hearingScheduled', 'ViolationCase', caseId)
    return caseId
  })
}
