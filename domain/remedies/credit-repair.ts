import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { TransitionTable } from '#domain/kernel/transition-table.ts'
import type { ListEntry } from '#domain/listings/list-entry.ts'

export const repairStates = ['FILED', 'GRANTED', 'REFUSED', 'WITHDRAWN'] as const
export type RepairState = (typeof repairStates)[number]

/** 信用修复. After a refusal the party may apply again with what was missing. */
export const repairTransitions: TransitionTable<RepairState> = {
  FILED: ['GRANTED', 'REFUSED', 'WITHDRAWN'],
  GRANTED: [],
  REFUSED: [],
  WITHDRAWN: [],
}

export const finalRepairStates: readonly RepairState[] = ['GRANTED', 'REFUSED', 'WITHDRAWN']

export interface CreditRepair {
  readonly state: RepairState
  readonly answerDueOn: CalendarDay
}

/** The entry a repair is asked for. `earliestRepairOn` is null on lists that know no repair. */
export interface RepairableEntry extends Pick<ListEntry, 'list' | 'status' | 'untilOn'> {
  readonly earliestRepairOn: CalendarDay | null
  readonly reporterId: string | null
  readonly investigatorId: string | null
  /** Another application is open. */
  readonly hasOpenRepair: boolean
}

/** What a repair needs (信用修复管理办法): the least publicity over, the wrong corrected, everything performed, a public commitment. */
export const repairConditions = ['MINIMUM_REACHED', 'CORRECTED', 'PERFORMED', 'COMMITTED'] as const
export type RepairCondition = (typeof repairConditions)[number]
