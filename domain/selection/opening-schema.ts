import { z } from 'zod'
import { OPENING_FORMAT } from './opening-transcript.ts'
import { quoteLimits } from './quote.ts'

const instant = z.iso.datetime({ precision: 3 })
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const key = { recipient: z.string().regex(/^age1[0-9a-z]{58}$/), identity: z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/) }
const firm = { uscc: z.string().min(1).max(40), name: z.string().min(1).max(500) }

const offered = z.strictObject({ feeFen: z.int(), workingDays: z.int(), plan: z.string() })
const replaced = z.strictObject({ sequence: z.int().min(1), sha256: hash, receivedAt: instant })
const quote = z.strictObject({
  ...firm,
  sequence: z.int().min(1),
  sha256: hash,
  receivedAt: instant,
  isSealedByBidder: z.boolean(),
  ciphertext: z.string().max(quoteLimits.ciphertextCharacters),
  offered: offered.nullable(),
  problem: z
    .looseObject({
      code: z.enum([
        'QUOTE_UNREADABLE',
        'QUOTE_MALFORMED',
        'QUOTE_OF_OTHER_SELECTION',
        'QUOTE_OF_OTHER_FIRM',
        'QUOTE_OVER_CEILING',
        'QUOTE_OVER_TIME',
      ]),
    })
    .nullable(),
  replaced: z.array(replaced),
})

/** The record of an opening as a file that somebody brings: nothing in it is taken on trust, and nothing beside it is let through. */
export const openingTranscriptSchema = z.strictObject({
  format: z.literal(OPENING_FORMAT),
  selection: z.string().min(1).max(40),
  ceilingFen: z.int().nullable(),
  maxWorkingDays: z.int().nullable(),
  opensAt: instant,
  openedAt: instant,
  supervisor: z.strictObject({ ...key, name: z.string() }),
  platform: z.strictObject(key),
  quotes: z.array(quote),
  withoutQuote: z.array(z.strictObject(firm)),
})
