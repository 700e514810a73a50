import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { AmendReviewDocument, LiftDocument, ModerateDocument, ReplyDocument } from './documents.server.ts'
import { marksFields } from './give-review.server.ts'

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('amend'), ...marksFields }),
  z.object({ intent: z.literal('reply'), reply: z.string().max(2000) }),
  z.object({
    intent: z.literal('moderate'),
    part: z.enum(['COMMENT', 'REPLY']),
    ground: z.enum(['PERSONAL_DATA', 'INSULT']),
    reasons: z.string().max(1000),
  }),
  z.object({ intent: z.literal('lift'), liftReasons: z.string().max(1000) }),
])
type Wish = z.output<typeof schema>

/** Amends, replies, hides or shows again, as the form said. */
export async function actOnReview(args: ActionFunctionArgs) {
  const reviewId = args.params['key'] ?? ''
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const result = await carryOut(args, form.value, { reviewId, clientMutationId: form.clientMutationId })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'reviews'))
  return redirect(`/reviews/${reviewId}`)
}

async function carryOut(args: ActionFunctionArgs, wish: Wish, step: { readonly reviewId: string; readonly clientMutationId: string }) {
  switch (wish.intent) {
    case 'amend': {
      const { intent: _intent, ...marks } = wish
      return (await runOperation(args, AmendReviewDocument, { input: { ...step, ...marks } })).result
    }
    case 'reply':
      return (await runOperation(args, ReplyDocument, { input: { ...step, reply: wish.reply } })).result
    case 'moderate': {
      const { part, ground, reasons } = wish
      return (await runOperation(args, ModerateDocument, { input: { ...step, part, ground, reasons } })).result
    }
    case 'lift':
      return (await runOperation(args, LiftDocument, { input: { ...step, reasons: wish.liftReasons } })).result
  }
}
