import { z } from 'zod'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { amountAt, firstSizeOver, roundToFen } from './fee-amount.ts'

/** What a fee is counted in, with the decimals a size may have: project cost in yuan (元), 平方米, 公里, 亩; 辆, 个, 人, 份 come whole. */
export const feeUnitDecimals = {
  PROJECT_COST: 2,
  SQUARE_METRE: 2,
  KILOMETRE: 2,
  MU: 2,
  VEHICLE: 0,
  PIECE: 0,
  PERSON: 0,
  COPY: 0,
} as const
export type FeeUnit = keyof typeof feeUnitDecimals
export const feeUnits = Object.keys(feeUnitDecimals) as [FeeUnit, ...FeeUnit[]]

/** Limits of our own: what the columns hold, and more tiers than any fee table seen has. */
export const feeLimits = { fen: 2_147_483_647, ratePpm: 1_000_000, tiers: 20, size: 100_000_000_000 } as const

/** One band of a graduated fee. `upTo` is its last size, null in the last band; `rate` is in fen per unit, of project cost in ppm. */
export interface FeeTier {
  readonly upTo: number | null
  readonly rate: number
}

/** The least and the most that is asked whatever the size, in fen; null: no such bound. */
interface FeeBounds {
  readonly minFen: number | null
  readonly maxFen: number | null
}

/** 定额收费 */
export type FixedFee = { readonly kind: 'FIXED'; readonly feeFen: number }
/** 按量计费: so much for each unit. Of project cost a PercentageFee is asked instead. */
export type PerUnitFee = {
  readonly kind: 'PER_UNIT'
  readonly unit: Exclude<FeeUnit, 'PROJECT_COST'>
  readonly feeFenPerUnit: number
} & FeeBounds
/** 差额累进: each band's rate counts for the part of the size that lies in it, so that the fee never jumps. */
export type TieredFee = { readonly kind: 'TIERED'; readonly unit: FeeUnit; readonly tiers: readonly FeeTier[] } & FeeBounds
/** 按比例收费, of the project cost; 15000 ppm are 1.5 %. */
export type PercentageFee = { readonly kind: 'PERCENTAGE'; readonly ratePpm: number } & FeeBounds

/** 收费标准: what is asked for a service, by its size. */
export type FeeSchedule = FixedFee | PerUnitFee | TieredFee | PercentageFee
export const feeKinds = ['FIXED', 'PER_UNIT', 'TIERED', 'PERCENTAGE'] as const

/** A schedule as it is given: bounds left out are none. */
type Given<T> = T extends FeeBounds ? Omit<T, keyof FeeBounds> & Partial<FeeBounds> : T
export type GivenFeeSchedule = Given<FeeSchedule>

const fen = z.int('FEE_INVALID').min(0, 'FEE_INVALID').max(feeLimits.fen, 'FEE_INVALID')
const bounds = { minFen: fen.nullable().default(null), maxFen: fen.nullable().default(null) }
const unit = z.enum(feeUnits, 'FEE_UNIT_INVALID')
const ratePpm = z.int('FEE_RATE_INVALID').min(0, 'FEE_RATE_INVALID').max(feeLimits.ratePpm, 'FEE_RATE_INVALID')
const tier = z.object({ upTo: z.number('FEE_TIER_SIZE_INVALID').nullable(), rate: z.int('FEE_RATE_INVALID').min(0, 'FEE_RATE_INVALID') })

/** A schedule as it comes in. Problems are coded by field: FEE_…_INVALID, FEE_TIERS_…, FEE_MIN_OVER_MAX. */
export const feeScheduleSchema: z.ZodType<FeeSchedule, GivenFeeSchedule> = z
  .discriminatedUnion(
    'kind',
    [
      z.object({ kind: z.literal('FIXED'), feeFen: fen }),
      z.object({ kind: z.literal('PER_UNIT'), unit: unit.exclude(['PROJECT_COST'], 'FEE_UNIT_INVALID'), feeFenPerUnit: fen, ...bounds }),
      z.object({
        kind: z.literal('TIERED'),
        unit,
        tiers: z.array(tier, 'FEE_TIERS_MISSING').min(1, 'FEE_TIERS_MISSING').max(feeLimits.tiers, 'FEE_TIERS_TOO_MANY'),
        ...bounds,
      }),
      z.object({ kind: z.literal('PERCENTAGE'), ratePpm, ...bounds }),
    ],
    'FEE_KIND_INVALID',
  )
  .superRefine((schedule, check) => {
    const problem = (message: string, path: (string | number)[]): void => check.addIssue({ code: 'custom', message, path })
    if (schedule.kind === 'FIXED') return
    const { minFen, maxFen } = schedule
    if (minFen !== null && maxFen !== null && minFen > maxFen) problem('FEE_MIN_OVER_MAX', ['minFen'])
    if (schedule.kind !== 'TIERED') return
    const rateLimit = schedule.unit === 'PROJECT_COST' ? feeLimits.ratePpm : feeLimits.fen
    const last = schedule.tiers.length - 1
    schedule.tiers.forEach(({ upTo, rate }, index) => {
      const path = ['tiers', index]
      if (rate > rateLimit) problem('FEE_RATE_INVALID', [...path, 'rate'])
      if (index === last && upTo !== null) problem('FEE_TIERS_LAST_NOT_OPEN', [...path, 'upTo'])
      if (index === last) return
      if (upTo === null || !isSize(upTo, schedule.unit)) return problem('FEE_TIER_SIZE_INVALID', [...path, 'upTo'])
      const before = schedule.tiers[index - 1]?.upTo
      if (typeof before === 'number' && upTo <= before) problem('FEE_TIERS_NOT_ASCENDING', [...path, 'upTo'])
    })
  })

