import type { CreditGrade } from '#domain/credit/grade.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { drawPlaces, keyStringOf } from '#domain/selection/rfc3797.ts'
import type { Digest } from '#domain/selection/rfc3797.ts'
import type { VerificationWeights } from './verification-rule-set.ts'

/** A promise that could be verified, with what its giver's standing said when the sample was drawn. */
export interface Verifiable {
  readonly commitmentNumber: string
  readonly grade: CreditGrade
  readonly isRedListed: boolean
}

/** One place of the population as drawn from. */
export interface SamplePlace extends Verifiable {
  readonly tickets: number
}

/**
 * What a draw leaves behind 抽取记录: with it anybody draws again. The seed is the program's, made in the same instant in which the population
 * was fixed, so that nobody chose the one with the other in sight.
 */
export interface SampleRecord {
  readonly format: 'xinxuan-sample/1'
  readonly algorithm: 'RFC3797-SHA256'
  readonly planNumber: string
  /** 32 bytes, hex */
  readonly seed: string
  /** 0 < share ≤ 1 */
  readonly share: number
  /** In the order of commitment numbers. */
  readonly population: readonly SamplePlace[]
  /** SHA-256 (hex) of the canonical JSON of the population. */
  readonly populationHash: string
  readonly keyString: string
  /** Commitment numbers in the order drawn; all of the population, in its order, where the share is 1. */
  readonly drawn: readonly string[]
}

export type SampleRefusal = { readonly code: 'SHARE_OUT_OF_RANGE'; readonly share: number } | { readonly code: 'NOTHING_TO_VERIFY' }

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** How many are drawn of a population: the share, rounded up, so that a sample is never empty. */
export const sampleSize = (population: number, share: number): number => Math.min(population, Math.ceil(population * share))

/** The tickets of one promise: red-listed and grade A hold fewer (rulebook R1, a benefit of keeping faith). */
export const ticketsOf = ({ grade, isRedListed }: Verifiable, weights: VerificationWeights): number =>
  isRedListed ? weights.redListed : weights.byGrade[grade]

export interface SampleDraw {
  readonly planNumber: string
  readonly seed: string
  readonly share: number
  readonly candidates: readonly Verifiable[]
}

/** Draws whom to verify, without replacement, by RFC 3797 with tickets (see `drawPlaces`). The order of the candidates makes no difference. */
export function drawSample(
  { planNumber, seed, share, candidates }: SampleDraw,
  weights: VerificationWeights,
  sha256: Digest,
): Result<SampleRecord, SampleRefusal> {
  if (!(share > 0 && share <= 1)) return refuse({ code: 'SHARE_OUT_OF_RANGE', share })
  if (candidates.length === 0) return refuse({ code: 'NOTHING_TO_VERIFY' })
  const population = candidates
    .toSorted((a, b) => (a.commitmentNumber < b.commitmentNumber ? -1 : 1))
    .map(({ commitmentNumber, grade, isRedListed }): SamplePlace => {
      const one = { commitmentNumber, grade, isRedListed }
      return { ...one, tickets: ticketsOf(one, weights) }
    })
  const populationHash = hex(sha256(new TextEncoder().encode(canonicalJson(population))))
  const keyString = keyStringOf([planNumber, populationHash, seed].map((text) => ({ kind: 'TEXT', text })))
  const numbers = population.map((place) => place.commitmentNumber)
  const tickets = population.map((place) => place.tickets)
  const size = sampleSize(population.length, share)
  const drawn = share === 1 ? numbers : drawPlaces(keyString, tickets, size, sha256).map((place) => numbers[place - 1] ?? '')
  return ok({
    ...{ format: 'xinxuan-sample/1', algorithm: 'RFC3797-SHA256', planNumber, seed, share },
    ...{ population, populationHash, keyString, drawn },
  })
}

/** Whether drawing again from what the record says gives what it says was drawn. */
export function isSampleAsDrawn(record: SampleRecord, weights: VerificationWeights, sha256: Digest): boolean {
  const { planNumber, seed, share, population } = record
  const again = drawSample({ planNumber, seed, share, candidates: population }, weights, sha256)
  return again.ok && canonicalJson(again.value) === canonicalJson(record)
}
