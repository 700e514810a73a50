import type { Digest } from './rfc3797.ts'

/** Where a beacon's signatures lie: on G2 with 48-byte keys on G1, or the other way round. */
export type BeaconScheme = 'pedersen-bls-chained' | 'pedersen-bls-unchained' | 'bls-unchained-g1-rfc9380'

/** A drand chain as pinned in a published method: who knows these numbers can check every round offline. */
export interface DrandChain {
  /** SHA-256 of the chain's parameters, hex: its name */
  readonly hash: string
  readonly scheme: BeaconScheme
  /** hex */
  readonly publicKey: string
  readonly periodSeconds: number
  /** Unix seconds of round 1 */
  readonly genesisSeconds: number
}

/** One round as a relay gives it. */
export interface DrandBeacon {
  readonly round: number
  /** SHA-256 of the signature, hex */
  readonly randomness: string
  /** hex */
  readonly signature: string
  /** Chained scheme only, hex */
  readonly previousSignature?: string
}

/** BLS on curve BLS12-381, as a library offers it; it may throw on what is no point of the curve. `tag` separates domains of hashing. */
export type BlsCheck = (asked: {
  readonly signatureGroup: 'G1' | 'G2'
  readonly publicKey: Uint8Array
  readonly signature: Uint8Array
  readonly message: Uint8Array
  readonly tag: string
}) => boolean

/** One way round of BLS as `@noble/curves` offers it. */
interface BlsScheme<Point> {
  hash(message: Uint8Array, tag: string): Point
  verify(signature: Uint8Array, message: Point, publicKey: Uint8Array): boolean
}

/** The check by a library's curve: server and browser hand in the same one, neither trusts the other. */
export const blsCheckWith =
  <One, Other>(curve: { readonly shortSignatures: BlsScheme<One>; readonly longSignatures: BlsScheme<Other> }): BlsCheck =>
  ({ signatureGroup, publicKey, signature, message, tag }) => {
    const { shortSignatures: short, longSignatures: long } = curve
    return signatureGroup === 'G1'
      ? short.verify(signature, short.hash(message, tag), publicKey)
      : long.verify(signature, long.hash(message, tag), publicKey)
  }

/** quicknet of the League of Entropy: unchained, every 3 seconds, signatures on G1 as in RFC 9380. */
export const quicknet: DrandChain = {
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  scheme: 'bls-unchained-g1-rfc9380',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  periodSeconds: 3,
  genesisSeconds: 1_692_803_367,
}

const groups = {
  'pedersen-bls-chained': { signatureGroup: 'G2', keyBytes: 48, signatureBytes: 96 },
  'pedersen-bls-unchained': { signatureGroup: 'G2', keyBytes: 48, signatureBytes: 96 },
  'bls-unchained-g1-rfc9380': { signatureGroup: 'G1', keyBytes: 96, signatureBytes: 48 },
} as const

/** The instant at which a round is due: round n at genesis + (n − 1) periods. */
export const roundDueAt = (chain: DrandChain, round: number): Date =>
  new Date((chain.genesisSeconds + (round - 1) * chain.periodSeconds) * 1000)

/** The first round that is due at the instant or after it. */
export function firstRoundFrom(chain: DrandChain, instant: Date): number {
  const seconds = instant.getTime() / 1000 - chain.genesisSeconds
  return Math.max(1, Math.ceil(seconds / chain.periodSeconds) + 1)
}

/**
 * Whether the beacon is the chain's word for that round: its round is the one asked for, its randomness the hash of its signature, and the
 * signature verifies under the chain's key. Nobody's word is needed for this, neither a relay's nor ours.
 */
export function isBeaconOf(chain: DrandChain, round: number, beacon: DrandBeacon, sha256: Digest, checkBls: BlsCheck): boolean {
  const { signatureGroup, keyBytes, signatureBytes } = groups[chain.scheme]
  const [publicKey, signature, randomness] = [bytesOf(chain.publicKey), bytesOf(beacon.signature), bytesOf(beacon.randomness)]
  if (!publicKey || !signature || !randomness || beacon.round !== round || !Number.isSafeInteger(round) || round < 1) return false
  if (publicKey.length !== keyBytes || signature.length !== signatureBytes) return false
  if (hexOf(sha256(signature)) !== hexOf(randomness)) return false
  const message = messageOf(chain.scheme, beacon, sha256)
  if (!message) return false
  try {
    const tag = `BLS_SIG_BLS12381${signatureGroup}_XMD:SHA-256_SSWU_RO_NUL_`
    return checkBls({ signatureGroup, publicKey, signature, message, tag })
  } catch {
    return false
  }
}

/** What the network signed: the hash of the round's number, behind the previous signature where rounds are chained. */
function messageOf(scheme: BeaconScheme, { round, previousSignature }: DrandBeacon, sha256: Digest): Uint8Array | null {
  const number = new Uint8Array(8)
  new DataView(number.buffer).setBigUint64(0, BigInt(round))
  if (scheme !== 'pedersen-bls-chained') return sha256(number)
  const previous = previousSignature === undefined ? null : bytesOf(previousSignature)
  return previous && previous.length > 0 ? sha256(Uint8Array.from([...previous, ...number])) : null
}

/** Bytes of lower-case hex; null where it is none. */
export function bytesOf(hex: string): Uint8Array | null {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/.test(hex)) return null
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16))
}

/** Bytes as lower-case hex. */
export const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of a text's UTF-8, hex. */
export const hashOfText = (text: string, sha256: Digest): string => hexOf(sha256(new TextEncoder().encode(text)))