export type FeeSizeRefusal =
  | { readonly code: 'FEE_SIZE_REQUIRED'; readonly unit: FeeUnit }
  | { readonly code: 'FEE_SIZE_INVALID'; readonly unit: FeeUnit; readonly size: number; readonly decimals: number }
  /** More than can be booked: over ¥21,474,836.47. */
  | { readonly code: 'FEE_OUT_OF_RANGE'; readonly unit: FeeUnit; readonly size: number }

/** What the fee is counted in; null where it doesn't depend on a size. */
export function unitOf(schedule: FeeSchedule): FeeUnit | null {
  if (schedule.kind === 'FIXED') return null
  return schedule.kind === 'PERCENTAGE' ? 'PROJECT_COST' : schedule.unit
}

/** Whether the number can be a size in this unit: over 0, no finer than the unit's decimals, within the limit. */
export function isSize(size: number, of: FeeUnit): boolean {
  if (!(size > 0 && size <= feeLimits.size)) return false
  const scale = 10 ** feeUnitDecimals[of]
  return Math.round(size * scale) / scale === size
}

/**
 * The fee in whole fen at a size. Reckoned exactly, rounded once (half a fen up), then held within minimum and maximum.
 * `size` is in the schedule's unit and may be null for a fixed fee.
 */
export function feeAt(schedule: FeeSchedule, size: number | null): Result<number, FeeSizeRefusal> {
  const counted = unitOf(schedule)
  if (schedule.kind === 'FIXED' || counted === null) return ok(roundToFen(amountAt(schedule, 0)))
  if (size === null) return refuse({ code: 'FEE_SIZE_REQUIRED', unit: counted })
  if (!isSize(size, counted)) return refuse({ code: 'FEE_SIZE_INVALID', unit: counted, size, decimals: feeUnitDecimals[counted] })
  const feeFen = roundToFen(amountAt(schedule, size))
  return feeFen > feeLimits.fen ? refuse({ code: 'FEE_OUT_OF_RANGE', unit: counted, size }) : ok(feeFen)
}

/** The fee by which offerings of an item are compared, filtered and sorted: at the item's reference size, a default of our own. */
export const referenceFee = (schedule: FeeSchedule, referenceSize: number): Result<number, FeeSizeRefusal> => feeAt(schedule, referenceSize)

export type CeilingRefusal =
  | { readonly code: 'FEE_UNIT_DIFFERS'; readonly unit: FeeUnit; readonly ceilingUnit: FeeUnit }
  /** `size` is the smallest at which the fee is over the ceiling; null: neither depends on a size. */
  | { readonly code: 'FEE_OVER_CEILING'; readonly size: number | null; readonly feeFen: number; readonly feeCeilingFen: number }

/**
 * Whether a schedule stays within a ceiling at every size there can be. Both are piecewise linear, so it is enough to compare around
 * each bend of either, at the smallest size and at the largest. Amounts are compared before rounding: a rate over the ceiling is found
 * even where whole fen would hide it.
 */
export function checkAgainstCeiling(schedule: FeeSchedule, ceiling: FeeSchedule): Result<FeeSchedule, CeilingRefusal> {
  const [counted, ceilingUnit] = [unitOf(schedule), unitOf(ceiling)]
  if (counted !== null && ceilingUnit !== null && counted !== ceilingUnit) {
    return refuse({ code: 'FEE_UNIT_DIFFERS', unit: counted, ceilingUnit })
  }
  const either = counted ?? ceilingUnit
  const size = firstSizeOver(schedule, ceiling, { decimals: either === null ? 0 : feeUnitDecimals[either], largest: feeLimits.size })
  if (size === null) return ok(schedule)
  const [feeFen, feeCeilingFen] = [roundToFen(amountAt(schedule, size)), roundToFen(amountAt(ceiling, size))]
  return refuse({ code: 'FEE_OVER_CEILING', size: either === null ? null : size, feeFen, feeCeilingFen })
}
