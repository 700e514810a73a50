import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import {
  AskClarificationDocument,
  ExplainQuoteDocument,
  ObjectToResultDocument,
  RevealContributionDocument,
  SignUpDocument,
  StepBackDocument,
  WithdrawObjectionDocument,
  WithdrawSignUpDocument,
} from './bidder-mutations.server.ts'
import { reasonTexts } from './reason-texts.server.ts'

const text = (minimum: number) => z.string().trim().min(minimum).max(4000)
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('SIGN_UP'),
    practitionerKeys: z.array(z.string().max(40)).min(1).max(50),
    plan: z.string().max(20_000).optional(),
    contributionHash: z.string().trim().toLowerCase().max(64).optional(),
    confirm: z.literal('yes').optional(),
  }),
  z.object({ intent: z.literal('WITHDRAW') }),
  z.object({ intent: z.literal('STEP_BACK'), text: text(1) }),
  z.object({ intent: z.literal('ASK'), text: text(5) }),
  z.object({ intent: z.literal('OBJECT'), text: text(10) }),
  z.object({ intent: z.literal('WITHDRAW_OBJECTION') }),
  z.object({ intent: z.literal('EXPLAIN'), text: text(10) }),
  z.object({ intent: z.literal('REVEAL'), text: text(1) }),
])
type Wish = z.output<typeof schema>

/** The action of a bidder's page of a selection: takes the step whose button was pressed, and shows the page again. */
export async function takeBidderStep(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const { value, clientMutationId } = form
  if (value.intent === 'SIGN_UP' && !value.confirm) {
    return form.refuse({ confirm: [(await serverText(args.request, 'selection'))('signUp.confirmNeeded')] })
  }
  const result = await send(args, { number, clientMutationId }, value)
  if ('code' in result) return form.refuseWith(result, await reasonTexts(args.request))
  return redirect(`/intermediary/opportunities/${number}`)
}

interface Named {
  readonly number: string
  readonly clientMutationId: string
}

async function send(args: ActionFunctionArgs, named: Named, wish: Wish) {
  switch (wish.intent) {
    case 'SIGN_UP': {
      const { practitionerKeys, plan, contributionHash } = wish
      return (
        await runOperation(args, SignUpDocument, {
          input: { ...named, practitionerKeys, plan: plan ?? null, contributionHash: contributionHash ?? null },
        })
      ).result
    }
    case 'WITHDRAW':
      return (await runOperation(args, WithdrawSignUpDocument, { input: named })).result
    case 'STEP_BACK':
      return (await runOperation(args, StepBackDocument, { input: { ...named, reasons: wish.text } })).result
    case 'ASK':
      return (await runOperation(args, AskClarificationDocument, { input: { ...named, question: wish.text } })).result
    case 'OBJECT':
      return (await runOperation(args, ObjectToResultDocument, { input: { ...named, grounds: wish.text } })).result
    case 'WITHDRAW_OBJECTION':
      return (await runOperation(args, WithdrawObjectionDocument, { input: named })).result
    case 'EXPLAIN':
      return (await runOperation(args, ExplainQuoteDocument, { input: { ...named, explanation: wish.text } })).result
    case 'REVEAL':
      return (await runOperation(args, RevealContributionDocument, { input: { ...named, contribution: wish.text } })).result
  }
}
