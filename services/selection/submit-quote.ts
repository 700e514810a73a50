import { z } from 'zod'
import { judgeQuote, quoteLimits, quoteText } from '#domain/selection/quote.ts'
import { decideQuoteSubmission } from '#domain/selection/sealed-quote.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, NotFoundError, RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { hashOf, randomHex, readArmour, sealTwice } from './age-sealing.ts'
import { loadQuoteFrame } from './load-quote-frame.ts'
import { recordEvent } from './record-event.ts'

const plainQuote = z.object({
  feeFen: z.number().int().positive().max(quoteLimits.feeFen),
  workingDays: z.number().int().positive().max(quoteLimits.workingDays),
  plan: z.string().trim().max(quoteLimits.planCharacters),
})

export const submitQuoteInput = z
  .object({
    clientMutationId: z.string().min(1).max(100),
    selectionNumber: z.string().trim().min(1).max(40),
    /** Sealed by the bidder: age in age, armoured. */
    ciphertext: z.string().max(quoteLimits.ciphertextCharacters).nullish(),
    /** For browsers without scripts: sealed on arrival, and marked so. Never kept. */
    plain: plainQuote.nullish(),
  })
  .refine(({ ciphertext, plain }) => (ciphertext == null) !== (plain == null), 'QUOTE_REQUIRED')
type Parsed = z.output<typeof submitQuoteInput>

/**
 * Takes a sealed quote of one's own sign-up, the first or one that replaces it; the last one before closing counts and all are kept. Its
 * hash is the receipt.
 * @returns the sealed quote's id
 * @throws RefusedError QUOTES_CLOSED, QUOTES_NOT_OPEN, QUOTES_NOT_TAKEN, SIGN_UP_NOT_ACTIVE, QUOTE_KNOWN, TOO_MANY_QUOTES; for a plain one
 *   QUOTE_OVER_CEILING, QUOTE_OVER_TIME · ValidationError NOT_SEALED · NotFoundError without a sign-up
 */
export async function submitQuote(context: UseCaseContext, input: z.input<typeof submitQuoteInput>): Promise<string> {
  const parsed = parseInput(submitQuoteInput, input)
  // The clock is read before anything waits: what was there before the line counts, however long the queue.
  const arrivedAt = context.clock.now()
  // Of a plain quote nothing is remembered: from a hash of it fee and days could be guessed before the opening.
  const remembered = { selectionNumber: parsed.selectionNumber, ciphertext: parsed.ciphertext ?? 'plain' }
  const command = { operation: 'submitQuote', clientMutationId: parsed.clientMutationId, input: remembered }
  return runUseCase(context, command, (unit) => takeQuote(unit, parsed, arrivedAt))
}

/** Replacements of one bidder (ours): nobody fills the database under the cover of a seal. */
const MAX_QUOTES = 50

async function takeQuote(unit: UnitOfWork, parsed: Parsed, arrivedAt: Date): Promise<string> {
  const { tx, viewer, context } = unit
  const signUp = await lockOwnSignUp(unit, parsed.selectionNumber)
  demand(context, 'selection.signUp', { intermediarySubjectId: signUp.intermediary.subjectId })
  const { selection } = signUp
  unwrap(
    decideQuoteSubmission({
      now: arrivedAt,
      signUpState: signUp.state,
      opensForSignUpAt: selection.signUpOpensAt,
      closesAt: selection.signUpClosesAt,
      isInSignUp: selection.state === 'SIGN_UP',
      hasSealing: selection.sealing !== null,
    }),
  )
  if (viewer.userId === null) throw new ForbiddenError('selection.signUp', false)
  const ciphertext = parsed.plain ? await sealOnArrival(unit, signUp, parsed.plain) : readArmour(parsed.ciphertext ?? '')
  if (ciphertext === null) throw new ValidationError([{ path: 'ciphertext', code: 'NOT_SEALED', facts: {} }])
  const sequence = 1 + (await tx.sealedQuote.count({ where: { signUpId: signUp.id } }))
  if (sequence > MAX_QUOTES) throw new RefusedError({ code: 'TOO_MANY_QUOTES', maximum: MAX_QUOTES })
  const row = { signUpId: signUp.id, sequence, ciphertext, sha256: hashOf(ciphertext), receivedAt: arrivedAt }
  const who = { submittedById: viewer.userId, isSealedByBidder: !parsed.plain }
  // One hash, one quote, in all selections: a ciphertext taken from elsewhere is known.
  const [saved] = await tx.sealedQuote.createManyAndReturn({ data: [{ ...row, ...who }], skipDuplicates: true, select: { id: true } })
  if (!saved) throw new RefusedError({ code: 'QUOTE_KNOWN' })
  const after = { selection: selection.number, sequence, sha256: row.sha256, isSealedByBidder: who.isSealedByBidder }
  await unit.audit({ action: 'selection.submitQuote', entity: 'SealedQuote', entityId: saved.id, after })
  // Public without a name: from here on nobody can exchange or drop the ciphertext unseen.
  await recordEvent(unit, selection.id, 'QUOTE_RECEIVED', { sha256: row.sha256, isSealedByBidder: who.isSealedByBidder })
  await unit.outbox('selections.quoteReceived', 'SealedQuote', saved.id)
  return saved.id
}

/** What a browser without scripts sent in the clear, sealed like the others before it is kept; a ceiling can be told at once. */
async function sealOnArrival(
  { tx }: UnitOfWork,
  { selection, intermediary }: OwnSignUp,
  plain: z.output<typeof plainQuote>,
): Promise<string> {
  const { sealing } = selection
  if (sealing === null) throw new RefusedError({ code: 'QUOTES_NOT_TAKEN' })
  const uscc = intermediary.subject.uscc ?? ''
  const frame = await loadQuoteFrame(tx, selection)
  const quote = unwrap(judgeQuote({ ...plain, selection: selection.number, uscc }, { ...frame, uscc }))
  return sealTwice(quoteText(quote, randomHex), { supervisor: sealing.supervisorKey.recipient, platform: sealing.platformRecipient })
}

type OwnSignUp = Awaited<ReturnType<typeof lockOwnSignUp>>

/** The own sign-up, its row ours until commit: withdrawing it and quoting wait for one another, other bidders don't. */
async function lockOwnSignUp({ tx, viewer }: UnitOfWork, selectionNumber: string) {
  const where = { selection: { number: selectionNumber }, intermediary: { subjectId: viewer.subjectId ?? '' } }
  const found = viewer.subjectId === null ? null : await tx.signUp.findFirst({ where, select: { id: true, selectionId: true } })
  if (!found) throw new NotFoundError('SignUp')
  // Closing takes the selection whole; those who quote only keep it from closing meanwhile.
  await tx.$queryRaw`SELECT 1 FROM "Selection" WHERE "id" = ${found.selectionId}::uuid FOR SHARE`
  await tx.$queryRaw`SELECT 1 FROM "SignUp" WHERE "id" = ${found.id}::uuid FOR UPDATE`
  return tx.signUp.findUniqueOrThrow({
    where: { id: found.id },
    include: {
      intermediary: { include: { subject: { select: { uscc: true } } } },
      selection: { include: { sealing: { include: { supervisorKey: { select: { recipient: true } } } } } },
    },
  })
}
