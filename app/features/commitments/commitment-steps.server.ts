import type { ActionFunctionArgs } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { FormResult } from '#app/form-state.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { ConfirmDocument, ExtendDocument, ReceiveDocument, RejectDocument } from './step-documents.server.ts'

const version = z.coerce.number().int()
const materials = z.array(z.coerce.number().int()).default([])
const reason = z.string().max(2000)
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('RECEIVE'), version, materials }),
  z.object({ intent: z.literal('REJECT'), version, materials, reason, secondDueOn: z.string().max(20).optional() }),
  z.object({ intent: z.literal('CONFIRM'), version, reason }),
  z.object({ intent: z.literal('EXTEND'), version, dueOn: z.string().max(20), reason }),
])
type Step = z.output<typeof schema>

/** The action of the page of a commitment: takes the step whose button was pressed, and shows it again. */
export async function takeCommitmentStep(args: ActionFunctionArgs, number: string) {
  const form = await readForm(args.request, schema)
  const intent = form.refuse({}).data.values['intent']?.[0] ?? ''
  const refuse = (result: FormResult) => data({ intent, result }, { status: 422 })
  if (!form.ok) return refuse(form.reply.data)
  const result = await run(args, { number, clientMutationId: form.clientMutationId }, form.value)
  if ('code' in result) return refuse(form.refuseWith(result, await serverText(args.request, 'acceptance')).data)
  return redirect(`/agency/commitments/${number}`)
}

async function run(args: ActionFunctionArgs, named: { number: string; clientMutationId: string }, step: Step) {
  switch (step.intent) {
    case 'RECEIVE':
      return (await runOperation(args, ReceiveDocument, { input: { ...named, version: step.version, materials: step.materials } })).result
    case 'REJECT': {
      const { materials: seqs, reason: why, secondDueOn } = step
      return (
        await runOperation(args, RejectDocument, { input: { ...named, version: step.version, materials: seqs, reason: why, secondDueOn } })
      ).result
    }
    case 'CONFIRM':
      return (await runOperation(args, ConfirmDocument, { input: { ...named, version: step.version, reason: step.reason } })).result
    case 'EXTEND': {
      const { version: seen, dueOn, reason: why } = step
      return (await runOperation(args, ExtendDocument, { input: { ...named, version: seen, dueOn, reason: why } })).result
    }
  }
}
