import type { FeeSchedule, FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import { referenceFee } from '#domain/catalogue/fee-schedule.ts'
import { createRandom } from '../random.ts'

/** What a firm asks, with the fee at the item's reference size. */
export interface InventedFee {
  readonly feeSchedule: FeeSchedule
  readonly feeFen: number
  /** What a choice states: the reference size; null where the fee is fixed. */
  readonly size: number | null
}

interface Priced {
  readonly feeUnit: FeeUnit | null
  readonly referenceSize: number
}

/**
 * A fee that comes to about `aboutFen` at the item's reference size: per unit, in tiers or as a percentage where the item has a unit, and
 * fixed for the others. Drawn apart from all else, so that who is invented doesn't depend on it.
 */
export function inventFee(key: string, aboutFen: number, item: Priced | undefined): InventedFee {
  const fixed: InventedFee = { feeSchedule: { kind: 'FIXED', feeFen: aboutFen }, feeFen: aboutFen, size: null }
  if (!item || item.feeUnit === null || aboutFen === 0) return fixed
  const lot = createRandom(`fee ${key}`).next()
  if (lot < 0.25) return fixed
  const feeSchedule = lot < 0.6 ? flat(aboutFen, item.feeUnit, item.referenceSize) : tiered(aboutFen, item.feeUnit, item.referenceSize)
  const fee = referenceFee(feeSchedule, item.referenceSize)
  return fee.ok ? { feeSchedule, feeFen: fee.value, size: item.referenceSize } : fixed
}

/** Ppm of a cost in yuan, or fen per unit; at least 1. */
const rateOf = (aboutFen: number, unit: FeeUnit, size: number): number =>
  Math.max(1, Math.round(unit === 'PROJECT_COST' ? (aboutFen * 10_000) / size : aboutFen / size))

/** A tenth of the usual fee is asked however small the work; single vehicles and copies have no such floor. */
const least = (aboutFen: number, size: number): number | null => (size === 1 ? null : Math.round(aboutFen / 1000) * 100)

function flat(aboutFen: number, unit: FeeUnit, size: number): FeeSchedule {
  const rate = rateOf(aboutFen, unit, size)
  const bounds = { minFen: least(aboutFen, size), maxFen: null }
  return unit === 'PROJECT_COST'
    ? { kind: 'PERCENTAGE', ratePpm: rate, ...bounds }
    : { kind: 'PER_UNIT', unit, feeFenPerUnit: rate, ...bounds }
}

/** Dearer for the first units, cheaper for the last: the usual fee lies between. */
function tiered(aboutFen: number, unit: FeeUnit, size: number): FeeSchedule {
  const rate = rateOf(aboutFen, unit, size)
  const ends = size === 1 ? [10, 50] : [size, size * 5]
  const tiers = [1, 0.8, 0.6].map((share, index) => ({ upTo: ends[index] ?? null, rate: Math.max(1, Math.round(rate * share)) }))
  return { kind: 'TIERED', unit, tiers, minFen: least(aboutFen, size), maxFen: null }
}
