import { can, couldEver } from '#domain/access/can.ts'
import type { Permission, PermissionSubject } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { RedListNomination } from './red-list-nomination.ts'

/** What can be done with a nomination, in the order of the procedure. */
export const nominationSteps = ['START_PUBLICITY', 'TURN_DOWN', 'ANSWER_OBJECTIONS', 'DECIDE', 'WITHDRAW'] as const
export type NominationStep = (typeof nominationSteps)[number]

/** Why a step that the procedure waits for isn't the viewer's, or isn't yet. */
export type NominationObstacle =
  | { readonly code: 'NOMINATED_BY_YOU' }
  | { readonly code: 'EXAMINED_BY_YOU' }
  | { readonly code: 'OWN_CASE' }
  | { readonly code: 'RED_LIST_PUBLICITY_OPEN'; readonly publicUntilOn: CalendarDay }
  | { readonly code: 'RED_LIST_OBJECTIONS_OPEN'; readonly count: number }

export interface NextNominationStep {
  readonly step: NominationStep
  /** Null: the viewer may take it now. */
  readonly obstacle: NominationObstacle | null
}

const permissionOf: Readonly<Record<NominationStep, Permission>> = {
  START_PUBLICITY: 'redList.examine',
  TURN_DOWN: 'redList.examine',
  ANSWER_OBJECTIONS: 'redList.examine',
  DECIDE: 'redList.decide',
  WITHDRAW: 'redList.withdraw',
}

/**
 * The steps a nomination waits for that could be this viewer's, and for each whether it may be taken now, or why not. A page draws its forms
 * from this; the use case asks the procedure again.
 */
export function nextNominationSteps(
  state: RedListNomination,
  viewer: Viewer,
  facts: PermissionSubject,
  { today, openObjections }: { readonly today: CalendarDay; readonly openObjections: number },
): readonly NextNominationStep[] {
  const waiting: Readonly<Record<NominationStep, boolean>> = {
    START_PUBLICITY: state.state === 'NOMINATED',
    TURN_DOWN: state.state === 'NOMINATED',
    // Whatever became of the nomination: everybody gets an answer.
    ANSWER_OBJECTIONS: openObjections > 0,
    DECIDE: state.state === 'PUBLICITY',
    WITHDRAW: (state.state === 'NOMINATED' || state.state === 'PUBLICITY') && state.origin === 'AUTHORITY',
  }
  return nominationSteps
    .filter(
      (step) => waiting[step] && couldEver(viewer, permissionOf[step]) && (step !== 'WITHDRAW' || can(viewer, 'redList.withdraw', facts)),
    )
    .map((step) => ({ step, obstacle: obstacleTo(step, state, viewer, facts, today, openObjections) }))
}

function obstacleTo(
  step: NominationStep,
  state: RedListNomination,
  viewer: Viewer,
  facts: PermissionSubject,
  today: CalendarDay,
  openObjections: number,
): NominationObstacle | null {
  const { userId } = viewer
  if (step !== 'WITHDRAW' && userId !== null && userId === state.nominatedById) return { code: 'NOMINATED_BY_YOU' }
  if (step === 'DECIDE' && userId !== null && userId === state.examinedById) return { code: 'EXAMINED_BY_YOU' }
  if (!can(viewer, permissionOf[step], facts)) return { code: 'OWN_CASE' }
  if (step !== 'DECIDE') return null
  const { publicUntilOn } = state
  if (publicUntilOn !== null && today <= publicUntilOn) return { code: 'RED_LIST_PUBLICITY_OPEN', publicUntilOn }
  return openObjections > 0 ? { code: 'RED_LIST_OBJECTIONS_OPEN', count: openObjections } : null
}
