import type { FeeSchedule, FeeUnit } from './fee-schedule.ts'
import { unitOf } from './fee-schedule.ts'

/** One line of a fee table: the part of the size over `above` up to `upTo`, at so much. Exactly one of the two rates is given. */
export interface FeeLine {
  readonly above: number
  readonly upTo: number | null
  readonly feeFenPerUnit: number | null
  readonly ratePpm: number | null
}

/** A schedule as facts, one shape for all kinds; pages put it into words. */
export interface FeeDescription {
  readonly kind: FeeSchedule['kind']
  readonly unit: FeeUnit | null
  /** Of a fixed fee. */
  readonly feeFen: number | null
  readonly lines: readonly FeeLine[]
  readonly minFen: number | null
  readonly maxFen: number | null
}

/** What a schedule says, line by line. */
export function describeFee(schedule: FeeSchedule): FeeDescription {
  const unit = unitOf(schedule)
  if (schedule.kind === 'FIXED') {
    return { kind: 'FIXED', unit, feeFen: schedule.feeFen, lines: [], minFen: null, maxFen: null }
  }
  const { kind, minFen, maxFen } = schedule
  return { kind, unit, feeFen: null, lines: linesOf(schedule), minFen, maxFen }
}

function linesOf(schedule: Exclude<FeeSchedule, { kind: 'FIXED' }>): readonly FeeLine[] {
  if (schedule.kind === 'PER_UNIT') return [{ above: 0, upTo: null, feeFenPerUnit: schedule.feeFenPerUnit, ratePpm: null }]
  if (schedule.kind === 'PERCENTAGE') return [{ above: 0, upTo: null, feeFenPerUnit: null, ratePpm: schedule.ratePpm }]
  const isOfCost = schedule.unit === 'PROJECT_COST'
  return schedule.tiers.map(({ upTo, rate }, index) => ({
    above: schedule.tiers[index - 1]?.upTo ?? 0,
    upTo,
    feeFenPerUnit: isOfCost ? null : rate,
    ratePpm: isOfCost ? rate : null,
  }))
}
