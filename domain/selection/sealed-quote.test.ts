import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { abnormallyLow, medianFen } from './abnormal-low.ts'
import { quoteLimits, quoteText, sealedBlockBytes } from './quote.ts'
import { quoteCeilingFen } from './quote-ceiling.ts'
import { decideQuoteSubmission, decideRelease, readQuote, sealingTransitions } from './sealed-quote.ts'
import type { QuoteArrival } from './sealed-quote.ts'

const frame = { selection: 'XX-2026-000001', uscc: '91410100MADEM00001', ceilingFen: 2_000_000, maxWorkingDays: 30 }
const quote = { selection: frame.selection, uscc: frame.uscc, feeFen: 1_500_000, workingDays: 20, plan: '现场踏勘。' }
const zeros = (characters: number) => '0'.repeat(characters)
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'OK' : result.refusal?.code)

it('the seal goes one way: released or given up, opened only when released', () =>
  expect(faultsOf(sealingTransitions, 'SEALED', ['OPENED', 'ABANDONED'])).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] }))

describe('the text under the seal', () => {
  it('is read again as it was written, whatever the plan says', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 2_000_000 }), (plan, feeFen) => {
        expect(readQuote(quoteText({ ...quote, plan, feeFen }, zeros), frame)).toEqual({ ok: true, value: { ...quote, plan, feeFen } })
      }),
    ))

  it('fills whole blocks: its length tells nothing of the figures', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.integer({ min: 1, max: quoteLimits.feeFen }), (plan, feeFen) => {
        const bytes = new TextEncoder().encode(quoteText({ ...quote, plan, feeFen }, zeros)).length
        expect(bytes % sealedBlockBytes).toBe(0)
      }),
    ))

  it('the longest plan fits the longest ciphertext', () => {
    const bytes = new TextEncoder().encode(quoteText({ ...quote, plan: '方'.repeat(quoteLimits.planCharacters) }, zeros)).length
    // Two headers of some 200 bytes, base64 by four thirds, a line end every 64.
    expect(((bytes + 500) * 4 * 65) / (3 * 64)).toBeLessThan(quoteLimits.ciphertextCharacters)
  })

  test.each<[string, unknown, string]>([
    ['no JSON', '报价一百元', 'QUOTE_MALFORMED'],
    ['a field too many', { ...quote, nonce: zeros(32), note: '' }, 'QUOTE_MALFORMED'],
    ['no nonce', quote, 'QUOTE_MALFORMED'],
    ['a fee in text', { ...quote, nonce: zeros(32), feeFen: '1500000' }, 'QUOTE_MALFORMED'],
    ['a fee of nothing', { ...quote, nonce: zeros(32), feeFen: 0 }, 'QUOTE_MALFORMED'],
    ['another selection', { ...quote, nonce: zeros(32), selection: 'XX-2026-000002' }, 'QUOTE_OF_OTHER_SELECTION'],
    ['another firm', { ...quote, nonce: zeros(32), uscc: '91410100MADEM00002' }, 'QUOTE_OF_OTHER_FIRM'],
    ['R3: over the ceiling', { ...quote, nonce: zeros(32), feeFen: 2_000_001 }, 'QUOTE_OVER_CEILING'],
    ['at the ceiling', { ...quote, nonce: zeros(32), feeFen: 2_000_000 }, 'OK'],
    ['over the longest time', { ...quote, nonce: zeros(32), workingDays: 31 }, 'QUOTE_OVER_TIME'],
  ])('%s', (_, content, expected) => {
    expect(codeOf(readQuote(typeof content === 'string' ? content : JSON.stringify(content), frame))).toBe(expected)
  })
})

