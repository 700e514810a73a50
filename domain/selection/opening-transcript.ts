import type { Quote, QuoteFrame, QuoteProblem } from './quote.ts'
import { readQuote } from './sealed-quote.ts'

export const OPENING_FORMAT = 'xinxuan-opening/1'

/** One key of the two: public from the announcement, secret until the opening, public afterwards. */
export interface OpenedKey {
  readonly recipient: string
  readonly identity: string
}

/** One quote as it was handed in, and what came out. */
export interface TranscribedQuote {
  readonly uscc: string
  readonly name: string
  readonly sequence: number
  /** SHA-256 of the ciphertext, hex: the bidder's receipt */
  readonly sha256: string
  /** ISO instant */
  readonly receivedAt: string
  readonly isSealedByBidder: boolean
  /** age in age, armoured */
  readonly ciphertext: string
  readonly offered: Pick<Quote, 'feeFen' | 'workingDays' | 'plan'> | null
  readonly problem: QuoteProblem | null
  /** Earlier ones, which did not count: their receipts */
  readonly replaced: readonly { readonly sequence: number; readonly sha256: string; readonly receivedAt: string }[]
}

/** The record of an opening 开启记录: everything that anyone needs to open each quote again. */
export interface OpeningTranscript {
  readonly format: typeof OPENING_FORMAT
  readonly selection: string
  readonly ceilingFen: number | null
  readonly maxWorkingDays: number | null
  /** ISO instant */
  readonly opensAt: string
  /** ISO instant */
  readonly openedAt: string
  readonly supervisor: OpenedKey & { readonly name: string }
  readonly platform: OpenedKey
  /** By USCC. */
  readonly quotes: readonly TranscribedQuote[]
  /** Who signed up and handed in no quote. */
  readonly withoutQuote: readonly { readonly uscc: string; readonly name: string }[]
}

/** What checking needs of the outside, so that browser, server and command line each bring their own. */
export interface OpeningTools {
  /** SHA-256, hex */
  hash(text: string): string | Promise<string>
  /** The recipient of an identity; null for what is none */
  recipientOf(identity: string): Promise<string | null>
  /** Opens an armoured age-in-age text with both identities; null where they don't fit */
  openerOf(identities: { readonly supervisor: string; readonly platform: string }): Promise<(ciphertext: string) => Promise<string | null>>
}

/** Where a transcript breaks. */
export interface OpeningFault {
  readonly code: 'KEY_MISMATCH' | 'HASH_MISMATCH' | 'HASH_TWICE' | 'CONTENT_MISMATCH' | 'OPENED_EARLY'
  /** The key's holder, or the firm whose quote it is */
  readonly of: string
}

/** What the opened text says: the quote, or why it is none. `null`: the two keys did not open it. */
export function quoteOf(text: string | null, frame: QuoteFrame): Pick<TranscribedQuote, 'offered' | 'problem'> {
  if (text === null) return { offered: null, problem: { code: 'QUOTE_UNREADABLE' } }
  const read = readQuote(text, frame)
  if (!read.ok) return { offered: null, problem: read.refusal }
  const { feeFen, workingDays, plan } = read.value
  return { offered: { feeFen, workingDays, plan }, problem: null }
}

/** Opens every quote again and compares: empty when the transcript is true to its ciphertexts, else every place where it breaks. */
export async function checkOpening(transcript: OpeningTranscript, tools: OpeningTools): Promise<readonly OpeningFault[]> {
  const { supervisor, platform, quotes, openedAt, opensAt } = transcript
  const faults: OpeningFault[] = openedAt < opensAt ? [{ code: 'OPENED_EARLY', of: 'platform' }] : []
  const keys = { supervisor, platform }
  for (const holder of ['supervisor', 'platform'] as const) {
    const { recipient, identity } = keys[holder]
    if ((await tools.recipientOf(identity)) !== recipient) faults.push({ code: 'KEY_MISMATCH', of: holder })
  }
  if (faults.some(({ code }) => code === 'KEY_MISMATCH')) return faults
  const open = await tools.openerOf({ supervisor: supervisor.identity, platform: platform.identity })
  const met = new Set<string>()
  for (const quote of quotes) {
    if (met.has(quote.sha256)) faults.push({ code: 'HASH_TWICE', of: quote.uscc })
    met.add(quote.sha256)
    if ((await tools.hash(quote.ciphertext)) !== quote.sha256) faults.push({ code: 'HASH_MISMATCH', of: quote.uscc })
    const { selection, ceilingFen, maxWorkingDays } = transcript
    const again = quoteOf(await open(quote.ciphertext), { selection, ceilingFen, maxWorkingDays, uscc: quote.uscc })
    if (!isSame(again, quote)) faults.push({ code: 'CONTENT_MISMATCH', of: quote.uscc })
  }
  return faults
}

type Content = Pick<TranscribedQuote, 'offered' | 'problem'>
function isSame(a: Content, b: Content): boolean {
  const [one, other] = [a.offered, b.offered]
  const isSameOffer = one?.feeFen === other?.feeFen && one?.workingDays === other?.workingDays && one?.plan === other?.plan
  return isSameOffer && a.problem?.code === b.problem?.code
}
