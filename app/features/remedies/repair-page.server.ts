import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { serviceMethods } from '#domain/procedures/service-of-documents.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { RepairDocument } from './documents.server.ts'
import { DecideRepairDocument, WithdrawRepairDocument } from './step-documents.server.ts'

/** One repair with a mutation id for each step it offers. @throws Response 404 for one the viewer may not know of */
export async function loadRepair({ request, context, params }: LoaderFunctionArgs) {
  const number = params['number'] ?? ''
  const { creditRepair } = await runOperation({ request, context }, RepairDocument, { number })
  if (!creditRepair) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'remedies')
  const mutationIds = Object.fromEntries(creditRepair.nextSteps.map(({ step }) => [step, newMutationId()]))
  return { title: t('repair.title', { number }), of: creditRepair, mutationIds }
}

const version = z.coerce.number().int()
const text = z.string().trim().max(8000)
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('WITHDRAW'), version }),
  z.object({
    intent: z.literal('DECIDE'),
    version,
    outcome: z.enum(['GRANTED', 'REFUSED']),
    found: z.array(z.enum(['isCorrected', 'isPerformed'])).default([]),
    basis: text,
    reasons: text,
    serviceMethod: z.enum(serviceMethods).optional(),
  }),
])

/** The action of every page that shows a repair: takes the step whose button was pressed, and shows the repair again. */
export async function takeRepairStep(args: ActionFunctionArgs, base: string) {
  const number = args.params['number'] ?? ''
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const step = form.value
  const input = { clientMutationId: form.clientMutationId, number, version: step.version }
  const { result } =
    step.intent === 'WITHDRAW'
      ? await runOperation(args, WithdrawRepairDocument, { input })
      : await runOperation(args, DecideRepairDocument, { input: { ...input, ...decisionOf(step) } })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'remedies'))
  return redirect(`${base}/repairs/${number}`)
}

function decisionOf({ found, outcome, basis, reasons, serviceMethod }: Extract<z.output<typeof schema>, { intent: 'DECIDE' }>) {
  return { outcome, basis, reasons, serviceMethod, isCorrected: found.includes('isCorrected'), isPerformed: found.includes('isPerformed') }
}