describe('when a quote counts', () => {
  const at = (text: string) => new Date(text)
  const arrival: QuoteArrival = {
    ...{ now: at('2026-11-04T02:00:00Z'), signUpState: 'ACTIVE', isInSignUp: true, hasSealing: true },
    ...{ opensForSignUpAt: at('2026-11-02T01:00:00Z'), closesAt: at('2026-11-05T09:00:00Z') },
  }
  test.each<[string, Partial<QuoteArrival>, string]>([
    ['in time', {}, 'OK'],
    ['the last millisecond', { now: at('2026-11-05T08:59:59.999Z') }, 'OK'],
    ['at the line', { now: at('2026-11-05T09:00:00Z') }, 'QUOTES_CLOSED'],
    ['in time but closed by cancelling', { isInSignUp: false }, 'QUOTES_CLOSED'],
    ['before sign-up', { now: at('2026-11-02T00:59:59Z'), isInSignUp: false }, 'QUOTES_NOT_OPEN'],
    ['after withdrawing', { signUpState: 'WITHDRAWN' }, 'SIGN_UP_NOT_ACTIVE'],
    ['where nothing is sealed', { hasSealing: false }, 'QUOTES_NOT_TAKEN'],
  ])('%s', (_, changes, expected) => expect(codeOf(decideQuoteSubmission({ ...arrival, ...changes }))).toBe(expected))

  const sealing = {
    state: 'SEALED',
    opensAt: at('2026-11-05T10:00:00Z'),
    releaseDueAt: at('2026-11-06T10:00:00Z'),
    isClosed: true,
  } as const
  test.each<[string, Partial<Parameters<typeof decideRelease>[0]>, string, string]>([
    ['a share before the opening', {}, '2026-11-05T09:59:59.999Z', 'RELEASE_TOO_EARLY'],
    ['a share while quotes may still come', { isClosed: false }, '2026-11-05T10:00:00Z', 'RELEASE_TOO_EARLY'],
    ['a share at the opening', {}, '2026-11-05T10:00:00Z', 'OK'],
    ['a share when the grace is over', {}, '2026-11-06T10:00:00Z', 'RELEASE_TOO_LATE'],
    ['a share twice', { state: 'RELEASED' }, '2026-11-05T10:00:00Z', 'SHARE_ALREADY_RELEASED'],
    ['a share after the opening was given up', { state: 'ABANDONED' }, '2026-11-05T11:00:00Z', 'RELEASE_TOO_LATE'],
  ])('%s', (_, changes, now, expected) => expect(codeOf(decideRelease({ ...sealing, ...changes }, at(now)))).toBe(expected))
})

describe('R3: a quote under 70 % of the median is explained', () => {
  const low = (...fees: readonly number[]) =>
    abnormallyLow(
      fees.map((feeFen, index) => ({ signUpId: `b${index}`, feeFen })),
      0.7,
    ).map(({ feeFen }) => feeFen)
  test.each<[string, readonly number[], readonly number[]]>([
    ['one under', [1000, 1000, 699], [699]],
    ['exactly 70 % is not under', [1000, 1000, 700], []],
    ['the median of an even number lies between', [600, 900, 1000, 1000], [600]],
    ['two quotes have no usual price', [100, 1000], []],
  ])('%s', (_, fees, expected) => expect(low(...fees)).toEqual(expected))

  it('the median may end in half a fen', () => expect(medianFen([1, 2])).toBe(1.5))
})

describe('R2, R3: the ceiling of a quote is the lower of the owner’s and the government’s', () => {
  const rule = { feeUnit: null, referenceSize: 1, feeCeiling: { kind: 'FIXED', feeFen: 1_000_000 } } as const
  const own = (ceilingFen: number | null) => ({ ceilingFen, size: null })
  it('whichever is lower, or none', () => {
    expect(quoteCeilingFen(own(900_000), { ...rule, feeBasis: 'GOVERNMENT_SET' })).toBe(900_000)
    expect(quoteCeilingFen(own(1_100_000), { ...rule, feeBasis: 'GOVERNMENT_SET' })).toBe(1_000_000)
    expect(quoteCeilingFen(own(null), { ...rule, feeBasis: 'GOVERNMENT_GUIDED' })).toBe(1_000_000)
    expect(quoteCeilingFen(own(null), { ...rule, feeBasis: 'MARKET' })).toBeNull()
  })
})
