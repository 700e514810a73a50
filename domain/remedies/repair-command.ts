import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarNotLoaded } from '#domain/kernel/working-days.ts'
import type { RepairCondition, RepairState } from './credit-repair.ts'

export type RepairCommand =
  | {
      readonly type: 'FILE_REPAIR'
      readonly filedById: string
      readonly correction: string
      readonly performance: string
      /** 信用承诺, as it is made public. */
      readonly commitment: string
    }
  | { readonly type: 'WITHDRAW_REPAIR' }
  | {
      readonly type: 'GRANT_REPAIR'
      readonly actorId: string
      /** What the decider found, each by itself: not what the party says. */
      readonly isCorrected: boolean
      readonly isPerformed: boolean
      readonly basis: string
      readonly reasons: string
    }
  | { readonly type: 'REFUSE_REPAIR'; readonly actorId: string; readonly basis: string; readonly reasons: string }
  /** The entry was annulled: nothing is left to repair; by the system. */
  | { readonly type: 'RECORD_ANNULMENT' }

export type RepairEvent =
  | { readonly type: 'REPAIR_FILED'; readonly filedAt: Date; readonly answerDueOn: CalendarDay; readonly ruleSetVersion: string }
  | { readonly type: 'REPAIR_WITHDRAWN'; readonly at: Date }
  | { readonly type: 'REPAIR_GRANTED'; readonly deciderId: string; readonly at: Date; readonly ruleSetVersion: string }
  | { readonly type: 'REPAIR_REFUSED'; readonly deciderId: string; readonly at: Date; readonly ruleSetVersion: string }

export type RepairRefusal =
  | { readonly code: 'REPAIR_EXISTS' }
  | { readonly code: 'REPAIR_MISSING' }
  | { readonly code: 'REPAIR_OPEN' }
  | { readonly code: 'LIST_WITHOUT_REPAIR'; readonly list: string }
  | { readonly code: 'ENTRY_ENDED'; readonly status: string }
  | { readonly code: 'ENTRY_EXPIRED'; readonly untilOn: CalendarDay }
  | { readonly code: 'REPAIR_TOO_EARLY'; readonly earliestRepairOn: CalendarDay }
  | { readonly code: 'REPAIR_CONDITIONS_UNMET'; readonly unmet: readonly RepairCondition[] }
  | { readonly code: 'STEP_FORBIDDEN'; readonly from: RepairState; readonly to: RepairState }
  | { readonly code: 'INCOMPLETE'; readonly missing: readonly string[] }
  | { readonly code: 'SEPARATION_OF_DUTIES'; readonly is: 'REPORTER' | 'INVESTIGATOR' }
  | CalendarNotLoaded
