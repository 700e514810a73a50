import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { firstRoundFrom, isBeaconOf, quicknet, roundDueAt } from '#domain/selection/drand-beacon.ts'
import type { BeaconScheme, DrandChain } from '#domain/selection/drand-beacon.ts'
import { checkBls } from '#services/selection/check-bls.ts'

interface ChainInfo {
  readonly public_key: string
  readonly period: number
  readonly genesis_time: number
  readonly hash: string
  readonly groupHash: string
  readonly schemeID: BeaconScheme
  readonly metadata: { readonly beaconID: string }
}
interface Beacon {
  readonly round: number
  readonly randomness: string
  readonly signature: string
  readonly previous_signature?: string
}
interface Vector {
  readonly id: string
  readonly chainInfo: ChainInfo
  readonly requestedRound: number
  readonly beacon: Beacon
  readonly roundTimes?: readonly { readonly round: number; readonly unixMs: number }[]
  readonly negative: readonly {
    readonly why: string
    readonly requestedRound: number
    readonly beacon: Beacon
    readonly chainInfo?: ChainInfo
  }[]
}

const { vectors } = JSON.parse(readFileSync('test/vectors/drand.json', 'utf8')) as { vectors: Vector[] }
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

const chainOf = (info: ChainInfo): DrandChain => ({
  hash: info.hash,
  scheme: info.schemeID,
  publicKey: info.public_key,
  periodSeconds: info.period,
  genesisSeconds: info.genesis_time,
})
const accepts = (info: ChainInfo, round: number, { previous_signature, ...beacon }: Beacon) =>
  isBeaconOf(
    chainOf(info),
    round,
    { ...beacon, ...(previous_signature === undefined ? {} : { previousSignature: previous_signature }) },
    sha256,
    checkBls,
  )

describe.each(vectors)('$id', ({ chainInfo, requestedRound, beacon, negative, roundTimes = [] }) => {
  test('the beacon verifies offline', () => {
    expect(accepts(chainInfo, requestedRound, beacon)).toBe(true)
  })

  test.each(negative)('rejected: $why', ({ requestedRound: round, beacon: altered, chainInfo: other }) => {
    expect(accepts(other ?? chainInfo, round, altered)).toBe(false)
  })

  test.each(roundTimes)('round $round is due at its time, and is the first from there', ({ round, unixMs }) => {
    const due = new Date(unixMs)
    expect(roundDueAt(chainOf(chainInfo), round)).toEqual(due)
    expect(firstRoundFrom(chainOf(chainInfo), due)).toBe(round)
    expect(firstRoundFrom(chainOf(chainInfo), new Date(unixMs + 1))).toBe(round + 1)
  })

  test('the chain’s name is the hash of its parameters', () => {
    expect(chainHash(chainInfo)).toBe(chainInfo.hash)
  })
})

test('quicknet as pinned is the chain of that name: its hash covers key, period and start', () => {
  const groupHash = 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e'
  const { publicKey, periodSeconds, genesisSeconds, hash } = quicknet
  const info = { public_key: publicKey, period: periodSeconds, genesis_time: genesisSeconds, groupHash, metadata: { beaconID: 'quicknet' } }
  expect(chainHash(info)).toBe(hash)
})

/** drand's own definition of a chain's hash. */
function chainHash(info: Pick<ChainInfo, 'public_key' | 'period' | 'genesis_time' | 'groupHash' | 'metadata'>): string {
  const numbers = Buffer.alloc(12)
  numbers.writeUInt32BE(info.period, 0)
  numbers.writeBigInt64BE(BigInt(info.genesis_time), 4)
  const name = info.metadata.beaconID === 'default' ? '' : info.metadata.beaconID
  return createHash('sha256')
    .update(numbers)
    .update(Buffer.from(info.public_key, 'hex'))
    .update(Buffer.from(info.groupHash, 'hex'))
    .update(name)
    .digest('hex')
}
