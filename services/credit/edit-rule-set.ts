import { z } from 'zod'
import { creditParameterValues } from '#domain/credit/credit-parameter-values.ts'
import { industryParameters } from '#domain/credit/industry-standard.ts'
import { decideRuleSetEdit } from '#domain/credit/rule-set-draft.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { lockRuleSet, saveRuleSet } from './lock-rule-set.ts'

export const ruleSetStepInput = z.object({
  clientMutationId: z.string().min(1).max(200),
  version: z.string().min(1).max(20),
  rowVersion: z.int(),
})

export const editRuleSetInput = ruleSetStepInput.extend({
  explanation: z.string().trim().max(2000),
  /** CreditParameterValues, or IndustryParameters of an authority's standard. */
  parameters: z.unknown(),
})

const ofCity = editRuleSetInput.extend({ parameters: creditParameterValues })
const ofIndustry = editRuleSetInput.extend({ parameters: industryParameters })

/**
 * Changes a draft. A simulation of how it stood before no longer counts.
 * @returns the draft's id
 * @throws ValidationError with the path of each parameter that can't be · RefusedError STEP_FORBIDDEN once published · ForbiddenError ·
 *   NotFoundError · ConcurrentChangeError
 */
export async function editRuleSet(context: UseCaseContext, input: z.input<typeof editRuleSetInput>): Promise<string> {
  const { clientMutationId, ...parsed } = parseInput(editRuleSetInput, input)
  return runUseCase(context, { operation: 'editRuleSet', clientMutationId, input: parsed }, async (unit) => {
    const row = await lockRuleSet(unit, 'ruleSet.draft', parsed)
    unwrap(decideRuleSetEdit(row.state))
    const { explanation, parameters } = parseInput(row.organisationId === null ? ofCity : ofIndustry, input)
    await saveRuleSet(
      unit,
      row,
      { explanation, parameters: asJson(parameters) ?? {} },
      { action: 'ruleSet.edit', after: { explanation, parameters } },
    )
    return row.id
  })
}
