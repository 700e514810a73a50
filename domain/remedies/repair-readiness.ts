import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addDays } from '#domain/kernel/calendar-day.ts'
import type { RepairableEntry, RepairCondition } from './credit-repair.ts'
import { repairObstacle } from './decide-repair.ts'
import type { RepairRefusal } from './repair-command.ts'

/** One condition of a repair, as the party's own page shows it. */
export interface ConditionState {
  readonly condition: RepairCondition
  /** BY_TIME comes by itself on `fromOn`; BY_PARTY is shown with the application; MET holds already. */
  readonly state: 'MET' | 'BY_TIME' | 'BY_PARTY'
  readonly fromOn: CalendarDay | null
}

/** What is missing for a repair, and from when it can be applied for. */
export interface RepairReadiness {
  /** Null: can be applied for today. */
  readonly obstacle: RepairRefusal | null
  readonly conditions: readonly ConditionState[]
  /** First day on which a repair can end the publicity; null where the list knows none. */
  readonly earliestOn: CalendarDay | null
  /** The first day without the entry if nobody does anything; null: without end. */
  readonly freeOn: CalendarDay | null
}

/** What a party sees of the way to repair its entry on a day. */
export function repairReadiness(entry: RepairableEntry, today: CalendarDay): RepairReadiness {
  const { earliestRepairOn, untilOn } = entry
  const isMinimumReached = earliestRepairOn !== null && earliestRepairOn <= today
  return {
    obstacle: repairObstacle(entry, today),
    conditions: [
      { condition: 'MINIMUM_REACHED', state: isMinimumReached ? 'MET' : 'BY_TIME', fromOn: earliestRepairOn },
      ...(['CORRECTED', 'PERFORMED', 'COMMITTED'] as const).map((condition) => ({ condition, state: 'BY_PARTY' as const, fromOn: null })),
    ],
    earliestOn: earliestRepairOn,
    freeOn: untilOn && addDays(untilOn, 1),
  }
}
