import { endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { ToleranceRuleSet } from './tolerance-rule-set.ts'

/**
 * One material somebody promised to supply. `dueOn` is its own day where it differs from the letter's last one; `deliveredAt` the receipt
 * that counts, the first or the one after a rejection; `rejectedAt` its rejection on examination; `secondDueOn` a further day set on a rejection.
 */
export interface PromisedMaterial {
  readonly seq: number
  readonly dueOn: CalendarDay | null
  readonly deliveredAt: Date | null
  readonly rejectedAt: Date | null
  readonly secondDueOn: CalendarDay | null
}

/** What was promised on acceptance. A handling commitment promises the truth, not materials, and is not judged here. */
export interface PromisedSupplement {
  readonly dueOn: CalendarDay
  readonly materials: readonly PromisedMaterial[]
}

export interface OutstandingMaterial {
  readonly seq: number
  readonly why: 'NOT_DELIVERED' | 'LATE' | 'REJECTED'
  readonly dueOn: CalendarDay
}

/** OPEN names the next due day; MISSED the day whose end made it a miss and the instant it became one. */
export type SupplementState =
  | { readonly state: 'FULFILLED'; readonly fulfilledAt: Date }
  | { readonly state: 'OPEN'; readonly dueOn: CalendarDay; readonly outstanding: readonly OutstandingMaterial[] }
  | { readonly state: 'MISSED'; readonly dueOn: CalendarDay; readonly missedAt: Date; readonly outstanding: readonly OutstandingMaterial[] }

const isBy = (instant: Date | null, limit: Date): instant is Date => instant !== null && instant.getTime() <= limit.getTime()

/** The day that counts for one material: its own or the letter's, and a second day where a rejection set a later one. */
function dueDayOf(material: PromisedMaterial, lastDueOn: CalendarDay, now: Date): CalendarDay {
  const dueOn = material.dueOn ?? lastDueOn
  const isRejectionToCome = material.rejectedAt !== null && !isBy(material.rejectedAt, now)
  if (material.secondDueOn === null || isRejectionToCome) return dueOn
  return material.secondDueOn > dueOn ? material.secondDueOn : dueOn
}

/** Null when the material arrived in time. The receipt counts, not the examination; a rejected delivery is no delivery (R1). */
function whatIsWrong(
  material: PromisedMaterial,
  dueOn: CalendarDay,
  rules: ToleranceRuleSet,
  now: Date,
): OutstandingMaterial['why'] | null {
  if (!isBy(material.deliveredAt, now)) return 'NOT_DELIVERED'
  const isRejected = isBy(material.rejectedAt, now) && material.rejectedAt.getTime() >= material.deliveredAt.getTime()
  if (isRejected && rules.parameters.isRejectedMaterialMissing.value) return 'REJECTED'
  return material.deliveredAt.getTime() < endOfShanghaiDay(dueOn).getTime() ? null : 'LATE'
}

/**
 * Whether the promise is kept, still open or missed at `now` (R1, our reading). It is missed from 24:00 Asia/Shanghai of the due
 * day on; a delivery at that very instant is late. One outstanding material is enough.
 */
export function assessSupplement(supplement: PromisedSupplement, rules: ToleranceRuleSet, now: Date): SupplementState {
  if (supplement.materials.length === 0) throw new RangeError('a supplement promises at least one material')
  const outstanding = supplement.materials.flatMap((material): OutstandingMaterial[] => {
    const dueOn = dueDayOf(material, supplement.dueOn, now)
    const why = whatIsWrong(material, dueOn, rules, now)
    return why === null ? [] : [{ seq: material.seq, why, dueOn }]
  })
  const dueOn = outstanding.map((material) => material.dueOn).sort()[0]
  if (dueOn === undefined) {
    const deliveries = supplement.materials.map((material) => material.deliveredAt?.getTime() ?? 0)
    return { state: 'FULFILLED', fulfilledAt: new Date(Math.max(...deliveries)) }
  }
  const missedAt = endOfShanghaiDay(dueOn)
  return now.getTime() < missedAt.getTime() ? { state: 'OPEN', dueOn, outstanding } : { state: 'MISSED', dueOn, missedAt, outstanding }
}
