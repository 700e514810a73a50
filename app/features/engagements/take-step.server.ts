import type { ActionFunctionArgs } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { terminationCauses } from '#domain/engagements/termination.ts'
import { parseYuan } from '#domain/kernel/money.ts'
import { feeRefusal } from '#app/features/catalogue/fee-refusal.ts'
import { sendUpload } from '#app/features/files/send-upload.server.ts'
import type { FormResult } from '#app/form-state.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import type { UserError } from '#app/refusal.ts'
import * as documents from './step-documents.server.ts'

const version = z.coerce.number().int()
const file = { file: z.instanceof(File).optional(), fileId: z.uuid().optional() }
const text = z.string().max(4000)
const sequence = z.coerce.number().int()
const yes = z.literal('yes').optional()

/** One branch for each form of the engagement's page. */
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('PROPOSE_CONTRACT'),
    ...{ version, fee: z.string().max(40), days: z.coerce.number().int(), scope: text, liability: text },
    ...{ reasons: text.optional(), raised: yes, ...file },
  }),
  z.object({ intent: z.literal('AGREE_CONTRACT'), version, raised: yes }),
  z.object({ intent: z.literal('DECLINE_CONTRACT'), version, reasons: text.optional() }),
  z.object({ intent: z.literal('WITHDRAW_CONTRACT'), version }),
  z.object({ intent: z.literal('PLAN_MILESTONE'), version, title: z.string().max(200), dueOn: z.string().max(20) }),
  z.object({ intent: z.literal('REPORT_MILESTONE'), version, sequence }),
  z.object({ intent: z.literal('CONFIRM_MILESTONE'), version, sequence }),
  z.object({
    intent: z.literal('DELIVER'),
    version,
    note: z.string().max(1000).optional(),
    charged: z.string().max(40).optional(),
    ...file,
  }),
  z.object({ intent: z.literal('ANSWER_DELIVERABLE'), version, outcome: z.enum(['ACCEPTED', 'RETURNED']), reasons: text.optional() }),
  z.object({ intent: z.literal('TERMINATE'), version, cause: z.enum(terminationCauses), reasons: text }),
  z.object({ intent: z.literal('ANSWER_TERMINATION'), version, isAgreed: z.enum(['yes', 'no']) }),
  z.object({ intent: z.literal('WITHDRAW_TERMINATION'), version }),
  z.object({ intent: z.literal('RAISE_DISPUTE'), version, matter: text }),
  z.object({ intent: z.literal('STATE_ON_DISPUTE'), version, statement: text }),
  z.object({ intent: z.literal('END_DISPUTE'), version, outcome: z.enum(['SETTLED', 'WITHDRAWN']), note: text }),
])
type Step = z.output<typeof schema>
type Answer = { readonly __typename?: string | undefined } | UserError

/** Takes the step whose button was pressed, and shows the engagement again. */
export async function takeStep(args: ActionFunctionArgs, area: '/owner' | '/intermediary') {
  const number = args.params['number'] ?? ''
  const form = await readForm(args.request, schema)
  const intent = form.refuse({}).data.values['intent']?.[0] ?? ''
  const refuse = (result: FormResult) => data({ intent, result }, { status: 422 })
  if (!form.ok) return refuse(form.reply.data)
  const amount = amountOf(form.value)
  const t = await serverText(args.request, 'contracts')
  if (amount?.ok === false) return refuse(form.refuse({ [amount.field]: [t('refusal.FEE_INVALID')] }).data)
  const { value, clientMutationId } = form
  const sent = 'file' in value || 'fileId' in value ? await sendUpload(args, { clientMutationId, number }, value) : { key: null }
  if ('code' in sent) return refuse(namedAs('file', form.refuseWith(sent, t).data))
  const named = { number, version: value.version, clientMutationId }
  const result = await run(args, named, value, { fen: amount?.fen ?? null, fileId: sent.key })
  if ('code' in result) return refuse(form.refuseWith(feeRefusal(result), t).data)
  return redirect(`${area}/engagements/${number}`)
}

