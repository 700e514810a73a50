import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { decideAppealStep, lockAppeal, saveAppealStep } from './lock-appeal.ts'
import { remedyStepInput } from './remedy-step-input.ts'

/**
 * A reviewer takes up an appeal: of a body outside the chain of who decided, and nobody who did anything else in the case (rulebook R5).
 * @returns the appeal's id
 * @throws RefusedError SEPARATION_OF_DUTIES, WITHIN_DECIDING_CHAIN, STEP_FORBIDDEN · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function startAppealReview(context: UseCaseContext, input: z.input<typeof remedyStepInput>): Promise<string> {
  const parsed = parseInput(remedyStepInput, input)
  const command = { operation: 'startAppealReview', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { viewer } = unit
    const locked = await lockAppeal(unit, 'appeal.review', parsed)
    const step = { type: 'START_REVIEW', actorId: viewer.userId ?? '', bodyId: viewer.organisationId } as const
    const { reviewerId } = await decideAppealStep(unit, locked, step, 'REVIEW_STARTED')
    demand(context, 'appeal.review', locked.facts)
    const data = { state: 'UNDER_REVIEW', reviewerId, reviewStartedAt: unit.now } as const
    const id = await saveAppealStep(unit, locked, data, { action: 'remedies.startAppealReview', kind: 'APPEAL_TAKEN_UP' })
    await unit.outbox('remedies.appealTakenUp', 'Appeal', id)
    return id
  })
}
