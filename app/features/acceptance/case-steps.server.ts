import type { ActionFunctionArgs } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { acceptanceModes } from '#domain/acceptance/acceptance-request.ts'
import type { FormResult } from '#app/form-state.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { attachedResult } from './attached-result.server.ts'
import { AcceptCaseDocument, AttachDeliverableDocument, CloseCaseDocument, RecordMaterialsDocument } from './case-mutations.server.ts'
import { foundMaterials, materialInputs } from './found-materials.server.ts'

const version = z.coerce.number().int()
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('ACCEPT'),
    version,
    mode: z.enum(acceptanceModes),
    signerName: z.string().max(100).optional(),
    supplementDueOn: z.string().max(20).optional(),
    isPublicityAgreed: z.literal('yes').optional(),
  }),
  z.object({ intent: z.literal('RECORD'), version, ...materialInputs }),
  z.object({
    intent: z.literal('CLOSE'),
    version,
    outcome: z.enum(['DECIDED', 'REFUSED', 'WITHDRAWN', 'NOT_ACCEPTED']),
    reason: z.string().max(2000),
  }),
  z.object({ intent: z.literal('ATTACH'), version, result: attachedResult }),
])
type Step = z.output<typeof schema>

/** The action of the page of a case: takes the step whose button was pressed, and shows the case again. */
export async function takeCaseStep(args: ActionFunctionArgs, number: string) {
  const form = await readForm(args.request, schema)
  const { values } = form.refuse({}).data
  const intent = values['intent']?.[0] ?? ''
  const refuse = (result: FormResult) => data({ intent, result }, { status: 422 })
  if (!form.ok) return refuse(form.reply.data)
  const result = await run(args, { number, clientMutationId: form.clientMutationId }, form.value)
  const texts = intent === 'ATTACH' ? 'contracts' : 'acceptance'
  if ('code' in result) return refuse(form.refuseWith(result, await serverText(args.request, texts)).data)
  return redirect(`/agency/cases/${number}`)
}

async function run(args: ActionFunctionArgs, named: { number: string; clientMutationId: string }, step: Step) {
  switch (step.intent) {
    case 'ACCEPT': {
      const { mode, signerName, supplementDueOn } = step
      // A day filled in for a promise means nothing to the other modes.
      const promised = mode === 'TOLERANT_ACCEPTANCE' ? supplementDueOn : undefined
      const input = { ...named, version: step.version, mode, signerName, supplementDueOn: promised }
      const isPublicityAgreed = step.isPublicityAgreed === 'yes'
      return (await runOperation(args, AcceptCaseDocument, { input: { ...input, isPublicityAgreed } })).result
    }
    case 'RECORD':
      return (
        await runOperation(args, RecordMaterialsDocument, { input: { ...named, version: step.version, materials: foundMaterials(step) } })
      ).result
    case 'ATTACH':
      return (await runOperation(args, AttachDeliverableDocument, { input: { ...named, version: step.version, ...step.result } })).result
    case 'CLOSE': {
      const { outcome, reason } = step
      return (await runOperation(args, CloseCaseDocument, { input: { ...named, version: step.version, outcome, reason } })).result
    }
  }
}
