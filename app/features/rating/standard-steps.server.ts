import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { runOperation } from '#app/operation.server.ts'
import { AnnulAssessmentDocument, RecordAssessmentDocument } from './mutations.server.ts'
import { ruleSetSchema, takeRuleSetStep } from './rule-set-steps.server.ts'

/** Every form of the page of a standard: those of its version, and of the assessments under it. */
export const standardSchema = z.union([
  ruleSetSchema,
  z.object({
    intent: z.literal('ASSESS'),
    uscc: z.string().max(20),
    period: z.string().max(10),
    criteria: z.array(z.object({ code: z.string(), points: z.coerce.number(), reason: z.string().max(500).default('') })),
  }),
  z.object({ intent: z.literal('ANNUL'), key: z.string().max(40), reason: z.string().min(5).max(500) }),
])

/** Takes the step that was sent; answers with the mutation's result. */
export async function takeStandardStep(
  args: ActionFunctionArgs,
  step: z.output<typeof standardSchema>,
  of: { readonly version: string; readonly clientMutationId: string },
) {
  if (step.intent === 'ASSESS') {
    const { uscc, period, criteria } = step
    return (await runOperation(args, RecordAssessmentDocument, { input: { ...of, uscc, period, criteria } })).result
  }
  if (step.intent === 'ANNUL') {
    const { clientMutationId } = of
    return (await runOperation(args, AnnulAssessmentDocument, { input: { clientMutationId, key: step.key, reason: step.reason } })).result
  }
  return takeRuleSetStep(args, step, of)
}
