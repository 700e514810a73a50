import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { StepForbidden, TransitionTable } from '#domain/kernel/transition-table.ts'

/** States of a version of rating rules that is not in the code. */
export const ruleSetStates = ['DRAFT', 'PUBLISHED', 'DISCARDED'] as const
export type RuleSetState = (typeof ruleSetStates)[number]
export const finalRuleSetStates: readonly RuleSetState[] = ['PUBLISHED', 'DISCARDED']

/** A published version is never changed: the next one replaces it. */
export const ruleSetTransitions: TransitionTable<RuleSetState> = { DRAFT: ['PUBLISHED', 'DISCARDED'], PUBLISHED: [], DISCARDED: [] }

/** What is known of a draft that somebody wants to publish. */
export interface PublishableDraft {
  readonly state: RuleSetState
  readonly draftedById: string
  /** Why it changes, in the words that are published with it. */
  readonly explanation: string
  /** How many parameters differ from the version in force, or criteria there are: nothing changed is nothing to publish. */
  readonly changes: number
  /** Whether a simulation of the draft as it stands now was run to its end; null where there is nothing to simulate. */
  readonly isSimulated: boolean | null
}

export interface Publication {
  readonly publisherId: string
  readonly today: CalendarDay
  readonly effectiveFrom: CalendarDay
  /** The latest day from which a published version of the same rules is in force. */
  readonly latestEffectiveFrom: CalendarDay | null
}

export type PublicationRefusal =
  | StepForbidden<RuleSetState>
  | { readonly code: 'OWN_DRAFT' }
  | { readonly code: 'RULE_SET_UNEXPLAINED' }
  | { readonly code: 'RULE_SET_UNCHANGED' }
  | { readonly code: 'SIMULATION_REQUIRED' }
  | { readonly code: 'EFFECTIVE_DAY_NOT_LATER'; readonly after: CalendarDay }

/**
 * Whether a draft may be published (ours): by somebody else than who drafted it, explained, simulated as it stands, and from a later day, so
 * that no score of today changes its rules under the reader. In order: one version in force follows the other.
 */
export function decidePublication(
  draft: PublishableDraft,
  { publisherId, today, ...wanted }: Publication,
): Result<RuleSetState, PublicationRefusal> {
  const moved = moveTo(ruleSetTransitions, draft.state, 'PUBLISHED')
  if (!moved.ok) return moved
  if (publisherId === draft.draftedById) return refuse({ code: 'OWN_DRAFT' })
  if (draft.explanation.trim() === '') return refuse({ code: 'RULE_SET_UNEXPLAINED' })
  if (draft.changes === 0) return refuse({ code: 'RULE_SET_UNCHANGED' })
  if (draft.isSimulated === false) return refuse({ code: 'SIMULATION_REQUIRED' })
  const after = wanted.latestEffectiveFrom !== null && wanted.latestEffectiveFrom > today ? wanted.latestEffectiveFrom : today
  if (wanted.effectiveFrom <= after) return refuse({ code: 'EFFECTIVE_DAY_NOT_LATER', after })
  return ok(moved.value)
}

/** Whether the draft may still be changed. */
export function decideRuleSetEdit(state: RuleSetState): Result<'DRAFT', StepForbidden<RuleSetState>> {
  return state === 'DRAFT' ? ok(state) : refuse({ code: 'STEP_FORBIDDEN', from: state, to: 'DRAFT' })
}
