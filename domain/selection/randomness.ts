import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { hashOfText, isBeaconOf } from './drand-beacon.ts'
import type { BlsCheck } from './drand-beacon.ts'
import { isFrozenInTime, rungWindows } from './draw-method.ts'
import type { DrawInstants, DrawMethod, Rung } from './draw-method.ts'
import { checkLotteryNumbers } from './lottery.ts'
import type { Digest, KeySource } from './rfc3797.ts'

/** A contribution of one bidder, by the place in the frozen pool: committed to at sign-up, revealed after closing, or not. */
export interface Contribution {
  readonly place: number
  /** SHA-256 of the contribution's UTF-8, hex */
  readonly hash: string
  readonly text: string | null
}

/** The public randomness that came, with all that proves it. `rung` is the index in the ladder. */
export type Randomness =
  | {
      readonly kind: 'DRAND'
      readonly rung: number
      readonly round: number
      readonly randomness: string
      readonly signature: string
      readonly previousSignature?: string
    }
  | {
      readonly kind: 'LOTTERY'
      readonly rung: number
      readonly drawnOn: string
      readonly issue: string
      /** Six red ascending, then the blue one */
      readonly numbers: readonly number[]
    }
  | { readonly kind: 'CONTRIBUTIONS'; readonly rung: number; readonly contributions: readonly Contribution[] }

/** What proofs are checked with. */
export interface ProofTools {
  readonly sha256: Digest
  readonly checkBls: BlsCheck
}

export type RandomnessRefusal =
  | { readonly code: 'RANDOMNESS_OF_ANOTHER_RUNG'; readonly rung: number; readonly kind: string }
  | { readonly code: 'POOL_FROZEN_LATE'; readonly frozenAt: string; readonly dueAt: string }
  | { readonly code: 'BEACON_NOT_GENUINE'; readonly round: number }
  | { readonly code: 'LOTTERY_DAY_WRONG'; readonly expected: string; readonly found: string }
  | { readonly code: 'LOTTERY_NUMBERS_INVALID' }
  | { readonly code: 'CONTRIBUTION_NOT_AS_COMMITTED'; readonly place: number }
  | { readonly code: 'TOO_FEW_CONTRIBUTIONS'; readonly found: number; readonly needed: number }

/** The part of the key string that the randomness is, as it stands there: `readRandomness` says whether it may. */
export function keySourceOf(randomness: Randomness, sha256: Digest): KeySource {
  switch (randomness.kind) {
    case 'DRAND':
      return { kind: 'TEXT', text: randomness.randomness }
    case 'LOTTERY':
      return { kind: 'NUMBERS', numbers: randomness.numbers }
    case 'CONTRIBUTIONS': {
      const revealed = revealedOf(randomness).map(({ place, text }) => [place, text])
      return { kind: 'TEXT', text: hashOfText(canonicalJson(revealed), sha256) }
    }
  }
}

const revealedOf = ({ contributions }: Of<Randomness, 'CONTRIBUTIONS'>) =>
  contributions.flatMap(({ place, text }) => (text === null ? [] : [{ place, text }])).sort((a, b) => a.place - b.place)

/**
 * Whether the randomness is what the method fixed, and its part of the key string. A drand round counts only for a pool that was frozen
 * before the round was due: who could still touch the pool would know the number.
 */
export function readRandomness(
  method: DrawMethod,
  instants: DrawInstants,
  randomness: Randomness,
  tools: ProofTools,
): Result<KeySource, RandomnessRefusal> {
  const rung = method.ladder[randomness.rung]
  if (rung?.kind === 'DRAND' && randomness.kind === 'DRAND') return readBeacon(rung, instants, randomness, tools)
  if (rung?.kind === 'LOTTERY' && randomness.kind === 'LOTTERY') return readLottery(method, instants, randomness, tools)
  if (rung?.kind === 'CONTRIBUTIONS' && randomness.kind === 'CONTRIBUTIONS') return readContributions(rung, randomness, tools)
  return refuse({ code: 'RANDOMNESS_OF_ANOTHER_RUNG', rung: randomness.rung, kind: randomness.kind })
}

type Of<Union, Kind> = Extract<Union, { readonly kind: Kind }>

function readBeacon(
  rung: Of<Rung, 'DRAND'>,
  { frozenAt }: DrawInstants,
  beacon: Of<Randomness, 'DRAND'>,
  { sha256, checkBls }: ProofTools,
): Result<KeySource, RandomnessRefusal> {
  if (!isFrozenInTime(rung, frozenAt)) return refuse({ code: 'POOL_FROZEN_LATE', frozenAt: frozenAt.toISOString(), dueAt: rung.dueAt })
  if (!isBeaconOf(rung.chain, rung.round, beacon, sha256, checkBls)) return refuse({ code: 'BEACON_NOT_GENUINE', round: rung.round })
  return ok(keySourceOf(beacon, sha256))
}

function readLottery(
  method: DrawMethod,
  instants: DrawInstants,
  drawing: Of<Randomness, 'LOTTERY'>,
  { sha256 }: ProofTools,
): Result<KeySource, RandomnessRefusal> {
  const { rung, drawnOn, numbers } = drawing
  const expected = rungWindows(method, instants)[rung]?.drawnOn ?? ''
  if (drawnOn !== expected) return refuse({ code: 'LOTTERY_DAY_WRONG', expected, found: drawnOn })
  const checked = checkLotteryNumbers({ red: numbers.slice(0, -1), blue: numbers.at(-1) ?? 0 })
  if (!checked.ok || canonicalJson(checked.value) !== canonicalJson(numbers)) return refuse({ code: 'LOTTERY_NUMBERS_INVALID' })
  return ok(keySourceOf(drawing, sha256))
}

function readContributions(
  { minimum }: Of<Rung, 'CONTRIBUTIONS'>,
  randomness: Of<Randomness, 'CONTRIBUTIONS'>,
  { sha256 }: ProofTools,
): Result<KeySource, RandomnessRefusal> {
  const wrong = randomness.contributions.find(({ text, hash }) => text !== null && hashOfText(text, sha256) !== hash)
  if (wrong) return refuse({ code: 'CONTRIBUTION_NOT_AS_COMMITTED', place: wrong.place })
  const found = revealedOf(randomness).length
  return found < minimum ? refuse({ code: 'TOO_FEW_CONTRIBUTIONS', found, needed: minimum }) : ok(keySourceOf(randomness, sha256))
}

/** Places of those who committed to a contribution and withheld it. */
export const withholdersOf = (randomness: Randomness): readonly number[] =>
  randomness.kind === 'CONTRIBUTIONS' ? randomness.contributions.flatMap(({ place, text }) => (text === null ? [place] : [])) : []
