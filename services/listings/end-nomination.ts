import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { recordStep } from '../procedures/record-step.ts'
import { documentText } from './case-step-input.ts'
import { lockNomination, nominationStepInput, saveNominationStep, takeNominationStep } from './lock-nomination.ts'

export const endNominationInput = nominationStepInput.extend({ reasons: documentText })

const ends = {
  turnDownNomination: {
    permission: 'redList.examine',
    type: 'TURN_DOWN',
    makes: 'TURNED_DOWN',
    state: 'NOT_LISTED',
    action: 'redList.turnDown',
    kind: 'RED_LIST_TURNED_DOWN',
    topic: 'redList.turnedDown',
  },
  withdrawNomination: {
    permission: 'redList.withdraw',
    type: 'WITHDRAW',
    makes: 'WITHDRAWN',
    state: 'WITHDRAWN',
    action: 'redList.withdraw',
    kind: 'RED_LIST_WITHDRAWN',
    topic: 'redList.withdrawn',
  },
} as const

/**
 * The examining office turns a nomination down before any publicity, with reasons to the nominator; what is refused later, a decider refuses.
 * @returns the nomination's id
 * @throws RefusedError NOMINATED_BY_YOU, STEP_FORBIDDEN · NotFoundError · ConcurrentChangeError
 */
export const turnDownNomination = (context: UseCaseContext, input: z.input<typeof endNominationInput>): Promise<string> =>
  endNomination(context, input, 'turnDownNomination')

/**
 * The authority takes its nomination back, with reasons.
 * @returns the nomination's id
 * @throws RefusedError NOT_WITHDRAWABLE, STEP_FORBIDDEN · NotFoundError · ConcurrentChangeError
 */
export const withdrawNomination = (context: UseCaseContext, input: z.input<typeof endNominationInput>): Promise<string> =>
  endNomination(context, input, 'withdrawNomination')

async function endNomination(context: UseCaseContext, input: z.input<typeof endNominationInput>, operation: keyof typeof ends) {
  const parsed = parseInput(endNominationInput, input)
  const { permission, type, makes, state, action, kind, topic } = ends[operation]
  return runUseCase(context, { operation, clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const locked = await lockNomination(unit, permission, parsed)
    const { reasons } = parsed
    await takeNominationStep(unit, permission, locked, { type, actorId: context.viewer.userId ?? '', reasons }, makes)
    const id = await saveNominationStep(
      unit,
      locked,
      { state, decidedAt: unit.now, decisionReasons: reasons },
      { action, after: { reasons } },
    )
    await recordStep(unit, { procedure: 'RED_LIST', entityId: id, kind, audience: 'OFFICIALS' })
    await unit.outbox(topic, 'RedListNomination', id)
    return id
  })
}
