import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'

/**
 * What a bidder offers 报价: sealed until the opening. Selection and firm stand inside, under the seal, so that a ciphertext copied into
 * another selection or under another firm's name says so when it is opened.
 */
export interface Quote {
  /** The selection's number. */
  readonly selection: string
  /** The bidder's. */
  readonly uscc: string
  readonly feeFen: number
  readonly workingDays: number
  /** 服务方案; public from the opening on. */
  readonly plan: string
}

/** Bounds of a quote, ours; the form and the opening ask the same. A ciphertext is counted in characters of its armour. */
export const quoteLimits = {
  feeFen: 1_000_000_000_00,
  workingDays: 3_650,
  planCharacters: 5_000,
  ciphertextCharacters: 40_000,
} as const

/** The text under the seal fills a multiple of this many bytes: its length tells nothing of the figures and little of the plan. */
export const sealedBlockBytes = 1_024

const NONCE_CHARACTERS = 32

/**
 * The text that is sealed: canonical JSON, the nonce as long as it takes to fill the last block.
 * @param randomHex makes that many characters of fresh randomness in hex
 */
export function quoteText({ feeFen, plan, selection, uscc, workingDays }: Quote, randomHex: (characters: number) => string): string {
  const write = (nonce: string) => canonicalJson({ feeFen, nonce, plan, selection, uscc, workingDays })
  const bytes = new TextEncoder().encode(write('')).length + NONCE_CHARACTERS
  return write(randomHex(NONCE_CHARACTERS + Math.ceil(bytes / sealedBlockBytes) * sealedBlockBytes - bytes))
}

/** Why what was sealed is no quote. */
export type QuoteProblem =
  | { readonly code: 'NO_QUOTE' }
  | { readonly code: 'QUOTE_UNREADABLE' }
  | { readonly code: 'QUOTE_MALFORMED' }
  | { readonly code: 'QUOTE_OF_OTHER_SELECTION' }
  | { readonly code: 'QUOTE_OF_OTHER_FIRM' }
  | { readonly code: 'QUOTE_OVER_CEILING'; readonly feeFen: number; readonly ceilingFen: number }
  | { readonly code: 'QUOTE_OVER_TIME'; readonly workingDays: number; readonly maxWorkingDays: number }

/** What the quote must fit: the selection, the firm, and what was announced. */
export interface QuoteFrame {
  readonly selection: string
  readonly uscc: string
  readonly ceilingFen: number | null
  readonly maxWorkingDays: number | null
}

/** Rulebook R3: a quote over the ceiling is refused; so is one that takes longer than the owner accepts. */
export function judgeQuote(quote: Quote, { ceilingFen, maxWorkingDays }: QuoteFrame): Result<Quote, QuoteProblem> {
  const { feeFen, workingDays } = quote
  if (ceilingFen !== null && feeFen > ceilingFen) return refuse({ code: 'QUOTE_OVER_CEILING', feeFen, ceilingFen })
  if (maxWorkingDays !== null && workingDays > maxWorkingDays) return refuse({ code: 'QUOTE_OVER_TIME', workingDays, maxWorkingDays })
  return ok(quote)
}
