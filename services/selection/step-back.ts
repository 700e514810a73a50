import { z } from 'zod'
import { checkStepBack } from '#domain/selection/sign-up.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { bidderName } from './bidder-name.ts'
import { lockSelection } from './lock-selection.ts'
import { lockOwnSignUp } from './own-sign-up.ts'
import { passOn } from './pass-on.ts'
import { saveSelectionStep } from './save-selection-step.ts'
import { ownSignUpInput } from './withdraw-sign-up.ts'

export const stepBackInput = ownSignUpInput.extend({ reasons: z.string().trim().max(2000) })

/**
 * A bidder steps back 弃选 after closing, with reasons that everyone may read. The frozen pool, its numbering and a result that is already there
 * stay as they are: the bidder can only no longer win. Where it was the proposed winner the next of the order takes its place.
 * @returns the sign-up's id
 * @throws RefusedError STEP_BACK_NOT_POSSIBLE, NOT_SIGNED_UP, REASONS_REQUIRED · ForbiddenError · NotFoundError
 */
export async function stepBack(context: UseCaseContext, input: z.input<typeof stepBackInput>): Promise<string> {
  const parsed = parseInput(stepBackInput, input)
  demand(context, 'selection.signUp', { intermediarySubjectId: context.viewer.subjectId })
  const { clientMutationId, number, reasons } = parsed
  return runUseCase(context, { operation: 'stepBack', clientMutationId, input: parsed }, async (unit) => {
    const row = await lockSelection(unit, { number })
    const { id, state } = await lockOwnSignUp(unit, row)
    unwrap(checkStepBack(row.state, state === 'ACTIVE', reasons))
    await unit.tx.signUp.update({ where: { id }, data: { state: 'WITHDRAWN', endedAt: unit.now, outcome: { code: 'WITHDRAWN' } } })
    const saved = await saveSelectionStep(unit, row, {
      kind: 'BIDDER_STEPPED_BACK',
      facts: { name: await bidderName(unit.tx, id), reasons },
      action: 'selections.stepBack',
      topic: 'selections.steppedBack',
    })
    if (row.winnerId === id) await passOn(unit, saved)
    return id
  })
}
