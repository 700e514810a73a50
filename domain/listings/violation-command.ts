import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarNotLoaded } from '#domain/kernel/working-days.ts'
import type { ServedDocument } from './decide-service.ts'
import type { HearingState } from './hearing.ts'
import type { ListKind, Severity, ViolationCategory } from './list-kind.ts'
import type { PublicityRefusal } from './publicity-period.ts'
import type { ViolationCaseKind, ViolationCaseState } from './violation-case.ts'

/** What someone wants to do in a case. Texts are what is printed on the document that goes out. */
export type ViolationCommand =
  | {
      readonly type: 'REPORT_VIOLATION'
      readonly reporterId: string | null
      readonly violationCode: string
      readonly severity: Severity
      readonly category: ViolationCategory
      readonly facts: string
      readonly occurredOn: CalendarDay
    }
  | {
      readonly type: 'OPEN_BROKEN_COMMITMENTS'
      readonly reporterId: string | null
      readonly breachIds: readonly string[]
      readonly facts: string
    }
  | { readonly type: 'START_INVESTIGATION'; readonly actorId: string }
  | {
      readonly type: 'SERVE_NOTICE'
      readonly actorId: string
      readonly facts: string
      readonly basis: string
      readonly intendedMeasure: string
      readonly rightToDefend: string
      /** Whether the party has an account into which it is served at once; else its service is recorded when done. */
      readonly isReachable: boolean
    }
  | { readonly type: 'FILE_DEFENCE'; readonly filedById: string; readonly statement: string }
  | { readonly type: 'WAIVE_DEFENCE'; readonly waivedById: string; readonly writtenWaiver: string }
  | {
      readonly type: 'DECIDE_LISTING'
      readonly actorId: string
      readonly basis: string
      readonly reasons: string
      readonly publicUntilOn: CalendarDay
      /** Only for a severity that normally stays unpublished. */
      readonly publicationReason: string | null
    }
  | {
      readonly type: 'DECIDE_NO_LISTING'
      readonly actorId: string
      /** Whether the violation is found all the same: it then counts in the score. */
      readonly isViolationFound: boolean
      readonly basis: string
      readonly reasons: string
    }
  | { readonly type: 'CLOSE_WITHOUT_FINDING'; readonly actorId: string; readonly reasons: string }

/** What then happened. Days are legal days of the act. */
export type ViolationEvent =
  | {
      readonly type: 'CASE_REPORTED'
      readonly kind: ViolationCaseKind
      readonly reporterId: string | null
      readonly severity: Severity
      readonly category: ViolationCategory | null
      readonly reportedAt: Date
      readonly ruleSetVersion: string
    }
  | {
      readonly type: 'INVESTIGATION_STARTED'
      readonly investigatorId: string
      readonly startedAt: Date
      readonly investigationDueOn: CalendarDay
    }
  /** The notice is out and has still to be served: no window runs. */
  | { readonly type: 'NOTICE_ISSUED'; readonly issuedAt: Date }
  | { readonly type: 'NOTICE_SERVED'; readonly servedAt: Date; readonly defenceDueOn: CalendarDay }
  | { readonly type: 'DEFENCE_FILED'; readonly filedById: string; readonly filedAt: Date }
  | { readonly type: 'DEFENCE_WAIVED'; readonly waivedById: string; readonly waivedAt: Date }
  | {
      readonly type: 'LISTING_DECIDED'
      readonly deciderId: string
      readonly decidedAt: Date
      readonly list: Exclude<ListKind, 'RED_LIST'>
      readonly fromOn: CalendarDay
      readonly untilOn: CalendarDay
      readonly earliestRepairOn: CalendarDay
      /** Last day the finding counts in the score: the longest its publicity could have been. */
      readonly countsUntilOn: CalendarDay
      readonly ruleSetVersion: string
    }
  | {
      readonly type: 'NO_LISTING_DECIDED'
      readonly deciderId: string
      readonly decidedAt: Date
      readonly isViolationFound: boolean
      readonly countsUntilOn: CalendarDay | null
      readonly ruleSetVersion: string
    }
  | { readonly type: 'CLOSED_WITHOUT_FINDING'; readonly closedById: string; readonly closedAt: Date }

/** Why a step is refused. */
export type ViolationRefusal =
  | { readonly code: 'CASE_EXISTS' }
  | { readonly code: 'CASE_MISSING' }
  | { readonly code: 'WRONG_STATE'; readonly state: ViolationCaseState; readonly allowed: readonly ViolationCaseState[] }
  | { readonly code: 'REPORTER_REQUIRED' }
  | { readonly code: 'ONLY_SYSTEM_OPENS' }
  | { readonly code: 'SEPARATION_OF_DUTIES'; readonly is: 'REPORTER' | 'INVESTIGATOR' }
  | { readonly code: 'NOT_INVESTIGATOR_OF_CASE' }
  | { readonly code: 'INCOMPLETE'; readonly missing: readonly string[] }
  | { readonly code: 'DEFENCE_WINDOW_OPEN'; readonly defenceDueOn: CalendarDay }
  | { readonly code: 'DEFENCE_WINDOW_OVER'; readonly defenceDueOn: CalendarDay }
  | { readonly code: 'DEFENCE_WAIVED_BEFORE' }
  | { readonly code: 'NOTICE_NOT_SERVED' }
  | { readonly code: 'SERVED_BEFORE'; readonly document: ServedDocument }
  | { readonly code: 'INVESTIGATION_EXTENDED_BEFORE' }
  | { readonly code: 'INVESTIGATION_OVERDUE'; readonly investigationDueOn: CalendarDay }
  | { readonly code: 'RECORD_IN_FUTURE' }
  | { readonly code: 'NOT_JOINABLE'; readonly kind: ViolationCaseKind }
  | { readonly code: 'PARTY_IN_CASE' }
  | { readonly code: 'HEARING_REQUESTED_BEFORE' }
  | { readonly code: 'HEARING_OPEN'; readonly hearing: HearingState }
  | { readonly code: 'WRONG_HEARING_STATE'; readonly hearing: HearingState | null; readonly allowed: readonly HearingState[] }
  | { readonly code: 'HEARING_IS_A_RIGHT'; readonly severity: Severity }
  | { readonly code: 'HEARING_TOO_SOON'; readonly afterOn: CalendarDay }
  | { readonly code: 'HEARING_NOT_BEGUN'; readonly scheduledFor: string }
  | { readonly code: 'HEARING_NOTICE_NOT_SERVED' }
  | { readonly code: 'NOT_PRESIDER_OF_HEARING' }
  | { readonly code: 'CATEGORY_NOT_LISTABLE'; readonly category: ViolationCategory; readonly listable: readonly ViolationCategory[] }
  | PublicityRefusal
  | CalendarNotLoaded
