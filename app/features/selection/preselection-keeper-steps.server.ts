import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { runOperation } from '#app/operation.server.ts'
import { AdmitDocument, ClosePoolDocument, RemoveDocument } from './preselection-documents.server.ts'

const uscc = z.string().max(40)
const reasons = z.string().min(5).max(2000)

/** The keeper's three forms on one page. */
export const keeperSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ADMIT'), uscc, reasons }),
  z.object({ intent: z.literal('REMOVE'), uscc, reasons }),
  z.object({ intent: z.literal('CLOSE'), version: z.coerce.number().int(), reasons }),
])

/** Takes the step that was sent; answers with the mutation's result. */
export async function takeKeeperStep(
  args: ActionFunctionArgs,
  step: z.output<typeof keeperSchema>,
  of: { readonly number: string; readonly clientMutationId: string },
) {
  const { intent, ...wish } = step
  if (step.intent === 'CLOSE') {
    const { version, reasons: why } = step
    return (await runOperation(args, ClosePoolDocument, { input: { ...of, version, reasons: why } })).result
  }
  const input = { ...of, uscc: step.uscc, reasons: wish.reasons }
  return intent === 'ADMIT'
    ? (await runOperation(args, AdmitDocument, { input })).result
    : (await runOperation(args, RemoveDocument, { input })).result
}
