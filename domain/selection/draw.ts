import type { DrawLabel, DrawnOrders, DrawSpec } from './draw-labels.ts'
import { drawPlaces, keyStringOf } from './rfc3797.ts'
import type { Digest, KeySource } from './rfc3797.ts'

/** The sources of a draw in the order of the key string; the label of each draw comes last. */
export interface DrawKey {
  readonly selectionNumber: string
  /** SHA-256 of the frozen pool's canonical JSON, hex */
  readonly poolHash: string
  /** hex */
  readonly secret: string
  readonly publicRandomness: KeySource
}

/** One draw as it was made. */
export interface MadeDraw {
  readonly label: DrawLabel
  readonly keyString: string
  /** Entries in the order drawn */
  readonly drawn: readonly number[]
}

const text = (value: string): KeySource => ({ kind: 'TEXT', text: value })

/** The key string of one draw. Secret and public randomness stand side by side, so neither alone decides. */
export const drawKeyString = (key: DrawKey, label: DrawLabel): string =>
  keyStringOf([text(key.selectionNumber), text(key.poolHash), text(key.secret), key.publicRandomness, text(label)])

/**
 * Makes one draw. Whoever committed to a contribution and withheld it stands behind all who didn't: else the last to reveal could choose
 * between two outcomes at no cost.
 * @param withholders places in the pool
 */
export function makeDraw(
  key: DrawKey,
  { label, entries, weights, count }: DrawSpec,
  withholders: readonly number[],
  sha256: Digest,
): MadeDraw {
  const keyString = drawKeyString(key, label)
  const drawn = drawPlaces(keyString, weights, count, sha256).map((position) => entries[position - 1] ?? 0)
  if (label === 'PERCENT' || withholders.length === 0) return { label, keyString, drawn }
  const held = new Set(withholders)
  return { label, keyString, drawn: [...drawn.filter((place) => !held.has(place)), ...drawn.filter((place) => held.has(place))] }
}

/** The orders of the draws made, by label. */
export const ordersOf = (draws: readonly MadeDraw[]): DrawnOrders => Object.fromEntries(draws.map(({ label, drawn }) => [label, drawn]))
