import type { z } from 'zod'
import { ruleSetTransitions } from '#domain/credit/rule-set-draft.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ruleSetStepInput } from './edit-rule-set.ts'
import { lockRuleSet, saveRuleSet } from './lock-rule-set.ts'

/**
 * Gives a draft up; its number is not used again.
 * @returns the version's id
 * @throws RefusedError STEP_FORBIDDEN · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function discardRuleSet(context: UseCaseContext, input: z.input<typeof ruleSetStepInput>): Promise<string> {
  const { clientMutationId, ...parsed } = parseInput(ruleSetStepInput, input)
  return runUseCase(context, { operation: 'discardRuleSet', clientMutationId, input: parsed }, async (unit) => {
    const row = await lockRuleSet(unit, 'ruleSet.draft', parsed)
    const state = unwrap(moveTo(ruleSetTransitions, row.state, 'DISCARDED'))
    await saveRuleSet(unit, row, { state }, { action: 'ruleSet.discard', after: { state } })
    return row.id
  })
}
