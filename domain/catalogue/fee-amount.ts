import type { FeeSchedule, FeeTier } from './fee-schedule.ts'

/**
 * An exact amount: `parts` of a fen, `PARTS` to the fen. Sizes have at most two decimals and rates are whole fen per unit or whole
 * ppm of a cost in yuan, so that every amount is a whole number of parts and nothing is lost before the one rounding.
 */
export type Amount = bigint

/** Hundredths of a unit × fen: 100 parts; fen of cost × ppm: a million. */
const PARTS = 1_000_000n

const inFen = (fen: number): Amount => BigInt(fen) * PARTS
/** A size as a whole number of hundredths; sizes have been checked to have no more decimals. */
const hundredthsOf = (size: number): bigint => BigInt(Math.round(size * 100))

/** The fee as bands of (last size, parts for each hundredth of a unit), with its bounds; a fixed fee is a bound at both ends. */
interface Bands {
  readonly bands: readonly { readonly upTo: number | null; readonly partsPerHundredth: bigint }[]
  readonly min: Amount
  readonly max: Amount | null
}

function bandsOf(schedule: FeeSchedule): Bands {
  if (schedule.kind === 'FIXED') return { bands: [], min: inFen(schedule.feeFen), max: inFen(schedule.feeFen) }
  const min = inFen(schedule.minFen ?? 0)
  const max = schedule.maxFen === null ? null : inFen(schedule.maxFen)
  const tiers: readonly FeeTier[] = schedule.kind === 'TIERED' ? schedule.tiers : [{ upTo: null, rate: onlyRateOf(schedule) }]
  // A hundredth of a yuan is a fen, and a ppm of it one part; a hundredth of any other unit costs a hundredth of its fen.
  const isOfCost = schedule.kind === 'PERCENTAGE' || schedule.unit === 'PROJECT_COST'
  const scale = isOfCost ? 1n : PARTS / 100n
  return { bands: tiers.map(({ upTo, rate }) => ({ upTo, partsPerHundredth: BigInt(rate) * scale })), min, max }
}

const onlyRateOf = (schedule: Extract<FeeSchedule, { kind: 'PER_UNIT' | 'PERCENTAGE' }>): number =>
  schedule.kind === 'PERCENTAGE' ? schedule.ratePpm : schedule.feeFenPerUnit

/** The exact amount at a size, within the schedule's bounds. */
export function amountAt(schedule: FeeSchedule, size: number): Amount {
  const { bands, min, max } = bandsOf(schedule)
  const hundredths = hundredthsOf(size)
  let [from, sum] = [0n, 0n]
  for (const { upTo, partsPerHundredth } of bands) {
    const end = upTo === null || hundredthsOf(upTo) > hundredths ? hundredths : hundredthsOf(upTo)
    sum += (end - from) * partsPerHundredth
    from = end
  }
  const raised = sum < min ? min : sum
  return max !== null && raised > max ? max : raised
}

/** Whole fen, half a fen up. Amounts are never negative. */
export const roundToFen = (amount: Amount): number => Number((2n * amount + PARTS) / (2n * PARTS))

interface SizeRange {
  readonly decimals: number
  readonly largest: number
}

/**
 * The smallest size at which a fee is over a limit; null where there is none. One that shows in whole fen is told before one that
 * rounding hides.
 */
export function firstSizeOver(fee: FeeSchedule, limit: FeeSchedule, range: SizeRange): number | null {
  const step = range.decimals === 0 ? 100n : 1n
  const sizes = sizesToCompare(fee, limit, step, hundredthsOf(range.largest))
  const isOverBy = (parts: bigint) => (hundredths: bigint) => {
    const size = Number(hundredths) / 100
    return amountAt(fee, size) - amountAt(limit, size) >= parts
  }
  const first = firstWhere(sizes, step, isOverBy(PARTS)) ?? firstWhere(sizes, step, isOverBy(1n))
  return first === null ? null : Number(first) / 100
}

/** The sizes, ascending, between which neither of the two fees bends: around every bend of either, the smallest and the largest. */
function sizesToCompare(a: FeeSchedule, b: FeeSchedule, step: bigint, largest: bigint): readonly bigint[] {
  const around = [...bendsOf(a), ...bendsOf(b)].flatMap((bend) => [bend - (bend % step), bend - (bend % step) + step])
  const sizes = new Set([step, ...around, largest].filter((hundredths) => hundredths >= step && hundredths <= largest))
  return [...sizes].sort((x, y) => (x < y ? -1 : 1))
}

/** The first size that is over: between two compared sizes the difference is linear, so halving finds it. */
function firstWhere(sizes: readonly bigint[], step: bigint, isOver: (hundredths: bigint) => boolean): bigint | null {
  const found = sizes.findIndex(isOver)
  const over = sizes[found]
  if (over === undefined) return null
  let [below, first] = [sizes[found - 1] ?? over - step, over]
  while (first - below > step) {
    const steps = (first - below) / step
    const middle = below + (steps / 2n) * step
    if (isOver(middle)) first = middle
    else below = middle
  }
  return first
}

/** Where the fee changes its slope, in hundredths, rounded down: the ends of its tiers, and where a bound is reached. */
function bendsOf(schedule: FeeSchedule): readonly bigint[] {
  const { bands, min, max } = bandsOf(schedule)
  const ends = bands.flatMap(({ upTo }) => (upTo === null ? [] : [hundredthsOf(upTo)]))
  const bounds = max === null ? [min] : [min, max]
  let [from, sum] = [0n, 0n]
  const reached: bigint[] = []
  for (const { upTo, partsPerHundredth } of bands) {
    const end = upTo === null ? null : hundredthsOf(upTo)
    if (partsPerHundredth > 0n) {
      for (const bound of bounds) if (bound >= sum) reached.push(from + (bound - sum) / partsPerHundredth)
      sum += partsPerHundredth * ((end ?? from) - from)
    }
    from = end ?? from
  }
  return [...ends, ...reached]
}
