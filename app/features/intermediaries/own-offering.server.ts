import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { feeRefusal } from '#app/features/catalogue/fee-refusal.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import type { FormReply } from '#app/form.server.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import {
  ChangeOfferingDocument,
  MyOfferingDocument,
  ResumeOfferingDocument,
  WithdrawOfferingDocument,
} from './offering-documents.server.ts'
import { readOffering } from './offering-form.server.ts'

const dones = ['added', 'changed', 'withdrawn', 'resumed'] as const

/** One own offering with its catalogue entry. @throws Response 404 */
export async function loadOwnOffering(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'fees')
  const { language } = await preferencesOf(args.request)
  const { myOffering, serviceItem, divisions } = await runOperation(args, MyOfferingDocument, { code: args.params['code'] ?? '' })
  if (!myOffering || !serviceItem) throw new Response(null, { status: 404 })
  const name = nameIn(language, serviceItem)
  const done = new URL(args.request.url).searchParams.get('done')
  return {
    title: t('edit.title', { item: name }),
    done: dones.find((one) => one === done) ?? null,
    offering: myOffering,
    item: { ...serviceItem, name },
    divisions: divisions.map((division) => ({ value: division.code, label: nameIn(language, division) })),
    clientMutationId: newMutationId(),
    stepMutationId: newMutationId(),
  }
}

type Outcome = { readonly done: (typeof dones)[number] } | { readonly reply: FormReply }

/** Saves the form of the terms. */
export async function changeOwnOffering(args: ActionFunctionArgs, code: string): Promise<Outcome> {
  const { serviceItem } = await runOperation(args, MyOfferingDocument, { code })
  const read = await readOffering(args.request, serviceItem?.feeUnit ?? null)
  if (!read.ok) return { reply: read.reply }
  const { form, terms, version, reason } = read
  const input = { ...terms, serviceItemCode: code, version, reason, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, ChangeOfferingDocument, { input })
  if ('code' in result) return { reply: form.refuseWith(feeRefusal(result), await serverText(args.request, 'fees')) }
  return { done: 'changed' }
}

const stepSchema = z.object({ version: z.coerce.number().int(), withdrawReason: z.string().max(500).default('') })

/** Withdraws or resumes. */
export async function stepOwnOffering(args: ActionFunctionArgs, code: string, step: 'withdraw' | 'resume'): Promise<Outcome> {
  const form = await readForm(args.request, stepSchema)
  if (!form.ok) return { reply: form.reply }
  const { version, withdrawReason: reason } = form.value
  const input = { serviceItemCode: code, version, reason, clientMutationId: form.clientMutationId }
  const { result } =
    step === 'withdraw'
      ? await runOperation(args, WithdrawOfferingDocument, { input })
      : await runOperation(args, ResumeOfferingDocument, { input })
  if ('code' in result) return { reply: form.refuseWith(feeRefusal(result), await serverText(args.request, 'fees')) }
  return { done: step === 'withdraw' ? 'withdrawn' : 'resumed' }
}
