import { z } from 'zod'
import { checkWindow } from '#domain/selection/sign-up.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import { lockSelectionFor } from './lock-selection.ts'
import { recordEvent } from './record-event.ts'

export const answerClarificationInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  clarificationId: z.uuid(),
  answer: z.string().trim().min(1).max(10_000),
})

/**
 * The owner answers a question, once and for everyone, before the line: afterwards no bidder could act on it.
 * @returns the clarification's id
 * @throws RefusedError ALREADY_ANSWERED, SIGN_UP_CLOSED · ForbiddenError · NotFoundError
 */
export async function answerClarification(context: UseCaseContext, input: z.input<typeof answerClarificationInput>): Promise<string> {
  const receivedAt = context.clock.now()
  const parsed = parseInput(answerClarificationInput, input)
  const command = { operation: 'answerClarification', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const selection = await lockSelectionFor(unit, 'selection.manage', { number: parsed.number })
    unwrap(checkWindow({ ...selection, signUpOpensAt: selection.announcedAt }, receivedAt))
    const { clarificationId: id, answer } = parsed
    const found = await unit.tx.clarification.findFirst({ where: { id, selectionId: selection.id } })
    if (!found) throw new NotFoundError('Clarification')
    if (found.answer !== null) throw new RefusedError({ code: 'ALREADY_ANSWERED' })
    await unit.tx.clarification.update({ where: { id }, data: { answer, answeredById: unit.viewer.userId, answeredAt: receivedAt } })
    await recordEvent(unit, selection.id, 'QUESTION_ANSWERED', {})
    await unit.audit({
      action: 'selections.answerClarification',
      entity: 'Clarification',
      entityId: id,
      after: { number: selection.number },
    })
    await unit.outbox('selections.questionAnswered', 'Clarification', id)
    return id
  })
}
