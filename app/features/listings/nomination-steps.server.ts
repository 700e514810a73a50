import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import type { UserError } from '#app/refusal.ts'
import {
  AnswerObjectionDocument,
  DecideNominationDocument,
  StartPublicityDocument,
  TurnDownDocument,
  WithdrawDocument,
} from './red-list-mutations.server.ts'

const step = z.object({ version: z.coerce.number().int() })
const reasoned = step.extend({ reasons: z.string().trim().min(1).max(8000) })
const schema = z.discriminatedUnion('intent', [
  step.extend({ intent: z.literal('START_PUBLICITY') }),
  reasoned.extend({ intent: z.literal('TURN_DOWN') }),
  reasoned.extend({ intent: z.literal('WITHDRAW') }),
  reasoned.extend({ intent: z.literal('DECIDE'), outcome: z.enum(['LISTED', 'NOT_LISTED']) }),
  reasoned.extend({ intent: z.literal('ANSWER_OBJECTIONS'), objectionNumber: z.string(), outcome: z.enum(['UPHELD', 'REJECTED']) }),
])

/** Takes the step of a nomination that a form names, and leads back to the nomination. */
export async function takeNominationStep(args: ActionFunctionArgs, base: string) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const at = { number, version: form.value.version, clientMutationId: form.clientMutationId }
  const { result } = await send(args, form.value, at)
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'lists'))
  return redirect(`${base}/${number}`)
}

type Sent = Promise<{ readonly result: { readonly __typename: string } | UserError }>

function send(
  args: ActionFunctionArgs,
  value: z.output<typeof schema>,
  at: { readonly number: string; readonly version: number; readonly clientMutationId: string },
): Sent {
  switch (value.intent) {
    case 'START_PUBLICITY':
      return runOperation(args, StartPublicityDocument, { input: at })
    case 'TURN_DOWN':
      return runOperation(args, TurnDownDocument, { input: { ...at, reasons: value.reasons } })
    case 'WITHDRAW':
      return runOperation(args, WithdrawDocument, { input: { ...at, reasons: value.reasons } })
    case 'DECIDE':
      return runOperation(args, DecideNominationDocument, {
        input: { ...at, reasons: value.reasons, isListed: value.outcome === 'LISTED' },
      })
    case 'ANSWER_OBJECTIONS': {
      const { objectionNumber, outcome, reasons } = value
      return runOperation(args, AnswerObjectionDocument, { input: { ...at, objectionNumber, outcome, reasons } })
    }
  }
}
