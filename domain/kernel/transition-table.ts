import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** A procedure as data: from each state, the states it may go to. */
export type TransitionTable<State extends string> = Readonly<Record<State, readonly State[]>>

/** What is wrong with a procedure; all empty when it is sound. */
export interface TransitionFaults<State extends string> {
  readonly unreachable: readonly State[]
  /** States that should be left some day and can't be. */
  readonly deadEnds: readonly State[]
  /** Final states that can be left. */
  readonly leavableFinals: readonly State[]
}

/** Every state must be reachable from the start, every state but the final ones leavable, and no final one. */
export function faultsOf<State extends string>(
  table: TransitionTable<State>,
  start: State,
  finals: readonly State[],
): TransitionFaults<State> {
  const states = Object.keys(table) as State[]
  const reached = new Set<State>([start])
  for (const state of reached) for (const next of table[state]) reached.add(next)
  return {
    unreachable: states.filter((state) => !reached.has(state)),
    deadEnds: states.filter((state) => !finals.includes(state) && table[state].length === 0),
    leavableFinals: finals.filter((state) => table[state].length > 0),
  }
}

/** The procedure knows no such step. */
export interface StepForbidden<State extends string> {
  readonly code: 'STEP_FORBIDDEN'
  readonly from: State
  readonly to: State
}

/** The new state, if the procedure allows the step. */
export function moveTo<State extends string>(table: TransitionTable<State>, from: State, to: State): Result<State, StepForbidden<State>> {
  return table[from].includes(to) ? ok(to) : refuse({ code: 'STEP_FORBIDDEN', from, to })
}
