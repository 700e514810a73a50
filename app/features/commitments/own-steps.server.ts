import type { ActionFunctionArgs } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { formFiles, readFormFiles } from '#app/features/files/form-files.ts'
import type { FormResult } from '#app/form-state.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { ConfirmSignatureDocument, UploadDocument, WithdrawDocument } from './step-documents.server.ts'

const version = z.coerce.number().int()
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('UPLOAD'), version, material: z.coerce.number().int(), files: formFiles }),
  z.object({ intent: z.literal('WITHDRAW'), version, reason: z.string().max(2000) }),
  z.object({ intent: z.literal('SIGNATURE'), version }),
])
type Step = z.output<typeof schema>

/** The action of the applicant's page of a promise: takes the step whose button was pressed. */
export async function takeOwnStep(args: ActionFunctionArgs, number: string) {
  const form = await readForm(args.request, schema)
  const intent = form.refuse({}).data.values['intent']?.[0] ?? ''
  const refuse = (result: FormResult) => data({ intent, result }, { status: 422 })
  if (!form.ok) return refuse(form.reply.data)
  const result = await run(args, { number, version: form.value.version, clientMutationId: form.clientMutationId }, form.value)
  if ('code' in result) return refuse(form.refuseWith(result, await serverText(args.request, 'acceptance')).data)
  return redirect(`/owner/promises/${number}`)
}

async function run(args: ActionFunctionArgs, named: { number: string; version: number; clientMutationId: string }, step: Step) {
  switch (step.intent) {
    case 'UPLOAD': {
      const files = await readFormFiles(step.files)
      return (await runOperation(args, UploadDocument, { input: { ...named, material: step.material, files } })).result
    }
    case 'WITHDRAW':
      return (await runOperation(args, WithdrawDocument, { input: { ...named, reason: step.reason } })).result
    case 'SIGNATURE':
      return (await runOperation(args, ConfirmSignatureDocument, { input: named })).result
  }
}
