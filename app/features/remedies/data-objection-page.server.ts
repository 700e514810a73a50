import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { DataObjectionDocument } from './documents.server.ts'
import { AskDataSourceDocument, DecideDataObjectionDocument } from './step-documents.server.ts'

/** One objection to data with a mutation id for each step it offers. @throws Response 404 for one the viewer may not know of */
export async function loadDataObjection({ request, context, params }: LoaderFunctionArgs) {
  const number = params['number'] ?? ''
  const { dataObjection } = await runOperation({ request, context }, DataObjectionDocument, { number })
  if (!dataObjection) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'remedies')
  const mutationIds = Object.fromEntries(dataObjection.nextSteps.map(({ step }) => [step, newMutationId()]))
  return { title: t('dataObjection.title', { number }), of: dataObjection, mutationIds }
}

const version = z.coerce.number().int()
const text = z.string().trim().max(8000)
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ASK_SOURCE'), version, reason: text }),
  z.object({
    intent: z.literal('DECIDE'),
    version,
    outcome: z.enum(['UPHELD', 'REJECTED']),
    corrected: z.string().max(2000).optional(),
    reasons: text,
  }),
])

/** The action of the page of an objection: takes the step whose button was pressed, and shows the objection again. */
export async function takeDataObjectionStep(args: ActionFunctionArgs, base: string) {
  const number = args.params['number'] ?? ''
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { value: step } = form
  const named = { clientMutationId: form.clientMutationId, number, version: step.version }
  const { result } =
    step.intent === 'ASK_SOURCE'
      ? await runOperation(args, AskDataSourceDocument, { input: { ...named, reason: step.reason } })
      : await runOperation(args, DecideDataObjectionDocument, {
          input: { ...named, outcome: step.outcome, corrected: step.corrected, reasons: step.reasons },
        })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'remedies'))
  return redirect(`${base}/data-objections/${number}`)
}
