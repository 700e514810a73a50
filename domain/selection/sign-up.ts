import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { SelectionState } from './selection.ts'

/** A round as far as sign-up asks. */
export interface SignUpWindow {
  readonly state: SelectionState
  readonly signUpOpensAt: Date | null
  readonly signUpClosesAt: Date | null
}

export type SignUpWindowRefusal =
  | { readonly code: 'SIGN_UP_NOT_OPEN'; readonly opensAt: string | null }
  | { readonly code: 'SIGN_UP_CLOSED'; readonly closesAt: string; readonly receivedAt: string }

/**
 * Whether the server's clock stood between opening and line when it received the message. The state alone never lets anyone in or keeps
 * anyone out before the pool is frozen: the sweep that turns it may be late.
 */
export function checkWindow({ state, signUpOpensAt, signUpClosesAt }: SignUpWindow, receivedAt: Date): Result<true, SignUpWindowRefusal> {
  if (signUpOpensAt === null || signUpClosesAt === null || receivedAt < signUpOpensAt) {
    return refuse({ code: 'SIGN_UP_NOT_OPEN', opensAt: signUpOpensAt?.toISOString() ?? null })
  }
  const isFrozen = state !== 'ANNOUNCED' && state !== 'SIGN_UP'
  if (isFrozen || receivedAt >= signUpClosesAt) {
    return refuse({ code: 'SIGN_UP_CLOSED', closesAt: signUpClosesAt.toISOString(), receivedAt: receivedAt.toISOString() })
  }
  return ok(true)
}

/** When the pool is frozen at the earliest: a little after the line, so that what was received before it has arrived. */
export const closingDueAt = (signUpClosesAt: Date, closingDelaySeconds: number): Date =>
  new Date(signUpClosesAt.getTime() + closingDelaySeconds * 1000)

export type StepBackRefusal =
  | { readonly code: 'STEP_BACK_NOT_POSSIBLE'; readonly state: SelectionState }
  | { readonly code: 'NOT_SIGNED_UP' }
  | { readonly code: 'REASONS_REQUIRED' }

/** Frozen, and nothing awarded yet. */
const runningStates: readonly SelectionState[] = ['CLOSED', 'OPENED', 'DRAWN', 'PUBLICITY', 'DISPUTED']

/**
 * Whether a bidder may step back after closing: until the award, with reasons that everyone may read. Its place in the frozen pool stays;
 * it can only no longer win.
 */
export function checkStepBack(state: SelectionState, isActive: boolean, reasons: string): Result<true, StepBackRefusal> {
  if (!isActive) return refuse({ code: 'NOT_SIGNED_UP' })
  if (!runningStates.includes(state)) return refuse({ code: 'STEP_BACK_NOT_POSSIBLE', state })
  return reasons.trim() === '' ? refuse({ code: 'REASONS_REQUIRED' }) : ok(true)
}
