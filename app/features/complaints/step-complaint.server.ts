import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import {
  AnswerComplaintDocument,
  ExtendComplaintDocument,
  RefuseComplaintDocument,
  TakeUpComplaintDocument,
  TransferComplaintDocument,
  UnsealComplainantDocument,
} from './step-documents.server.ts'

const version = z.coerce.number().int()
const text = z.string().max(8000)
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('takeUp'), version, uscc: z.string().max(40).optional() }),
  z.object({ intent: z.literal('transfer'), version, officeId: z.string().max(40), reasons: text }),
  z.object({ intent: z.literal('extend'), version, reasons: text }),
  z.object({ intent: z.literal('refuse'), version, reasons: text }),
  z.object({
    intent: z.literal('answer'),
    version,
    result: z.enum(['CREDIT_EVENT', 'CASE', 'NONE_TRUE', 'UNTRUE']),
    answer: text,
    finding: text.optional(),
    occurredOn: z.iso.date().optional(),
    violationCode: z.string().max(40).optional(),
  }),
  z.object({ intent: z.literal('unseal'), version, reason: text }),
])
type Step = z.output<typeof schema>

/** Takes the step that the pressed button names, and goes back to the complaint, or to the list once it was sent on. */
export async function stepComplaint(args: ActionFunctionArgs) {
  const number = args.params['number'] ?? ''
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const t = await serverText(args.request, 'complaints')
  const own = { number, version: form.value.version, clientMutationId: form.clientMutationId }
  if (form.value.intent === 'unseal') {
    const { result } = await runOperation(args, UnsealComplainantDocument, { input: { ...own, reason: form.value.reason } })
    if ('code' in result) return form.refuseWith(result, t)
    // Shown in this answer and nowhere else.
    const { name, contact } = result
    return data({ values: {}, errors: {}, opened: { name, contact } }, { headers: { 'Cache-Control': 'no-store' } })
  }
  const result = await answerOf(args, own, form.value)
  if ('code' in result) return form.refuseWith(result, t)
  return redirect(form.value.intent === 'transfer' ? '/regulator/complaints' : `/regulator/complaints/${number}`)
}

async function answerOf(
  args: ActionFunctionArgs,
  own: { readonly number: string; readonly version: number; readonly clientMutationId: string },
  step: Exclude<Step, { intent: 'unseal' }>,
) {
  switch (step.intent) {
    case 'takeUp':
      return (await runOperation(args, TakeUpComplaintDocument, { input: { ...own, uscc: step.uscc } })).result
    case 'transfer': {
      const { officeId, reasons } = step
      return (await runOperation(args, TransferComplaintDocument, { input: { ...own, officeId, reasons } })).result
    }
    case 'extend':
      return (await runOperation(args, ExtendComplaintDocument, { input: { ...own, reasons: step.reasons } })).result
    case 'refuse':
      return (await runOperation(args, RefuseComplaintDocument, { input: { ...own, reasons: step.reasons } })).result
    case 'answer': {
      const { result, answer, finding, occurredOn, violationCode } = step
      const isSubstantiated = result !== 'UNTRUE'
      const consequence = result === 'CREDIT_EVENT' || result === 'CASE' ? result : 'NONE'
      const input = { ...own, isSubstantiated, consequence, answer, finding, occurredOn, violationCode } as const
      return (await runOperation(args, AnswerComplaintDocument, { input })).result
    }
  }
}
