import type { ActionFunctionArgs } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { acceptanceModes } from '#domain/acceptance/acceptance-request.ts'
import { nonAcceptanceGrounds } from '#domain/acceptance/non-acceptance.ts'
import { pauseCauses } from '#domain/commitments/pause-causes.ts'
import { besideFiles } from '#app/features/files/beside-files.ts'
import { formFiles, readFormFiles } from '#app/features/files/form-files.ts'
import type { FormResult } from '#app/form-state.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { attachedResult } from './attached-result.server.ts'
import { AcceptCaseDocument, AttachDeliverableDocument, CloseCaseDocument, RecordMaterialsDocument } from './case-mutations.server.ts'
import { HandInMaterialDocument, PauseCaseDocument, ResumeCaseDocument, TakeUpCaseDocument } from './intake-mutations.server.ts'
import { caseRefusals } from './refusal-texts.server.ts'
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
    /** By sequence number; the index 0 stays empty. */
    dueDays: z.array(z.string().max(20).optional()).optional(),
    signedPaper: formFiles,
  }),
  z.object({ intent: z.literal('RECORD'), version, ...materialInputs }),
  z.object({
    intent: z.literal('CLOSE'),
    version,
    outcome: z.enum(['DECIDED', 'REFUSED', 'WITHDRAWN', 'NOT_ACCEPTED']),
    ground: z.enum(nonAcceptanceGrounds).optional(),
    reason: z.string().max(2000),
  }),
  z.object({ intent: z.literal('TAKE_UP'), version }),
  z.object({ intent: z.literal('HAND_IN'), version, seq: z.coerce.number().int(), files: formFiles }),
  z.object({
    intent: z.literal('PAUSE'),
    version,
    cause: z.enum(pauseCauses),
    untilOn: z.string().max(20),
    reasons: z.string().max(2000),
  }),
  z.object({ intent: z.literal('RESUME'), version }),
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
  const texts = intent === 'ATTACH' ? await serverText(args.request, 'contracts') : await caseRefusals(args.request)
  if ('code' in result) return refuse(form.refuseWith(besideFiles(besideFiles(result), 'signedPaper'), texts).data)
  return redirect(`/agency/cases/${number}`)
}

async function run(args: ActionFunctionArgs, named: { number: string; clientMutationId: string }, step: Step) {
  switch (step.intent) {
    case 'ACCEPT': {
      const { mode, signerName, supplementDueOn } = step
      // A day filled in for a promise means nothing to the other modes.
      const promised = mode === 'TOLERANT_ACCEPTANCE' ? supplementDueOn : undefined
      const dueDays = mode === 'TOLERANT_ACCEPTANCE' ? ownDays(step.dueDays) : []
      const signedPaper = mode.startsWith('TOLERANT_') ? await readFormFiles(step.signedPaper) : []
      // Whoever hands the signed paper in has signed on paper.
      const signatureMethod = signedPaper.length > 0 ? ('PAPER_IMAGE' as const) : ('TYPED' as const)
      const signed = { signerName, supplementDueOn: promised, dueDays, signedPaper, signatureMethod }
      const isPublicityAgreed = step.isPublicityAgreed === 'yes'
      return (
        await runOperation(args, AcceptCaseDocument, { input: { ...named, version: step.version, mode, ...signed, isPublicityAgreed } })
      ).result
    }
    case 'RECORD':
      return (
        await runOperation(args, RecordMaterialsDocument, { input: { ...named, version: step.version, materials: foundMaterials(step) } })
      ).result
    case 'ATTACH':
      return (await runOperation(args, AttachDeliverableDocument, { input: { ...named, version: step.version, ...step.result } })).result
    case 'CLOSE': {
      const { version, outcome, reason } = step
      // A ground chosen for a non-acceptance means nothing to another end.
      const ground = outcome === 'NOT_ACCEPTED' ? step.ground : undefined
      return (await runOperation(args, CloseCaseDocument, { input: { ...named, version, outcome, reason, ground } })).result
    }
    case 'TAKE_UP':
      return (await runOperation(args, TakeUpCaseDocument, { input: { ...named, version: step.version } })).result
    case 'HAND_IN': {
      const { version, seq } = step
      const files = await readFormFiles(step.files)
      return (await runOperation(args, HandInMaterialDocument, { input: { ...named, version, seq, files } })).result
    }
    case 'PAUSE': {
      const { version, cause, untilOn, reasons } = step
      return (await runOperation(args, PauseCaseDocument, { input: { ...named, version, cause, untilOn, reasons } })).result
    }
    case 'RESUME':
      return (await runOperation(args, ResumeCaseDocument, { input: { ...named, version: step.version } })).result
  }
}

/** The materials with a day of their own. */
const ownDays = (days: readonly (string | undefined)[] = []) =>
  days.flatMap((dueOn, materialSeq) => (dueOn ? [{ materialSeq, dueOn }] : []))