/** A refusal of the whole form that is about one field. */
const namedAs = (name: string, { values, errors }: FormResult): FormResult => ({ values, errors: { [name]: errors[''] ?? [] } })

/** The amount of a form that has one; null where it has none. */
function amountOf(step: Step): { ok: true; fen: number | null } | { ok: false; field: string } | null {
  if (step.intent !== 'PROPOSE_CONTRACT' && step.intent !== 'DELIVER') return null
  const [field, typed] = step.intent === 'DELIVER' ? (['charged', step.charged] as const) : (['fee', step.fee] as const)
  if (typed === undefined) return { ok: true, fen: null }
  const parsed = parseYuan(typed)
  return parsed.ok ? { ok: true, fen: parsed.value } : { ok: false, field }
}

async function run(
  args: ActionFunctionArgs,
  named: { readonly number: string; readonly version: number; readonly clientMutationId: string },
  step: Step,
  { fen, fileId }: { readonly fen: number | null; readonly fileId: string | null },
): Promise<Answer> {
  switch (step.intent) {
    case 'PROPOSE_CONTRACT': {
      const { days: promisedWorkingDays, scope, liability, reasons, raised } = step
      const terms = { feeFen: fen ?? 0, promisedWorkingDays, scope, liability, reasons, fileId, isRaisedFeeAccepted: raised === 'yes' }
      return (await runOperation(args, documents.ProposeContractDocument, { input: { ...named, ...terms } })).result
    }
    case 'AGREE_CONTRACT':
      return (
        await runOperation(args, documents.AgreeContractDocument, { input: { ...named, isRaisedFeeAccepted: step.raised === 'yes' } })
      ).result
    case 'DECLINE_CONTRACT':
      return (await runOperation(args, documents.DeclineContractDocument, { input: { ...named, reasons: step.reasons } })).result
    case 'WITHDRAW_CONTRACT':
      return (await runOperation(args, documents.DeclineContractDocument, { input: named })).result
    case 'PLAN_MILESTONE': {
      const { title, dueOn } = step
      return (await runOperation(args, documents.PlanMilestoneDocument, { input: { ...named, title, dueOn } })).result
    }
    case 'REPORT_MILESTONE':
      return (await runOperation(args, documents.ReportMilestoneDocument, { input: { ...named, sequence: step.sequence } })).result
    case 'CONFIRM_MILESTONE':
      return (await runOperation(args, documents.ConfirmMilestoneDocument, { input: { ...named, sequence: step.sequence } })).result
    case 'DELIVER':
      return (await runOperation(args, documents.DeliverDocument, { input: { ...named, note: step.note, chargedFeeFen: fen, fileId } }))
        .result
    case 'ANSWER_DELIVERABLE': {
      const { outcome, reasons } = step
      return (await runOperation(args, documents.AnswerDeliverableDocument, { input: { ...named, outcome, reasons } })).result
    }
    case 'TERMINATE': {
      const { cause, reasons } = step
      return (await runOperation(args, documents.TerminateEngagementDocument, { input: { ...named, cause, reasons } })).result
    }
    case 'ANSWER_TERMINATION':
      return (await runOperation(args, documents.AnswerTerminationDocument, { input: { ...named, isAgreed: step.isAgreed === 'yes' } }))
        .result
    case 'WITHDRAW_TERMINATION':
      return (await runOperation(args, documents.AnswerTerminationDocument, { input: { ...named, isAgreed: false } })).result
    case 'RAISE_DISPUTE':
      return (await runOperation(args, documents.RaiseDisputeDocument, { input: { ...named, matter: step.matter } })).result
    case 'STATE_ON_DISPUTE':
      return (await runOperation(args, documents.StateOnDisputeDocument, { input: { ...named, statement: step.statement } })).result
    case 'END_DISPUTE': {
      const { outcome, note } = step
      return (await runOperation(args, documents.EndDisputeDocument, { input: { ...named, outcome, note } })).result
    }
  }
}
