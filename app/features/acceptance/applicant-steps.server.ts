import type { ActionFunctionArgs } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { besideFiles } from '#app/features/files/beside-files.ts'
import { formFiles, readFormFiles } from '#app/features/files/form-files.ts'
import type { FormResult } from '#app/form-state.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { attachedResult } from './attached-result.server.ts'
import { OfferDeliverableDocument } from './case-mutations.server.ts'
import {
  DiscardDraftDocument,
  FileDraftDocument,
  HandInMaterialDocument,
  RemoveMaterialFileDocument,
  SaveDraftDocument,
  WithdrawCaseDocument,
} from './intake-mutations.server.ts'
import { caseRefusals } from './refusal-texts.server.ts'

const version = z.coerce.number().int()
const number = z.coerce.number().int()
const filledIn = {
  version,
  organisationId: z.string().max(40),
  projectName: z.string().max(200).optional(),
  projectCode: z.string().max(60).optional(),
  onPaper: z.union([z.array(number), number.transform((one) => [one])]).default([]),
}
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ATTACH'), version, result: attachedResult }),
  z.object({ intent: z.literal('HAND_IN'), version, seq: number, files: formFiles }),
  z.object({ intent: z.literal('WITHDRAW'), version, reason: z.string().max(2000).optional() }),
  z.object({ intent: z.literal('SAVE'), ...filledIn }),
  z.object({ intent: z.literal('FILE'), ...filledIn }),
  z.object({ intent: z.literal('REMOVE'), version, fileKey: z.string().max(40) }),
  z.object({ intent: z.literal('DISCARD'), version }),
])
type Step = z.output<typeof schema>

/** A step of the applicant in an own case or draft; `back` is the page that shows it again. */
export async function takeApplicantStep(args: ActionFunctionArgs, back: string) {
  const form = await readForm(args.request, schema)
  const { values } = form.refuse({}).data
  const intent = values['intent']?.[0] ?? ''
  const refuse = (result: FormResult) => data({ intent, result }, { status: 422 })
  if (!form.ok) return refuse(form.reply.data)
  const named = { number: args.params['number'] ?? '', clientMutationId: form.clientMutationId }
  const result = await run(args, named, form.value)
  const texts = intent === 'ATTACH' ? await serverText(args.request, 'contracts') : await caseRefusals(args.request)
  if ('code' in result) return refuse(form.refuseWith(besideFiles(result), texts).data)
  if (intent === 'DISCARD') return redirect('/owner/approvals')
  return redirect(intent === 'FILE' ? `/owner/approvals/${named.number}` : back)
}

type Named = { readonly number: string; readonly clientMutationId: string }

async function run(args: ActionFunctionArgs, named: Named, step: Step) {
  const at = { ...named, version: step.version }
  switch (step.intent) {
    case 'ATTACH':
      return (await runOperation(args, OfferDeliverableDocument, { input: { ...at, ...step.result } })).result
    case 'HAND_IN':
      return (await runOperation(args, HandInMaterialDocument, { input: { ...at, seq: step.seq, files: await readFormFiles(step.files) } }))
        .result
    case 'WITHDRAW':
      return (await runOperation(args, WithdrawCaseDocument, { input: { ...at, reason: step.reason } })).result
    case 'REMOVE':
      return (await runOperation(args, RemoveMaterialFileDocument, { input: { ...at, fileKey: step.fileKey } })).result
    case 'DISCARD':
      return (await runOperation(args, DiscardDraftDocument, { input: at })).result
    case 'SAVE':
    case 'FILE':
      return saveAndFile(args, named, step)
  }
}

/** What is filled in is kept before it is filed: whatever the filing says, nothing typed is lost. */
async function saveAndFile(args: ActionFunctionArgs, named: Named, step: Extract<Step, { intent: 'SAVE' | 'FILE' }>) {
  const { intent, ...filled } = step
  const clientMutationId = `${named.clientMutationId}:save`
  const { result } = await runOperation(args, SaveDraftDocument, { input: { ...named, ...filled, clientMutationId } })
  if (intent === 'SAVE' || !('taken' in result)) return result
  // Saving makes exactly one version, so that the same form sent twice asks for the same twice.
  return (await runOperation(args, FileDraftDocument, { input: { ...named, version: step.version + 1 } })).result
}
