import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { FundSource, SelectionState } from './selection.ts'
import type { SelectionRuleSet } from './selection-rule-set.ts'

/** Failures that no bidder and no owner caused: the round is void and doesn't count. */
export const voidingFailures: readonly string[] = ['SHARE_NOT_RELEASED', 'NO_PUBLIC_RANDOMNESS']

/** A round that may have failed. */
export interface EndedRound {
  readonly state: SelectionState
  readonly round: number
  readonly failure: { readonly code: string } | null
}

export type ReAnnouncementRefusal =
  { readonly code: 'NOT_FAILED'; readonly state: SelectionState } | { readonly code: 'RE_ANNOUNCEMENTS_USED_UP'; readonly allowed: number }

/** The number of the round that may follow a failed one (rulebook R3: one re-announcement); a void round is held again under its own number. */
export function nextRound({ state, round, failure }: EndedRound, ruleSet: SelectionRuleSet): Result<number, ReAnnouncementRefusal> {
  if (state !== 'FAILED') return refuse({ code: 'NOT_FAILED', state })
  if (failure && voidingFailures.includes(failure.code)) return ok(round)
  const allowed = ruleSet.parameters.reAnnouncements.value
  return round > allowed ? refuse({ code: 'RE_ANNOUNCEMENTS_USED_UP', allowed }) : ok(round + 1)
}

/** Whether the owner may now choose directly what no selection brought: after the last failed round, with funds that allow it at all. */
export function mayChooseDirectly(ended: EndedRound & { readonly fundSource: FundSource }, ruleSet: SelectionRuleSet): boolean {
  if (!ruleSet.parameters.directFundSources.value.includes(ended.fundSource)) return false
  const next = nextRound(ended, ruleSet)
  return !next.ok && next.refusal.code === 'RE_ANNOUNCEMENTS_USED_UP'
}
