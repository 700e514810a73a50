import { loadQuoteDesk } from '#services/selection/load-quote-desk.ts'
import type { QuoteDesk, QuoteReceipt } from '#services/selection/load-quote-desk.ts'
import { submitQuote } from '#services/selection/submit-quote.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

export const QuoteReceiptType = builder.objectRef<QuoteReceipt>('QuoteReceipt').implement({
  description: 'Receipt of a sealed quote: the hash of its ciphertext.',
  fields: (t) => ({
    id: t.exposeID('id'),
    sequence: t.exposeInt('sequence'),
    sha256: t.exposeString('sha256', { description: 'SHA-256 of the armoured ciphertext, hex.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime' }),
    isSealedByBidder: t.exposeBoolean('isSealedByBidder', {
      description: "Sealed in the bidder's browser; else on arrival, so that the platform could have read it.",
    }),
  }),
})

const QuoteDeskType = builder.objectRef<QuoteDesk>('QuoteDesk').implement({
  description: 'What a bidder needs to seal a quote, and the own receipts.',
  fields: (t) => ({
    selectionNumber: t.exposeString('selectionNumber'),
    projectName: t.exposeString('projectName'),
    uscc: t.exposeString('uscc', { description: 'The own code, which goes under the seal.' }),
    supervisorName: t.exposeString('supervisorName'),
    supervisorRecipient: t.exposeString('supervisorRecipient', { description: 'age recipient: seal to it first.' }),
    platformRecipient: t.exposeString('platformRecipient', { description: 'age recipient: seal the result to it again.' }),
    ceilingFen: t.exposeInt('ceilingFen', { nullable: true, description: "The owner's or the government's ceiling, whichever is lower." }),
    maxWorkingDays: t.exposeInt('maxWorkingDays', { nullable: true }),
    closesAt: t.expose('closesAt', { type: 'DateTime', nullable: true }),
    opensAt: t.expose('opensAt', { type: 'DateTime', nullable: true }),
    obstacle: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Why no quote is taken now: code and facts.',
      resolve: ({ obstacle }) => obstacle,
    }),
    receipts: t.field({ type: [QuoteReceiptType], description: 'The last first.', resolve: ({ receipts }) => [...receipts] }),
  }),
})

builder.queryField('quoteDesk', (t) =>
  t.field({
    type: QuoteDeskType,
    nullable: true,
    args: { selectionNumber: t.arg.string() },
    authScopes: { may: 'selection.signUp' },
    resolve: (_root, { selectionNumber }, context) => loadQuoteDesk(context, selectionNumber),
  }),
)

const PlainQuoteInput = builder.inputType('PlainQuoteInput', {
  description: 'For browsers without scripts only: the server reads and seals it.',
  fields: (t) => ({ feeFen: t.int(), workingDays: t.int(), plan: t.string() }),
})

builder.relayMutationField(
  'submitQuote',
  {
    inputFields: (t) => ({
      selectionNumber: t.string(),
      ciphertext: t.string({ required: false, description: 'age in age, armoured; the text under the seal is canonical JSON.' }),
      plain: t.field({ type: PlainQuoteInput, required: false }),
    }),
  },
  {
    description: 'Hand in a sealed quote, or replace it; the last one before closing counts.',
    authScopes: { may: 'selection.signUp' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await submitQuote(context, input) }),
  },
  {
    outputFields: (t) => ({
      receipt: t.field({
        type: QuoteReceiptType,
        resolve: ({ id }, _args, { prisma }) => prisma.sealedQuote.findUniqueOrThrow({ where: { id } }),
      }),
    }),
  },
)
