import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { TransitionTable } from '#domain/kernel/transition-table.ts'

/** States of the finding that a promise was untrue 承诺不实认定. */
export const untrueStates = ['NOTICED', 'DEFENCE_FILED', 'FOUND', 'NOT_FOUND'] as const
export type UntrueState = (typeof untrueStates)[number]

/** The procedure: it begins with the notice, and once that is out only a decision ends it. */
export const untrueTransitions: TransitionTable<UntrueState> = {
  NOTICED: ['DEFENCE_FILED', 'FOUND', 'NOT_FOUND'],
  DEFENCE_FILED: ['FOUND', 'NOT_FOUND'],
  FOUND: [],
  NOT_FOUND: [],
}

/** Found, an objection can still annul the breach; that is a procedure of its own. */
export const finalUntrueStates: readonly UntrueState[] = ['FOUND', 'NOT_FOUND']

/** What the procedure needs to know of a finding. */
export interface UntrueFinding {
  readonly state: UntrueState
  readonly proposedById: string
  /** Who handled the approval case; null where nobody did. */
  readonly officerId: string | null
  /** Last day of the defence window. */
  readonly defenceDueOn: CalendarDay
}

/** A step somebody wants to take. */
export type UntrueCommand =
  | {
      readonly type: 'NOTIFY'
      readonly facts: string
      readonly basis: string
      /** The day on which the notice reached the party: the window runs from it. */
      readonly servedOn: CalendarDay
    }
  | { readonly type: 'DEFEND'; readonly statement: string }
  | { readonly type: 'DECIDE'; readonly actorId: string; readonly outcome: 'FOUND' | 'NOT_FOUND'; readonly reasons: string }

/** What a step came to. */
export type UntrueEvent =
  | { readonly type: 'NOTICED'; readonly state: 'NOTICED'; readonly defenceDueOn: CalendarDay; readonly ruleSetVersion: string }
  | { readonly type: 'DEFENCE_FILED'; readonly state: 'DEFENCE_FILED' }
  | { readonly type: 'DECIDED'; readonly state: 'FOUND' | 'NOT_FOUND' }
