import type { TransitionTable } from '#domain/kernel/transition-table.ts'

export const hearingStates = ['REQUESTED', 'REFUSED', 'SCHEDULED', 'HELD', 'WAIVED'] as const
export type HearingState = (typeof hearingStates)[number]

/** 听证 (rulebook R5). Given up is also who stayed away without cause. A new day is a new notice: scheduled to scheduled. */
export const hearingTransitions: TransitionTable<HearingState> = {
  REQUESTED: ['REFUSED', 'SCHEDULED', 'WAIVED'],
  SCHEDULED: ['SCHEDULED', 'HELD', 'WAIVED'],
  REFUSED: [],
  HELD: [],
  WAIVED: [],
}

export const finalHearingStates: readonly HearingState[] = ['REFUSED', 'HELD', 'WAIVED']

/** What the procedure needs to know of the hearing of a case: one at most. */
export interface CaseHearing {
  readonly state: HearingState
  readonly presiderId: string | null
  readonly scheduledFor: Date | null
  /** Its notice has been served: only then can the party be said to have stayed away. */
  readonly isNoticeServed: boolean
}

/** Whether the case has to wait for it. */
export const isHearingOpen = (hearing: CaseHearing | null): boolean => hearing !== null && !finalHearingStates.includes(hearing.state)
