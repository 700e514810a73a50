import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { GiveReviewDocument } from './documents.server.ts'

const mark = z.coerce.number().int().min(1).max(5)

/** The fields of <MarksForm>. */
export const marksFields = {
  quality: mark,
  timeliness: mark,
  attitude: mark,
  fees: mark,
  conduct: mark,
  comment: z.string().max(2000).default(''),
}

const schema = z.object({ version: z.coerce.number().int(), ...marksFields })

/** Gives the review that was filled in for the engagement of this address, then leads to `after`. */
export async function giveReview(args: ActionFunctionArgs, after: (number: string) => string) {
  const number = args.params['number'] ?? ''
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const input = { ...form.value, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, GiveReviewDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'reviews'))
  return redirect(after(number))
}
