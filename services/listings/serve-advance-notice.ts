import type { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { isReachableOnPlatform } from '../procedures/is-reachable-on-platform.ts'
import { serveDocument } from '../procedures/serve-document.ts'
import { caseStepInput, documentText } from './case-step-input.ts'
import { decideStep } from './decide-step.ts'
import { lockCase, saveStep } from './lock-case.ts'
import type { LockedCase } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const serveAdvanceNoticeInput = caseStepInput.extend({
  facts: documentText,
  basis: documentText,
  intendedMeasure: documentText,
  rightToDefend: documentText,
  investigationNote: documentText.nullish(),
})

/**
 * Issues the advance notice 告知书: facts, basis, intended measure and the right to defend (rulebook R5). A party with an account is
 * served at once, which opens the defence window; on any other the service is recorded when it is done. Only by the investigator of
 * the case. Answers with the case's id.
 */
export async function serveAdvanceNotice(context: UseCaseContext, input: z.input<typeof serveAdvanceNoticeInput>): Promise<string> {
  const parsed = parseInput(serveAdvanceNoticeInput, input)
  const command = { operation: 'serveAdvanceNotice', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCase(unit, 'violation.notify', parsed)
    const { facts, basis, intendedMeasure, rightToDefend } = parsed
    const texts = { facts, basis, intendedMeasure, rightToDefend }
    const isReachable = await isReachableOnPlatform(unit.tx, locked.row.subjectId)
    const step = { type: 'SERVE_NOTICE', actorId: context.viewer.userId ?? '', ...texts, isReachable } as const
    const event = await (isReachable
      ? decideStep(unit, locked.state, step, 'NOTICE_SERVED')
      : decideStep(unit, locked.state, step, 'NOTICE_ISSUED'))
    demand(context, 'violation.notify', locked.facts)
    const noticeNumber = await nextNumber(unit, 'ADVANCE_NOTICE')
    const defenceDueOn = event.type === 'NOTICE_SERVED' ? event.defenceDueOn : null
    const id = await saveStep(
      unit,
      locked,
      {
        state: 'NOTICED',
        noticeNumber,
        noticeServedAt: isReachable ? unit.now : null,
        noticeFacts: facts,
        noticeBasis: basis,
        noticeMeasure: intendedMeasure,
        noticeRights: rightToDefend,
        investigationNote: parsed.investigationNote ?? null,
        defenceDueOn: defenceDueOn && toDbDay(defenceDueOn),
      },
      { action: 'listings.serveAdvanceNotice', basis, after: { noticeNumber, defenceDueOn } },
    )
    await putOnRecord(unit, locked, noticeNumber, defenceDueOn)
    return id
  })
}

async function putOnRecord(unit: UnitOfWork, { row }: LockedCase, number: string, dueOn: string | null): Promise<void> {
  if (dueOn === null) return recordCaseStep(unit, row.id, 'NOTICE_ISSUED', { number, on: shanghaiDayOf(unit.now) }, 'OFFICIALS')
  const served = { document: 'NOTICE', documentNumber: number, subjectId: row.subjectId }
  await serveDocument(unit, { procedure: 'VIOLATION_CASE', entityId: row.id, ...served })
  await recordCaseStep(unit, row.id, 'NOTICE_SERVED', { number, dueOn })
  await unit.outbox('listings.noticeServed', 'ViolationCase', row.id)
}
