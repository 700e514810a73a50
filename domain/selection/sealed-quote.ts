import { z } from 'zod'
import type { TransitionTable } from '#domain/kernel/transition-table.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { judgeQuote, quoteLimits } from './quote.ts'
import type { Quote, QuoteFrame, QuoteProblem } from './quote.ts'

/** Sealed → the supervising body's share released → opened; or the share never came and nothing is ever opened. */
export type SealingState = 'SEALED' | 'RELEASED' | 'OPENED' | 'ABANDONED'
export const sealingTransitions: TransitionTable<SealingState> = {
  SEALED: ['RELEASED', 'ABANDONED'],
  RELEASED: ['OPENED'],
  OPENED: [],
  ABANDONED: [],
}

export type QuoteSubmissionRefusal =
  | { readonly code: 'QUOTES_CLOSED' }
  | { readonly code: 'QUOTES_NOT_OPEN' }
  | { readonly code: 'QUOTES_NOT_TAKEN' }
  | { readonly code: 'SIGN_UP_NOT_ACTIVE' }

/** What is known when a quote arrives. `now` is what the server's clock read. */
export interface QuoteArrival {
  readonly now: Date
  readonly signUpState: 'ACTIVE' | 'WITHDRAWN' | 'EXCLUDED'
  readonly opensForSignUpAt: Date | null
  readonly closesAt: Date | null
  readonly isInSignUp: boolean
  readonly hasSealing: boolean
}

/** Whether a quote, first or replaced, still counts: from the opening of the sign-up to the instant before it closes. */
export function decideQuoteSubmission(arrival: QuoteArrival): Result<true, QuoteSubmissionRefusal> {
  const { now, signUpState, opensForSignUpAt, closesAt, isInSignUp, hasSealing } = arrival
  if (!hasSealing) return refuse({ code: 'QUOTES_NOT_TAKEN' })
  if (closesAt === null || opensForSignUpAt === null || now < opensForSignUpAt) return refuse({ code: 'QUOTES_NOT_OPEN' })
  if (now >= closesAt || !isInSignUp) return refuse({ code: 'QUOTES_CLOSED' })
  return signUpState === 'ACTIVE' ? ok(true) : refuse({ code: 'SIGN_UP_NOT_ACTIVE' })
}

export type ReleaseRefusal =
  | { readonly code: 'RELEASE_TOO_EARLY'; readonly opensAt: string }
  | { readonly code: 'RELEASE_TOO_LATE'; readonly dueAt: string }
  | { readonly code: 'SHARE_ALREADY_RELEASED' }

/** Whether the supervising body may release its share: from the opening time on, until it is due, and never while quotes still come. */
export function decideRelease(
  sealing: { readonly state: SealingState; readonly opensAt: Date; readonly releaseDueAt: Date; readonly isClosed: boolean },
  now: Date,
): Result<true, ReleaseRefusal> {
  const { state, opensAt, releaseDueAt, isClosed } = sealing
  if (state === 'RELEASED' || state === 'OPENED') return refuse({ code: 'SHARE_ALREADY_RELEASED' })
  if (state === 'ABANDONED' || now >= releaseDueAt) return refuse({ code: 'RELEASE_TOO_LATE', dueAt: releaseDueAt.toISOString() })
  return isClosed && now >= opensAt ? ok(true) : refuse({ code: 'RELEASE_TOO_EARLY', opensAt: opensAt.toISOString() })
}

const sealedQuote = z.strictObject({
  selection: z.string().max(40),
  uscc: z.string().max(40),
  feeFen: z.int().positive().max(quoteLimits.feeFen),
  workingDays: z.int().positive().max(quoteLimits.workingDays),
  plan: z.string().max(quoteLimits.planCharacters),
  nonce: z.string().min(16).max(4_096),
})

/** The quote that the opened text holds, or why it holds none. Pure: whoever has the text comes to the same answer. */
export function readQuote(text: string, frame: QuoteFrame): Result<Quote, QuoteProblem> {
  const parsed = sealedQuote.safeParse(parseJson(text))
  if (!parsed.success) return refuse({ code: 'QUOTE_MALFORMED' })
  const { nonce: _nonce, ...quote } = parsed.data
  if (quote.selection !== frame.selection) return refuse({ code: 'QUOTE_OF_OTHER_SELECTION' })
  if (quote.uscc !== frame.uscc) return refuse({ code: 'QUOTE_OF_OTHER_FIRM' })
  return judgeQuote(quote, frame)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
