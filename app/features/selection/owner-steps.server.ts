import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import {
  AnnounceSelectionDocument,
  AnswerClarificationDocument,
  CancelSelectionDocument,
  PickFromShortlistDocument,
  ReAnnounceDocument,
  ScoreSignUpsDocument,
} from './owner-mutations.server.ts'
import { reasonTexts } from './reason-texts.server.ts'
import { instantOf, localPattern } from './shanghai-time.ts'

const version = z.coerce.number().int()
const time = z.string().regex(localPattern).transform(instantOf)
const times = {
  version,
  signUpOpensAt: time.optional(),
  signUpClosesAt: time,
  opensAt: time.optional(),
  confirm: z.literal('yes').optional(),
}
const score = z.object({
  signUpKey: z.string().max(40),
  criterion: z.string().max(30),
  points: z.coerce.number().min(0).max(100),
  reasons: z.string().trim().min(1).max(2000),
})
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ANNOUNCE'), ...times }),
  z.object({ intent: z.literal('RE_ANNOUNCE'), ...times }),
  z.object({ intent: z.literal('ANSWER'), key: z.string().max(40), answer: z.string().trim().min(1).max(5000) }),
  z.object({ intent: z.literal('SCORE'), version, scores: z.array(score).max(500) }),
  z.object({ intent: z.literal('PICK'), version, signUpKey: z.string().max(40), reasons: z.string().trim().min(1).max(4000) }),
  z.object({ intent: z.literal('CANCEL'), version, reasons: z.string().trim().min(1).max(2000) }),
])
type Wish = z.output<typeof schema>

/** The action of the owner's page of a selection: takes the step whose button was pressed, and shows the page again. */
export async function takeOwnerStep(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const { value, clientMutationId } = form
  if ((value.intent === 'ANNOUNCE' || value.intent === 'RE_ANNOUNCE') && !value.confirm) {
    const t = await serverText(args.request, 'selection')
    return form.refuse({ confirm: [t('mine.announceConfirmNeeded')] })
  }
  const result = await send(args, { number, clientMutationId }, value)
  if ('code' in result) return form.refuseWith(result, await reasonTexts(args.request))
  const next = 'taken' in result ? result.taken.selection?.number : undefined
  return redirect(`/owner/selections/${next ?? number}`)
}

interface Named {
  readonly number: string
  readonly clientMutationId: string
}

async function send(args: ActionFunctionArgs, named: Named, wish: Wish) {
  switch (wish.intent) {
    case 'ANNOUNCE': {
      const { intent: _intent, confirm: _confirm, version: seen, ...when } = wish
      return (await runOperation(args, AnnounceSelectionDocument, { input: { ...named, version: seen, times: when } })).result
    }
    case 'RE_ANNOUNCE': {
      const { intent: _intent, confirm: _confirm, version: seen, ...when } = wish
      return (await runOperation(args, ReAnnounceDocument, { input: { ...named, version: seen, times: when } })).result
    }
    case 'ANSWER':
      return (
        await runOperation(args, AnswerClarificationDocument, { input: { ...named, clarificationKey: wish.key, answer: wish.answer } })
      ).result
    case 'SCORE':
      return (await runOperation(args, ScoreSignUpsDocument, { input: { ...named, version: wish.version, scores: wish.scores } })).result
    case 'PICK': {
      const { intent: _intent, ...asked } = wish
      return (await runOperation(args, PickFromShortlistDocument, { input: { ...named, ...asked } })).result
    }
    case 'CANCEL': {
      const { intent: _intent, ...asked } = wish
      return (await runOperation(args, CancelSelectionDocument, { input: { ...named, ...asked } })).result
    }
  }
}
