import { contractInForce } from '#domain/engagements/contract.ts'
import type { MilestonedEngagement } from '#domain/engagements/milestone.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { EngagementWithRecord } from './lock-engagement-party.ts'

/** An engagement as the rules of its milestones read it. */
export const toMilestoned = (
  row: Pick<EngagementWithRecord, 'state' | 'deliverDueOn' | 'contracts' | 'milestones'>,
): MilestonedEngagement => ({
  state: row.state,
  hasContract: contractInForce(row.contracts) !== null,
  deliverDueOn: fromDbDay(row.deliverDueOn),
  milestones: row.milestones.map(({ sequence, dueOn, doneAt, confirmedAt }) => ({
    sequence,
    dueOn: fromDbDay(dueOn),
    isDone: doneAt !== null,
    isConfirmed: confirmedAt !== null,
  })),
})
