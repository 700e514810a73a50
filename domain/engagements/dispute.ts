import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { StepForbidden, TransitionTable } from '#domain/kernel/transition-table.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { countWorkingDays } from '#domain/kernel/working-days.ts'
import type { EngagementSide } from './contract.ts'

/**
 * 争议 between the two sides. It ends by their own agreement, by withdrawal, or by the answer of the supervising office, which states what it
 * found and orders nothing: courts and arbitration stay open. The agency of the approval has no part in it.
 */
export const disputeStates = ['OPEN', 'SETTLED', 'ANSWERED', 'WITHDRAWN'] as const
export type DisputeState = (typeof disputeStates)[number]

export const disputeTransitions: TransitionTable<DisputeState> = {
  OPEN: ['SETTLED', 'ANSWERED', 'WITHDRAWN'],
  SETTLED: [],
  ANSWERED: [],
  WITHDRAWN: [],
}
export const finalDisputeStates: readonly DisputeState[] = ['SETTLED', 'ANSWERED', 'WITHDRAWN']

export interface Dispute {
  readonly state: DisputeState
  readonly raisedBySide: EngagementSide
  readonly raisedAt: Date
  readonly isStated: boolean
}

export type DisputeRefusal =
  | StepForbidden<DisputeState>
  | CalendarNotLoaded
  | { readonly code: 'DISPUTE_OPEN' }
  | { readonly code: 'DISPUTE_NOT_YOURS' }
  | { readonly code: 'DISPUTE_STATED' }
  | { readonly code: 'STATEMENT_PENDING'; readonly workingDays: number }

/** One open dispute at a time: what else is at odds belongs to it. */
export function decideRaising(disputes: readonly Dispute[]): Result<true, DisputeRefusal> {
  return disputes.some(({ state }) => state === 'OPEN') ? refuse({ code: 'DISPUTE_OPEN' }) : ok(true)
}

/** The other side states its case, once. */
export function decideStatement(dispute: Dispute, side: EngagementSide): Result<true, DisputeRefusal> {
  if (dispute.state !== 'OPEN') return refuse({ code: 'STEP_FORBIDDEN', from: dispute.state, to: 'OPEN' })
  if (dispute.raisedBySide === side) return refuse({ code: 'DISPUTE_NOT_YOURS' })
  return dispute.isStated ? refuse({ code: 'DISPUTE_STATED' }) : ok(true)
}

/** Who raised it says that it is settled, or takes it back: the other side can't end what it didn't raise. */
export function decideEnding(
  dispute: Dispute,
  { side, outcome }: { readonly side: EngagementSide; readonly outcome: 'SETTLED' | 'WITHDRAWN' },
): Result<DisputeState, DisputeRefusal> {
  return dispute.raisedBySide === side ? moveTo(disputeTransitions, dispute.state, outcome) : refuse({ code: 'DISPUTE_NOT_YOURS' })
}

/** The supervising office answers once both sides were heard, or the other side's time to state its case is over. */
export function decideOfficeAnswer(
  dispute: Dispute,
  statementWorkingDays: number,
  { now, calendar }: { readonly now: Date; readonly calendar: WorkingCalendar },
): Result<DisputeState, DisputeRefusal> {
  if (!dispute.isStated) {
    const used = countWorkingDays(shanghaiDayOf(dispute.raisedAt), shanghaiDayOf(now), calendar)
    if (!used.ok) return used
    if (used.value <= statementWorkingDays) return refuse({ code: 'STATEMENT_PENDING', workingDays: statementWorkingDays })
  }
  return moveTo(disputeTransitions, dispute.state, 'ANSWERED')
}
