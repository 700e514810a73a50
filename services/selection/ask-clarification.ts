import { z } from 'zod'
import { checkWindow } from '#domain/selection/sign-up.ts'
import { limitRate } from '../kernel/limit-rate.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { recordEvent } from './record-event.ts'
import { shareAnnounced } from './sign-up.ts'

export const askClarificationInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  question: z.string().trim().min(5).max(4000),
})

/** Questions one person may ask in an hour, over all selections; ours. */
export const questionRate = { name: 'selection-question', limit: 20, windowSeconds: 3600 } as const

/**
 * Asks the owner to clarify 澄清, until the line. The question is public at once, the asker is named to nobody.
 * @returns the clarification's id
 * @throws RefusedError SIGN_UP_NOT_OPEN, SIGN_UP_CLOSED, TOO_MANY_TRIES · ForbiddenError · NotFoundError
 */
export async function askClarification(context: UseCaseContext, input: z.input<typeof askClarificationInput>): Promise<string> {
  const receivedAt = context.clock.now()
  const parsed = parseInput(askClarificationInput, input)
  const { subjectId, userId } = context.viewer
  demand(context, 'selection.signUp', { intermediarySubjectId: subjectId })
  await limitRate(context, questionRate, `user:${userId ?? ''}`)
  const command = { operation: 'askClarification', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const selection = await shareAnnounced(unit, parsed.number, receivedAt)
    unwrap(checkWindow({ ...selection, signUpOpensAt: selection.announcedAt }, receivedAt))
    const asked = { selectionId: selection.id, question: parsed.question, askedAt: receivedAt }
    const { id } = await unit.tx.clarification.create({ data: { ...asked, askedById: userId ?? '', askedBySubjectId: subjectId ?? '' } })
    await recordEvent(unit, selection.id, 'QUESTION_ASKED', {})
    await unit.audit({ action: 'selections.askClarification', entity: 'Clarification', entityId: id, after: { number: selection.number } })
    await unit.outbox('selections.questionAsked', 'Clarification', id)
    return id
  })
}
