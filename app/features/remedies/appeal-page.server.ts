import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { serviceMethods } from '#domain/procedures/service-of-documents.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import type { UserError } from '#app/refusal.ts'
import { AppealDocument } from './documents.server.ts'
import {
  DecideAppealDocument,
  RefuseAppealAdmissionDocument,
  StartAppealReviewDocument,
  WithdrawAppealDocument,
} from './step-documents.server.ts'

/** One appeal with a mutation id for each step it offers. @throws Response 404 for one the viewer may not know of */
export async function loadAppeal({ request, context, params }: LoaderFunctionArgs) {
  const number = params['number'] ?? ''
  const { appeal } = await runOperation({ request, context }, AppealDocument, { number })
  if (!appeal) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'remedies')
  const mutationIds = Object.fromEntries(appeal.nextSteps.map(({ step }) => [step, newMutationId()]))
  return { title: t('appeal.title', { number }), of: appeal, mutationIds }
}

const version = z.coerce.number().int()
const text = z.string().trim().max(8000)
const serviceMethod = z.enum(serviceMethods).optional()
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('WITHDRAW'), version }),
  z.object({ intent: z.literal('START_REVIEW'), version }),
  z.object({ intent: z.literal('REFUSE_ADMISSION'), version, basis: text, reasons: text, serviceMethod }),
  z.object({
    intent: z.literal('DECIDE'),
    version,
    outcome: z.enum(['ANNULLED', 'VARIED', 'UPHELD']),
    newUntilOn: z.string().optional(),
    basis: text,
    reasons: text,
    serviceMethod,
  }),
])

/** The action of every page that shows an appeal: takes the step whose button was pressed, and shows the appeal again. */
export async function takeAppealStep(args: ActionFunctionArgs, base: string) {
  const number = args.params['number'] ?? ''
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const result = await run(args, { clientMutationId: form.clientMutationId, number }, form.value)
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'remedies'))
  return redirect(`${base}/appeals/${number}`)
}

async function run(
  args: ActionFunctionArgs,
  named: { readonly clientMutationId: string; readonly number: string },
  step: z.output<typeof schema>,
): Promise<object | UserError> {
  const input = { ...named, version: step.version }
  switch (step.intent) {
    case 'WITHDRAW':
      return (await runOperation(args, WithdrawAppealDocument, { input })).result
    case 'START_REVIEW':
      return (await runOperation(args, StartAppealReviewDocument, { input })).result
    case 'REFUSE_ADMISSION': {
      const { basis, reasons, serviceMethod: method } = step
      const answer = { ...input, basis, reasons, serviceMethod: method }
      return (await runOperation(args, RefuseAppealAdmissionDocument, { input: answer })).result
    }
    case 'DECIDE': {
      const { outcome, basis, reasons, newUntilOn, serviceMethod: method } = step
      const decision = { ...input, outcome, basis, reasons, newUntilOn, serviceMethod: method }
      return (await runOperation(args, DecideAppealDocument, { input: decision })).result
    }
  }
}
