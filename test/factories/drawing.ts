import { createHash } from 'node:crypto'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { quicknet } from '#domain/selection/drand-beacon.ts'
import type { BlsCheck, DrandBeacon, DrandChain } from '#domain/selection/drand-beacon.ts'
import { publishMethod } from '#domain/selection/draw-method.ts'
import type { EvaluatedBidder, EvaluationFacts } from '#domain/selection/evaluation-facts.ts'
import type { DrawMaterial } from '#domain/selection/make-transcript.ts'
import { freezePool } from '#domain/selection/pool.ts'
import { hasQuotes } from '#domain/selection/selection.ts'
import type { SelectionMode } from '#domain/selection/selection.ts'
import { ZZ_SELECTION_1 } from '#domain/selection/zz-selection-1.ts'
import { checkBls } from '#services/selection/check-bls.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
export const hashOfText = (text: string): string => hex(sha256(Buffer.from(text)))

/** A chain of the scheme of quicknet under a key of our own, so that rounds of any time can be made; genuine in everything but its name. */
export function testBeacon(seed = 'test chain') {
  const { shortSignatures } = bls12_381
  const secretKey = Uint8Array.from(sha256(Buffer.from(seed)))
  secretKey[0] = 0
  const chain: DrandChain = { ...quicknet, hash: hashOfText(seed), publicKey: shortSignatures.getPublicKey(secretKey).toHex() }
  const beaconOf = (round: number): DrandBeacon => {
    const number = Buffer.alloc(8)
    number.writeBigUInt64BE(BigInt(round))
    const message = shortSignatures.hash(sha256(number), 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_')
    const signature = shortSignatures.sign(message, secretKey).toBytes()
    return { round, signature: hex(signature), randomness: hex(sha256(signature)) }
  }
  return { chain, beaconOf }
}

/** The tools of a check, and the chain made above beside the real one. A signature that was checked once isn't checked again. */
export function proofTools(...chains: readonly DrandChain[]) {
  const known = new Map<string, boolean>()
  const remembered: BlsCheck = (asked) => {
    const key = [asked.signatureGroup, asked.tag, asked.publicKey, asked.signature, asked.message].map(String).join(' ')
    const answer = known.get(key) ?? checkBls(asked)
    known.set(key, answer)
    return answer
  }
  return { sha256, checkBls: remembered, chains: [quicknet, ...chains] }
}

const uuid = (n: number): string => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** A frozen pool of `size` invented firms. @param contributions by place */
export function samplePool(selectionNumber: string, frozenAt: Date, size: number, contributions: Readonly<Record<number, string>> = {}) {
  const bidders = Array.from({ length: size }, (_, index) => ({
    ...{ signUpId: uuid(index + 1), uscc: `91410100${String(index).padStart(10, '0')}`, name: `示例机构${index + 1}` },
    ...{ offeringId: uuid(100_000 + index), offeringVersion: 1, feeFen: 1_000_000 + index, promisedWorkingDays: 10, grade: 'B' as const },
    ...{ score: 75 + (index % 20), signedUpAt: '2026-11-10T01:00:00.000Z' },
    contributionHash: contributions[index + 1] === undefined ? null : hashOfText(contributions[index + 1] ?? ''),
  }))
  return freezePool(selectionNumber, frozenAt, bidders)
}

const { parameters } = ZZ_SELECTION_1

/** Facts of an evaluation under ZZ-SELECTION-1. @param fees by place; quote modes only */
export function sampleFacts(
  mode: SelectionMode,
  size: number,
  fees: readonly number[] = [],
  criteria: EvaluationFacts['criteria'] = [],
): EvaluationFacts {
  const bidders = Array.from({ length: size }, (_, index): EvaluatedBidder => {
    const feeFen = fees[index]
    const quote = hasQuotes(mode) && feeFen !== undefined ? { feeFen, workingDays: 10, isExplained: false } : null
    return {
      ...{ place: index + 1, signUpId: uuid(index + 1), score: 75 + (index % 20), quote, points: {} },
      out: hasQuotes(mode) && quote === null ? { code: 'NO_QUOTE' } : null,
    }
  })
  return {
    ...{ mode, bidders, criteria, minimum: parameters.minimumPool.value[mode].STATE },
    abnormallyLowShare: parameters.abnormallyLowShare.value,
    percents: parameters.averagePercents.value,
    creditTailShare: parameters.creditTailShare.value,
    shortlistSize: parameters.shortlistSize.value,
    unratedScore: parameters.unratedScore.value,
  }
}

export const sampleClosesAt = new Date('2026-11-11T10:00:00.000Z')
export const sampleSecret = '4f'.repeat(32)

/** Everything of a draw by the beacon, for a pool of `size`. */
export function sampleMaterial(
  mode: SelectionMode,
  size: number,
  { fees, secret = sampleSecret }: { fees?: readonly number[]; secret?: string } = {},
) {
  const { chain, beaconOf } = testBeacon()
  const number = 'XX-2026-000123'
  const method = publishMethod(number, sampleClosesAt, chain, parameters.drawTimes.value)
  const [rung] = method.ladder
  if (rung?.kind !== 'DRAND') throw new Error('no beacon rung')
  const frozenAt = new Date(sampleClosesAt.getTime() + 90_000)
  const material: DrawMaterial = {
    ...{ method, secret, secretHash: hashOfText(secret), committedAt: new Date('2026-11-05T02:00:00.000Z') },
    ...{ pool: samplePool(number, frozenAt, size), neededAt: frozenAt, facts: sampleFacts(mode, size, fees) },
    ...{ randomness: { kind: 'DRAND', rung: 0, ...beaconOf(rung.round) }, drawnAt: new Date(Date.parse(rung.dueAt) + 5_000) },
  }
  return { material, tools: proofTools(chain), chain, beaconOf }
}
