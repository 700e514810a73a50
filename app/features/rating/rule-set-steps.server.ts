import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { runOperation } from '#app/operation.server.ts'
import { DiscardRuleSetDocument, EditRuleSetDocument, PublishRuleSetDocument, SimulateRuleSetDocument } from './mutations.server.ts'

const rowVersion = z.coerce.number().int()
/** A part of a parameter left empty is a problem of its field, not a zero. */
const number = z
  .string()
  .trim()
  .regex(/^-?\d{1,6}(\.\d{1,6})?$/)
  .transform(Number)

const editing = z.object({
  intent: z.literal('EDIT'),
  rowVersion,
  explanation: z.string().max(2000).default(''),
  parameters: z.record(z.string(), z.union([number, z.record(z.string(), number)])),
})
const industry = z.object({
  intent: z.literal('EDIT_STANDARD'),
  rowVersion,
  explanation: z.string().max(2000).default(''),
  parameters: z.object({
    weight: number,
    validMonths: number,
    criteria: z.array(
      z.object({ code: z.string().optional(), titleZh: z.string().optional(), titleEn: z.string().optional(), most: number.optional() }),
    ),
  }),
})

/** Every form of the page of one version. */
export const ruleSetSchema = z.discriminatedUnion('intent', [
  editing,
  industry,
  z.object({ intent: z.literal('SIMULATE'), rowVersion }),
  z.object({ intent: z.literal('DISCARD'), rowVersion }),
  z.object({ intent: z.literal('PUBLISH'), rowVersion, effectiveFrom: z.string().max(10) }),
])

/** Takes the step that was sent; answers with the mutation's result. */
export async function takeRuleSetStep(
  args: ActionFunctionArgs,
  step: z.output<typeof ruleSetSchema>,
  of: { readonly version: string; readonly clientMutationId: string },
) {
  const input = { ...of, rowVersion: step.rowVersion }
  switch (step.intent) {
    case 'EDIT':
      return (
        await runOperation(args, EditRuleSetDocument, { input: { ...input, explanation: step.explanation, parameters: step.parameters } })
      ).result
    case 'EDIT_STANDARD': {
      // Rows left empty are no criteria.
      const criteria = step.parameters.criteria.filter(({ code, titleZh, titleEn, most }) => code ?? titleZh ?? titleEn ?? most)
      const parameters = { ...step.parameters, criteria }
      return (await runOperation(args, EditRuleSetDocument, { input: { ...input, explanation: step.explanation, parameters } })).result
    }
    case 'SIMULATE':
      return (await runOperation(args, SimulateRuleSetDocument, { input })).result
    case 'DISCARD':
      return (await runOperation(args, DiscardRuleSetDocument, { input })).result
    case 'PUBLISH':
      return (await runOperation(args, PublishRuleSetDocument, { input: { ...input, effectiveFrom: step.effectiveFrom } })).result
  }
}
