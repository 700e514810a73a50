import type { CaseState } from '#domain/acceptance/case-state.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { CommitmentState } from './commitment-state.ts'
import type { SupplementState } from './miss.ts'

export type WithdrawalRefusal =
  | { readonly code: 'COMMITMENT_CLOSED'; readonly state: CommitmentState }
  | { readonly code: 'DECISION_TAKEN'; readonly state: CaseState }
  | { readonly code: 'COMMITMENT_OVERDUE'; readonly dueOn: CalendarDay }

/**
 * Whether the applicant may take the commitment back (R1: before the decision). Without it nothing carries the acceptance, so the application
 * falls with it; ready with everything, the applicant files anew (our reading, evidence D). A day that has been missed can't be escaped this
 * way. `assessed` is null for a handling, which promises no day.
 */
export function decideWithdrawal(
  { state, caseState }: { readonly state: CommitmentState; readonly caseState: CaseState },
  assessed: SupplementState | null,
): Result<null, WithdrawalRefusal> {
  if (state !== 'PENDING') return refuse({ code: 'COMMITMENT_CLOSED', state })
  if (caseState !== 'ACCEPTED') return refuse({ code: 'DECISION_TAKEN', state: caseState })
  return assessed?.state === 'MISSED' ? refuse({ code: 'COMMITMENT_OVERDUE', dueOn: assessed.dueOn }) : ok(null)
}
