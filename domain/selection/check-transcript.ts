import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { hashOfText, roundDueAt } from './drand-beacon.ts'
import type { DrandChain } from './drand-beacon.ts'
import { makeDraw, ordersOf } from './draw.ts'
import { rungKinds, rungWindows } from './draw-method.ts'
import type { DrawTranscript } from './draw-transcript.ts'
import { drawsOf, evaluate } from './evaluate-selection.ts'
import { canonicalPool } from './pool.ts'
import { keySourceOf, readRandomness, withholdersOf } from './randomness.ts'
import type { ProofTools } from './randomness.ts'

/** Where a transcript breaks: a code and the facts of the sentence. */
export type Fault = { readonly code: string } & Readonly<Record<string, unknown>>

const isSame = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)

/** The method is that of this selection, made before closing, and each rung stands once, in order, on a chain whose word is taken. */
export function checkMethod({ method, selectionNumber, committedAt }: DrawTranscript, chains: readonly DrandChain[]): Fault | null {
  if (method.selectionNumber !== selectionNumber) return { code: 'METHOD_OF_OTHER_SELECTION', found: method.selectionNumber }
  if (committedAt >= method.closesAt) return { code: 'COMMITTED_AFTER_CLOSING', committedAt, closesAt: method.closesAt }
  const order = rungKinds.filter((kind) => method.ladder.some((rung) => rung.kind === kind))
  if (
    !isSame(
      order,
      method.ladder.map(({ kind }) => kind),
    )
  )
    return { code: 'LADDER_DISORDERED' }
  const beacon = method.ladder.find((rung) => rung.kind === 'DRAND')
  if (!beacon) return null
  if (!chains.some((chain) => isSame(chain, beacon.chain))) return { code: 'CHAIN_UNKNOWN', chain: beacon.chain.hash }
  const dueAt = roundDueAt(beacon.chain, beacon.round).toISOString()
  if (beacon.dueAt !== dueAt) return { code: 'ROUND_NOT_DUE_THEN', round: beacon.round, expected: dueAt, found: beacon.dueAt }
  return dueAt > method.closesAt ? null : { code: 'ROUND_BEFORE_CLOSING', round: beacon.round, dueAt, closesAt: method.closesAt }
}

/** The pool is that of this selection, frozen after closing, complete, in its one order, and its hash the one the draw was made with. */
export function checkPool({ pool, poolHash, selectionNumber, method }: DrawTranscript, { sha256 }: ProofTools): Fault | null {
  if (pool.selectionNumber !== selectionNumber) return { code: 'POOL_OF_OTHER_SELECTION', found: pool.selectionNumber }
  const expected = hashOfText(canonicalPool(pool), sha256)
  if (poolHash !== expected) return { code: 'POOL_ALTERED', expected, found: poolHash }
  if (pool.frozenAt < method.closesAt) return { code: 'POOL_FROZEN_BEFORE_CLOSING', frozenAt: pool.frozenAt, closesAt: method.closesAt }
  const late = pool.places.find(({ signedUpAt }) => signedUpAt >= method.closesAt)
  if (late) return { code: 'SIGNED_UP_AFTER_CLOSING', place: late.place, signedUpAt: late.signedUpAt }
  const wrong = pool.places.findIndex(({ place, uscc }, index) => place !== index + 1 || (pool.places[index - 1]?.uscc ?? '') >= uscc)
  return wrong < 0 ? null : { code: 'POOL_DISORDERED', place: wrong + 1 }
}

/** The randomness is what the method fixed, of the rung whose turn it was, and came before the draw. */
export function checkRandomness(transcript: DrawTranscript, tools: ProofTools): Fault | null {
  const { method, pool, randomness, drawnAt, neededAt } = transcript
  if (neededAt < pool.frozenAt) return { code: 'NEEDED_BEFORE_CLOSING', neededAt, frozenAt: pool.frozenAt }
  const instants = { frozenAt: new Date(pool.frozenAt), neededAt: new Date(neededAt) }
  const read = readRandomness(method, instants, randomness, tools)
  if (!read.ok) return read.refusal
  const opensAt = rungWindows(method, instants)[randomness.rung]?.opensAt.toISOString() ?? ''
  if (drawnAt < opensAt) return { code: 'DRAWN_BEFORE_ITS_SOURCE', drawnAt, opensAt }
  if (randomness.kind !== 'CONTRIBUTIONS') return null
  const committed = pool.places.flatMap(({ place, contributionHash }) =>
    contributionHash === null ? [] : [{ place, hash: contributionHash }],
  )
  const given = randomness.contributions.map(({ place, hash }) => ({ place, hash }))
  return isSame(committed, given) ? null : { code: 'CONTRIBUTIONS_NOT_OF_THE_POOL' }
}

/** The facts are about the bidders of the pool, each with the credit frozen there. */
export function checkFacts({ facts, pool }: DrawTranscript): Fault | null {
  if (facts.bidders.length !== pool.places.length)
    return { code: 'FACTS_NOT_OF_THE_POOL', place: Math.min(facts.bidders.length, pool.places.length) + 1 }
  const wrong = facts.bidders.find((bidder, index) => {
    const place = pool.places[index]
    return bidder.place !== place?.place || bidder.signUpId !== place.signUpId || bidder.score !== place.score
  })
  return wrong ? { code: 'FACTS_NOT_OF_THE_POOL', place: wrong.place } : null
}

/** Every draw the facts need was made, no other, and each comes out the same when made again. */
export function checkDraws(transcript: DrawTranscript, { sha256 }: ProofTools): Fault | null {
  const { randomness, facts, poolHash, secret, selectionNumber } = transcript
  const specs = drawsOf(facts)
  const [needed, made] = [specs.map(({ label }) => label), transcript.draws.map(({ label }) => label)]
  if (!isSame(needed, made)) return { code: 'DRAWS_NOT_THOSE_NEEDED', needed: needed.join(' '), found: made.join(' ') }
  const key = { selectionNumber, poolHash, secret, publicRandomness: keySourceOf(randomness, sha256) }
  for (const [index, spec] of specs.entries()) {
    const again = makeDraw(key, spec, withholdersOf(randomness), sha256)
    const told = transcript.draws[index]
    if (told?.keyString !== again.keyString)
      return { code: 'KEY_STRING_DIFFERS', label: spec.label, expected: again.keyString, found: told?.keyString ?? '' }
    const pick = again.drawn.findIndex((entry, at) => told.drawn[at] !== entry)
    if (pick >= 0 || told.drawn.length !== again.drawn.length) {
      const at = pick >= 0 ? pick : again.drawn.length
      return { code: 'PICK_DIFFERS', label: spec.label, pick: at + 1, expected: again.drawn[at] ?? null, found: told.drawn[at] ?? null }
    }
  }
  return null
}

/** The result is the one that facts and draws give. */
export function checkResult({ facts, draws, result }: DrawTranscript): Fault | null {
  const again = evaluate(facts, ordersOf(draws))
  if (!again.ok) return { ...again.refusal, code: 'RESULT_IMPOSSIBLE', because: again.refusal.code }
  if (isSame(again.value, result)) return null
  const place = again.value.ranking.findIndex((one, index) => !isSame(one, result.ranking[index] ?? null))
  return place >= 0
    ? {
        code: 'RANKING_DIFFERS',
        place: place + 1,
        expected: again.value.ranking[place]?.signUpId,
        found: result.ranking[place]?.signUpId ?? null,
      }
    : { code: 'RESULT_DIFFERS' }
}
