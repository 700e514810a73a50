import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { CeilingRefusal, FeeSchedule, FeeSizeRefusal, FeeUnit } from './fee-schedule.ts'
import { checkAgainstCeiling, feeAt, referenceFee, unitOf } from './fee-schedule.ts'

/** 政府定价 / 政府指导价 / 市场调节价 */
export const feeBases = ['GOVERNMENT_SET', 'GOVERNMENT_GUIDED', 'MARKET'] as const
export type FeeBasis = (typeof feeBases)[number]

/**
 * How an item is priced. `feeUnit` is what fees may be counted in (null: fixed fees only), `referenceSize` the size at which they are
 * compared, `feeCeiling` the government's ceiling, null where none is known; a market price has none.
 */
export interface FeeRule {
  readonly feeBasis: FeeBasis
  readonly feeUnit: FeeUnit | null
  readonly referenceSize: number
  readonly feeCeiling: FeeSchedule | null
}

export type FeeRefusal =
  | { readonly code: 'FEE_UNIT_NOT_ALLOWED'; readonly unit: FeeUnit; readonly feeUnit: FeeUnit | null }
  | (CeilingRefusal & { readonly feeBasis: FeeBasis })
  | FeeSizeRefusal

/** The ceiling that binds: of a government price, where one is known (rulebook R2). */
export const ceilingOf = ({ feeBasis, feeCeiling }: FeeRule): FeeSchedule | null => (feeBasis === 'MARKET' ? null : feeCeiling)

/**
 * Whether a schedule may be asked for an item (rulebook R2, R3): counted in the item's unit, and at no size over a government ceiling.
 * Answers with the reference fee in fen.
 */
export function checkFee(schedule: FeeSchedule, rule: FeeRule): Result<number, FeeRefusal> {
  const unit = unitOf(schedule)
  if (unit !== null && unit !== rule.feeUnit) return refuse({ code: 'FEE_UNIT_NOT_ALLOWED', unit, feeUnit: rule.feeUnit })
  const ceiling = ceilingOf(rule)
  const within = ceiling === null ? ok(schedule) : checkAgainstCeiling(schedule, ceiling)
  if (!within.ok) return refuse({ ...within.refusal, feeBasis: rule.feeBasis })
  return referenceFee(schedule, rule.referenceSize)
}

/** The unit in which a choice must state the size: where fee or ceiling depend on it. Null: no size is asked. */
export function sizeUnitOf(schedule: FeeSchedule, rule: FeeRule): FeeUnit | null {
  const ceiling = ceilingOf(rule)
  return unitOf(schedule) ?? (ceiling === null ? null : unitOf(ceiling))
}

/** A fee agreed for a size; `size` and `unit` are null where neither fee nor ceiling depend on one. */
export interface AgreedFee {
  readonly feeFen: number
  readonly size: number | null
  readonly unit: FeeUnit | null
}

/** What a choice at that size costs, and that it is within the ceiling there. A size that nothing depends on is left out. */
export function agreeFee(schedule: FeeSchedule, size: number | null, rule: FeeRule): Result<AgreedFee, FeeRefusal> {
  const unit = sizeUnitOf(schedule, rule)
  const fee = feeAt(schedule, size)
  if (!fee.ok) return fee
  const ceiling = ceilingOf(rule)
  const most = ceiling === null ? null : feeAt(ceiling, size)
  // A ceiling beyond what can be booked binds nobody; any other problem with the size is one of the choice.
  if (most?.ok === false && most.refusal.code !== 'FEE_OUT_OF_RANGE') return most
  if (most?.ok && fee.value > most.value) {
    return refuse({ code: 'FEE_OVER_CEILING', size, feeFen: fee.value, feeCeilingFen: most.value, feeBasis: rule.feeBasis })
  }
  return ok({ feeFen: fee.value, size: unit === null ? null : size, unit })
}
