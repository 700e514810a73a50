import { endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { isHearingOpen } from './hearing.ts'
import type { ViolationCase, ViolationCaseState } from './violation-case.ts'
import { violationTransitions } from './violation-case.ts'
import type { ViolationRefusal } from './violation-command.ts'

// What holds between the persons and the documents of one case, asked before each step. Null: nothing is in the way.

/** The refusal for someone who reported or investigated the case and now wants to judge in it. */
export function separationBroken(
  state: Pick<ViolationCase, 'reporterId' | 'investigatorId'>,
  actorId: string,
): Extract<ViolationRefusal, { code: 'SEPARATION_OF_DUTIES' }> | null {
  if (actorId === state.reporterId) return { code: 'SEPARATION_OF_DUTIES', is: 'REPORTER' }
  return actorId === state.investigatorId ? { code: 'SEPARATION_OF_DUTIES', is: 'INVESTIGATOR' } : null
}

/** The refusal that names every text left empty. */
export function incomplete(texts: Readonly<Record<string, string>>): Extract<ViolationRefusal, { code: 'INCOMPLETE' }> | null {
  const missing = Object.keys(texts).filter((name) => texts[name]?.trim() === '')
  return missing.length > 0 ? { code: 'INCOMPLETE', missing } : null
}

/** The refusal for a step to a state that the procedure doesn't know from here. */
export function wrongState(state: ViolationCase, target: ViolationCaseState): ViolationRefusal | null {
  const allowed = violationTransitions[state.state]
  return allowed.includes(target) ? null : { code: 'WRONG_STATE', state: state.state, allowed }
}

/** The refusal for a step that only one state of the case knows. */
export function notIn(state: ViolationCase, ...allowed: readonly ViolationCaseState[]): ViolationRefusal | null {
  return allowed.includes(state.state) ? null : { code: 'WRONG_STATE', state: state.state, allowed }
}

export function notInvestigator(state: ViolationCase, actorId: string): ViolationRefusal | null {
  return state.investigatorId === actorId ? null : { code: 'NOT_INVESTIGATOR_OF_CASE' }
}

/** The refusal while the party is still to be heard: the notice not served, a hearing open, or the window open and not used. */
export function stillHeard(state: ViolationCase, now: Date): ViolationRefusal | null {
  const { state: current, defenceDueOn, isDefenceWaived, hearing } = state
  if (defenceDueOn === null) return { code: 'NOTICE_NOT_SERVED' }
  if (hearing && isHearingOpen(hearing)) return { code: 'HEARING_OPEN', hearing: hearing.state }
  if (current === 'DEFENCE_FILED' || isDefenceWaived) return null
  return now < endOfShanghaiDay(defenceDueOn) ? { code: 'DEFENCE_WINDOW_OPEN', defenceDueOn } : null
}

/** The refusal once the window in which the party could answer is over, or before it has begun. */
export function defenceClosed(state: ViolationCase, now: Date): ViolationRefusal | null {
  const { defenceDueOn } = state
  if (defenceDueOn === null) return { code: 'NOTICE_NOT_SERVED' }
  return now >= endOfShanghaiDay(defenceDueOn) ? { code: 'DEFENCE_WINDOW_OVER', defenceDueOn } : null
}
