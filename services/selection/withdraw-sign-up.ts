import { z } from 'zod'
import { checkWindow } from '#domain/selection/sign-up.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { lockOwnSignUp } from './own-sign-up.ts'
import { recordEvent } from './record-event.ts'
import { shareAnnounced } from './sign-up.ts'

export const ownSignUpInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
})

/**
 * Takes a sign-up back before the line, without reasons; afterwards a bidder can only step back.
 * @returns the sign-up's id
 * @throws RefusedError SIGN_UP_CLOSED, NOT_SIGNED_UP · ForbiddenError · NotFoundError
 */
export async function withdrawSignUp(context: UseCaseContext, input: z.input<typeof ownSignUpInput>): Promise<string> {
  const receivedAt = context.clock.now()
  const parsed = parseInput(ownSignUpInput, input)
  demand(context, 'selection.signUp', { intermediarySubjectId: context.viewer.subjectId })
  const command = { operation: 'withdrawSignUp', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const selection = await shareAnnounced(unit, parsed.number, receivedAt)
    unwrap(checkWindow(selection, receivedAt))
    const { id, state } = await lockOwnSignUp(unit, selection)
    if (state !== 'ACTIVE') throw new RefusedError({ code: 'NOT_SIGNED_UP' })
    await unit.tx.signUp.update({ where: { id }, data: { state: 'WITHDRAWN', endedAt: receivedAt } })
    await recordEvent(unit, selection.id, 'SIGN_UP_WITHDRAWN', {})
    await unit.audit({ action: 'selections.withdrawSignUp', entity: 'SignUp', entityId: id, after: { number: selection.number } })
    return id
  })
}
