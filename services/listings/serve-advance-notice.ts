import type { z } from 'zod'
import { toDbDay } from '#prisma/db-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput, documentText } from './case-step-input.ts'
import { decideStep } from './decide-step.ts'
import { lockCase, saveStep } from './lock-case.ts'

export const serveAdvanceNoticeInput = caseStepInput.extend({
  facts: documentText,
  basis: documentText,
  intendedMeasure: documentText,
  rightToDefend: documentText,
  investigationNote: documentText.nullish(),
})

/**
 * Serves the advance notice 告知书: facts, basis, intended measure and the right to defend, and opens the defence window
 * (rulebook R5). Only by the investigator of the case. Answers with the case's id.
 */
export async function serveAdvanceNotice(context: UseCaseContext, input: z.input<typeof serveAdvanceNoticeInput>): Promise<string> {
  const parsed = parseInput(serveAdvanceNoticeInput, input)
  const command = { operation: 'serveAdvanceNotice', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCase(unit, 'violation.notify', parsed)
    const { facts, basis, intendedMeasure, rightToDefend } = parsed
    const step = { type: 'SERVE_NOTICE', actorId: context.viewer.userId ?? '', facts, basis, intendedMeasure, rightToDefend } as const
    const { defenceDueOn } = await decideStep(unit, locked.state, step, 'NOTICE_SERVED')
    demand(context, 'violation.notify', locked.facts)
    const noticeNumber = await nextNumber(unit, 'ADVANCE_NOTICE')
    const id = await saveStep(
      unit,
      locked,
      {
        state: 'NOTICED',
        noticeNumber,
        noticeServedAt: unit.now,
        noticeFacts: facts,
        noticeBasis: basis,
        noticeMeasure: intendedMeasure,
        noticeRights: rightToDefend,
        investigationNote: parsed.investigationNote ?? null,
        defenceDueOn: toDbDay(defenceDueOn),
      },
      { action: 'listings.serveAdvanceNotice', basis, after: { noticeNumber, defenceDueOn } },
    )
    await unit.outbox('listings.noticeServed', 'ViolationCase', id)
    return id
  })
}
