import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { quoteLimits } from '#domain/selection/quote.ts'
import type { FormReading, FormReply } from '#app/form.server.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { QuoteDeskDocument, SubmitQuoteDocument } from './quote-documents.server.ts'
import type { QuoteDesk } from './quote-documents.server.ts'
import { readTypedQuote } from './read-typed-quote.ts'
import { typedErrors } from './typed-errors.ts'

/**
 * What <QuoteForm> shows, for the loader of any page that embeds it; null without a sign-up of the viewer's firm or where nothing is sealed.
 * `?unscripted=1` offers the fields that the server seals.
 */
export async function loadQuoteForm({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>, selectionNumber: string) {
  const { quoteDesk } = await runOperation({ request, context }, QuoteDeskDocument, { selectionNumber })
  if (!quoteDesk) return null
  const { searchParams } = new URL(request.url)
  return {
    desk: quoteDesk,
    clientMutationId: newMutationId(),
    isUnscripted: searchParams.has('unscripted'),
    isReceived: searchParams.has('received'),
  }
}

const schema = z.object({
  ciphertext: z.string().max(quoteLimits.ciphertextCharacters).optional(),
  /** Which form it came from. */
  tool: z.literal('own').optional(),
  fee: z.string().max(40).default(''),
  workingDays: z.string().max(10).default(''),
  plan: z.string().default(''),
  /** Only where no ciphertext came: the bidder has read that the platform seals, and could read. */
  acceptsServerSealing: z.literal('yes').optional(),
})
type Typed = z.output<typeof schema>

/** Takes the form of <QuoteForm>, for the action of the page that embeds it: a sealed quote, or one to be sealed on arrival. */
export async function submitQuoteForm({ request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>, selectionNumber: string) {
  const form = await readForm(request, schema)
  if (!form.ok) return form.reply
  const t = await serverText(request, 'sealing')
  const { ciphertext } = form.value
  const { quoteDesk } = await runOperation({ request, context }, QuoteDeskDocument, { selectionNumber })
  if (!quoteDesk) throw new Response(null, { status: 404 })
  const content = ciphertext === undefined ? await plainOf(form, quoteDesk, request) : { ciphertext }
  if (!('ciphertext' in content || 'plain' in content)) return content
  const input = { selectionNumber, clientMutationId: form.clientMutationId, ...content }
  const { submitQuote } = await runOperation({ request, context }, SubmitQuoteDocument, { input })
  if ('code' in submitQuote) return form.refuseWith(submitQuote, t)
  return redirect(`${new URL(request.url).pathname}?received=1#quote-receipts`)
}

async function plainOf(
  form: FormReading<Typed> & { readonly ok: true },
  { selectionNumber, uscc, ceilingFen, maxWorkingDays }: QuoteDesk,
  request: Request,
): Promise<{ readonly plain: { feeFen: number; workingDays: number; plan: string } } | FormReply> {
  const t = await serverText(request, 'sealing')
  const typed = readTypedQuote(form.value, { selection: selectionNumber, uscc, ceilingFen, maxWorkingDays })
  const consent: Record<string, string[]> = form.value.acceptsServerSealing === 'yes' ? {} : { acceptsServerSealing: [t('consentNeeded')] }
  const errors = { ...(typed.ok ? {} : typedErrors(typed.refusal.problems, t)), ...consent }
  if (!typed.ok || Object.keys(errors).length > 0) return form.refuse(errors)
  const { feeFen, workingDays, plan } = typed.value
  return { plain: { feeFen, workingDays, plan } }
}
