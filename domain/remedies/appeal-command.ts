import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarNotLoaded } from '#domain/kernel/working-days.ts'
import type { AppealState } from './appeal.ts'

/** Who reviews: the person, and the body in whose name. */
export interface Reviewer {
  readonly actorId: string
  readonly bodyId: string | null
}

export type AppealCommand =
  | { readonly type: 'FILE_APPEAL'; readonly filedById: string; readonly grounds: string; readonly request: string }
  | { readonly type: 'WITHDRAW_APPEAL' }
  | ({ readonly type: 'REFUSE_ADMISSION'; readonly basis: string; readonly reasons: string } & Reviewer)
  | ({ readonly type: 'START_REVIEW' } & Reviewer)
  | ({
      readonly type: 'DECIDE_APPEAL'
      readonly outcome: 'ANNULLED' | 'VARIED' | 'UPHELD'
      readonly basis: string
      readonly reasons: string
      /** VARIED: the new last public day; null: the finding stays, the entry falls. */
      readonly newUntilOn: CalendarDay | null
    } & Reviewer)
  /** The decision was annulled for another reason; by the system. */
  | { readonly type: 'RECORD_ANNULMENT' }

export type AppealEvent =
  | { readonly type: 'APPEAL_FILED'; readonly filedAt: Date; readonly answerDueOn: CalendarDay; readonly ruleSetVersion: string }
  | { readonly type: 'APPEAL_WITHDRAWN'; readonly at: Date }
  | { readonly type: 'ADMISSION_REFUSED'; readonly reviewerId: string; readonly at: Date }
  | { readonly type: 'REVIEW_STARTED'; readonly reviewerId: string; readonly at: Date }
  | {
      readonly type: 'APPEAL_DECIDED'
      readonly outcome: 'ANNULLED' | 'VARIED' | 'UPHELD'
      readonly newUntilOn: CalendarDay | null
      readonly at: Date
      readonly ruleSetVersion: string
    }
  | { readonly type: 'DECISION_FELL'; readonly at: Date }

export type AppealRefusal =
  | { readonly code: 'APPEAL_EXISTS' }
  | { readonly code: 'APPEAL_MISSING' }
  | { readonly code: 'APPEAL_OPEN' }
  | { readonly code: 'APPEAL_ANSWERED' }
  | { readonly code: 'NOTHING_TO_APPEAL' }
  | { readonly code: 'APPEAL_WINDOW_OVER'; readonly appealDueOn: CalendarDay }
  | { readonly code: 'STEP_FORBIDDEN'; readonly from: AppealState; readonly to: AppealState }
  | { readonly code: 'INCOMPLETE'; readonly missing: readonly string[] }
  | { readonly code: 'SEPARATION_OF_DUTIES'; readonly is: 'REPORTER' | 'INVESTIGATOR' | 'DECIDER' | 'PRESIDER' }
  | { readonly code: 'WITHIN_DECIDING_CHAIN' }
  | { readonly code: 'NOT_REVIEWER_OF_APPEAL' }
  | { readonly code: 'NOTHING_TO_VARY' }
  | { readonly code: 'VARIED_TOO_SHORT'; readonly leastOn: CalendarDay }
  | { readonly code: 'VARIED_FOR_THE_WORSE'; readonly untilOn: CalendarDay | null }
  | CalendarNotLoaded
