import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { TransitionTable } from '#domain/kernel/transition-table.ts'
import type { ListEntry } from '#domain/listings/list-entry.ts'
import type { ViolationCaseState } from '#domain/listings/violation-case.ts'

export const appealStates = ['FILED', 'UNDER_REVIEW', 'ANNULLED', 'VARIED', 'UPHELD', 'NOT_ADMITTED', 'WITHDRAWN'] as const
export type AppealState = (typeof appealStates)[number]

/**
 * 申诉. A filed one is taken up or not admitted; whoever took it up decides afresh. Annulled straight from filed: the basis of the decision fell
 * away for another reason before anyone looked.
 */
export const appealTransitions: TransitionTable<AppealState> = {
  FILED: ['UNDER_REVIEW', 'NOT_ADMITTED', 'WITHDRAWN', 'ANNULLED'],
  UNDER_REVIEW: ['ANNULLED', 'VARIED', 'UPHELD', 'WITHDRAWN'],
  ANNULLED: [],
  VARIED: [],
  UPHELD: [],
  NOT_ADMITTED: [],
  WITHDRAWN: [],
}

export const finalAppealStates: readonly AppealState[] = ['ANNULLED', 'VARIED', 'UPHELD', 'NOT_ADMITTED', 'WITHDRAWN']

/** Ends after which there is nothing more to appeal: a reviewer spoke. One that was withdrawn or not admitted may be filed again in time. */
export const answeredAppealStates: readonly AppealState[] = ['ANNULLED', 'VARIED', 'UPHELD']

/** What the procedure needs to know of an appeal. */
export interface Appeal {
  readonly state: AppealState
  readonly reviewerId: string | null
  readonly answerDueOn: CalendarDay
}

/**
 * The decision that is appealed. `appealDueOn` is the last day to appeal, null while the decision has not been served. `decidingChain` holds
 * the body that decided, its superiors and its subordinates; null when it isn't known, and then nobody can be shown to be outside.
 */
export interface AppealedDecision {
  readonly caseState: ViolationCaseState
  readonly isViolationFound: boolean
  readonly appealDueOn: CalendarDay | null
  readonly entry: (Pick<ListEntry, 'status' | 'untilOn'> & { readonly earliestRepairOn: CalendarDay | null }) | null
  readonly reporterId: string | null
  readonly investigatorId: string | null
  readonly deciderId: string | null
  readonly presiderId: string | null
  readonly decidingChain: readonly string[] | null
  /** Other appeals against the same decision. */
  readonly otherAppeals: readonly AppealState[]
}
