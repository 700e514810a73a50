import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { TakeStepDocument, WithdrawDocument } from './change-documents.server.ts'

const common = {
  version: z.coerce.number().int(),
  onDay: z.string(),
  opinion: z.string().trim().max(4000),
}
const officeStep = {
  ...common,
  documentNo: z.string().trim().max(200).optional(),
  attachment: z.instanceof(File).optional(),
}
const plain = (step: 'REFERRAL' | 'EXAMINATION' | 'DELIBERATION' | 'FILING' | 'RETURN' | 'REJECTION') =>
  z.object({ intent: z.literal(step), ...officeStep })
const schema = z.discriminatedUnion('intent', [
  plain('REFERRAL'),
  plain('EXAMINATION'),
  plain('DELIBERATION'),
  plain('FILING'),
  plain('RETURN'),
  plain('REJECTION'),
  z.object({ intent: z.literal('PUBLICATION'), ...officeStep, effectiveOn: z.string() }),
  z.object({ intent: z.literal('WITHDRAWAL'), ...common }),
])

/** The action of every page that shows an adjustment: takes the step whose button was pressed, and shows it again. */
export async function takeChangeStep(args: ActionFunctionArgs, backTo: string) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const { clientMutationId, value } = form
  const result =
    value.intent === 'WITHDRAWAL'
      ? await withdraw(args, number, clientMutationId, value)
      : await take(args, number, clientMutationId, value)
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'catalogueChanges'))
  return redirect(backTo)
}

type Wish = z.output<typeof schema>

async function take(args: ActionFunctionArgs, number: string, clientMutationId: string, wish: Exclude<Wish, { intent: 'WITHDRAWAL' }>) {
  const { intent: step, attachment, documentNo, ...rest } = wish
  const input = { ...rest, number, clientMutationId, step, documentNo: documentNo ?? null, attachment: await fileOf(attachment) }
  return (await runOperation(args, TakeStepDocument, { input })).result
}

async function withdraw(args: ActionFunctionArgs, number: string, clientMutationId: string, wish: Extract<Wish, { intent: 'WITHDRAWAL' }>) {
  const { intent: _intent, ...rest } = wish
  return (await runOperation(args, WithdrawDocument, { input: { ...rest, number, clientMutationId } })).result
}

/** A file field left empty is no file. */
export async function fileOf(file: File | undefined) {
  if (!file || file.size === 0) return null
  return { fileName: file.name, content: new Uint8Array(await file.arrayBuffer()) }
}
