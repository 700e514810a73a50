import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { TransitionTable } from '#domain/kernel/transition-table.ts'
import type { CaseHearing } from './hearing.ts'
import type { ListKind, Severity, ViolationCategory } from './list-kind.ts'

/** A violation by an intermediary or practitioner, or an applicant's broken commitments: one procedure for both. */
export const violationCaseKinds = ['VIOLATION', 'BROKEN_COMMITMENTS'] as const
export type ViolationCaseKind = (typeof violationCaseKinds)[number]

export const violationCaseStates = [
  'REPORTED',
  'INVESTIGATING',
  'NOTICED',
  'DEFENCE_FILED',
  'DECIDED_LISTED',
  'DECIDED_NOT_LISTED',
  'CLOSED_NO_FINDING',
] as const
export type ViolationCaseState = (typeof violationCaseStates)[number]

/** The procedure (rulebook R5). Once a notice is out only a decision ends the case: the party must get an answer. */
export const violationTransitions: TransitionTable<ViolationCaseState> = {
  REPORTED: ['INVESTIGATING'],
  INVESTIGATING: ['NOTICED', 'CLOSED_NO_FINDING'],
  NOTICED: ['DEFENCE_FILED', 'DECIDED_LISTED', 'DECIDED_NOT_LISTED'],
  DEFENCE_FILED: ['DECIDED_LISTED', 'DECIDED_NOT_LISTED'],
  DECIDED_LISTED: [],
  DECIDED_NOT_LISTED: [],
  CLOSED_NO_FINDING: [],
}

/** Where a case ends. Listed or not, what follows (appeal, repair) is a procedure of its own. */
export const finalViolationStates: readonly ViolationCaseState[] = ['DECIDED_LISTED', 'DECIDED_NOT_LISTED', 'CLOSED_NO_FINDING']

/**
 * What the procedure needs to know of a case. `category` is null for broken commitments, `reporterId` null when the system opened
 * it. `investigationDueOn` is the last day of the investigation, `defenceDueOn` that of the defence window: null until the notice is
 * served. `appealDueOn` is null until the decision is served.
 */
export interface ViolationCase {
  readonly kind: ViolationCaseKind
  readonly state: ViolationCaseState
  readonly severity: Severity
  readonly category: ViolationCategory | null
  readonly reporterId: string | null
  readonly investigatorId: string | null
  readonly investigationDueOn: CalendarDay | null
  readonly isInvestigationExtended: boolean
  readonly defenceDueOn: CalendarDay | null
  readonly isDefenceWaived: boolean
  readonly hearing: CaseHearing | null
  readonly decisionServedOn: CalendarDay | null
  readonly appealDueOn: CalendarDay | null
}

/** The list on which a case of this kind can end. */
export function listOfKind(kind: ViolationCaseKind): Exclude<ListKind, 'RED_LIST'> {
  return kind === 'VIOLATION' ? 'BLACKLIST' : 'DISHONESTY'
}
