import { decideQuoteSubmission } from '#domain/selection/sealed-quote.ts'
import type { QuoteSubmissionRefusal } from '#domain/selection/sealed-quote.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { loadQuoteFrame } from './load-quote-frame.ts'

const receiptColumns = { id: true, sequence: true, sha256: true, receivedAt: true, isSealedByBidder: true } as const
export type QuoteReceipt = Prisma.SealedQuoteGetPayload<{ select: typeof receiptColumns }>

/** What a bidder needs to seal a quote, and the receipts of what was handed in since the sign-up, the last first. */
export interface QuoteDesk {
  readonly signUpId: string
  readonly selectionNumber: string
  readonly projectName: string
  readonly uscc: string
  readonly supervisorName: string
  readonly supervisorRecipient: string
  readonly platformRecipient: string
  readonly ceilingFen: number | null
  readonly maxWorkingDays: number | null
  readonly closesAt: Date | null
  readonly opensAt: Date | null
  /** Why no quote is taken now; null while one is. */
  readonly obstacle: QuoteSubmissionRefusal | null
  readonly receipts: readonly QuoteReceipt[]
}

/** The own desk in a selection; null without a sign-up there, or where quotes are not sealed. @throws ForbiddenError */
export async function loadQuoteDesk(context: UseCaseContext, selectionNumber: string): Promise<QuoteDesk | null> {
  const { prisma, viewer, clock } = context
  demand(context, 'selection.signUp', { intermediarySubjectId: viewer.subjectId })
  const signUp = await prisma.signUp.findFirst({
    where: { selection: { number: selectionNumber }, intermediary: { subjectId: viewer.subjectId ?? '' } },
    include: {
      intermediary: { select: { subject: { select: { uscc: true } } } },
      selection: { include: { sealing: { include: { supervisorKey: { include: { organisation: true } } } } } },
      quotes: { select: receiptColumns, orderBy: { sequence: 'desc' } },
    },
  })
  const sealing = signUp?.selection.sealing
  if (!signUp || !sealing) return null
  const { selection } = signUp
  const { signUpOpensAt, signUpClosesAt, opensAt, projectName } = selection
  const { ceilingFen, maxWorkingDays } = await loadQuoteFrame(prisma, selection)
  const arrival = { now: clock.now(), signUpState: signUp.state, isInSignUp: selection.state === 'SIGN_UP', hasSealing: true }
  const decided = decideQuoteSubmission({ ...arrival, opensForSignUpAt: signUpOpensAt, closesAt: signUpClosesAt })
  return {
    ...{ signUpId: signUp.id, selectionNumber, projectName, uscc: signUp.intermediary.subject.uscc ?? '' },
    ...{ supervisorName: sealing.supervisorKey.organisation.nameZh, supervisorRecipient: sealing.supervisorKey.recipient },
    ...{ platformRecipient: sealing.platformRecipient, ceilingFen, maxWorkingDays, closesAt: signUpClosesAt, opensAt },
    ...{
      obstacle: decided.ok ? null : decided.refusal,
      receipts: signUp.quotes.filter(({ receivedAt }) => receivedAt >= signUp.signedUpAt),
    },
  }
}
