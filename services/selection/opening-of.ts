import { quoteOf } from '#domain/selection/opening-transcript.ts'
import type { TranscribedQuote } from '#domain/selection/opening-transcript.ts'
import type { QuoteFrame } from '#domain/selection/quote.ts'
import type { Opener } from './quote-opener.ts'
import type { SealedBid } from './load-sealed-bids.ts'

/** A bid with what came out of its last ciphertext. */
export interface OpenedBid {
  readonly bid: SealedBid
  readonly quoteId: string
  readonly transcribed: TranscribedQuote
}

/** Opened at a time: enough to keep the crypto threads busy, few enough that a large selection doesn't hold everything in memory at once. */
const AT_ONCE = 32

/** Opens the last quote of every bid that has one. */
export async function openBids(bids: readonly SealedBid[], open: Opener, frame: Omit<QuoteFrame, 'uscc'>): Promise<readonly OpenedBid[]> {
  const opened: OpenedBid[] = []
  for (let from = 0; from < bids.length; from += AT_ONCE) {
    const batch = await Promise.all(bids.slice(from, from + AT_ONCE).map((bid) => openBid(bid, open, frame)))
    opened.push(...batch.flatMap((one) => one ?? []))
  }
  return opened
}

async function openBid(bid: SealedBid, open: Opener, frame: Omit<QuoteFrame, 'uscc'>): Promise<OpenedBid | null> {
  const [last, ...earlier] = bid.quotes
  if (!last) return null
  const { id, receivedAt, ...quote } = last
  const { uscc, name } = bid
  const content = quoteOf(await open(quote.ciphertext), { ...frame, uscc })
  const replaced = earlier.map(({ sequence, sha256, receivedAt: at }) => ({ sequence, sha256, receivedAt: at.toISOString() }))
  return { bid, quoteId: id, transcribed: { uscc, name, ...quote, receivedAt: receivedAt.toISOString(), ...content, replaced } }
}
