import { openDeliverable } from '#domain/engagements/deliverable.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { engagementWithRecord } from './lock-engagement-party.ts'
import { recordLateDelivery } from './record-late-delivery.ts'
import { saveEngagementStep } from './save-engagement-step.ts'

/** How a version came to be accepted: the owner said so, reviewed it, or let the time for an answer pass. */
export type Acceptance = 'OWNER' | 'REVIEW' | 'SILENCE'

/**
 * Accepts the result that waits, if one does, and completes the engagement: the version's lateness is the engagement's, and beyond the limit a
 * credit event (rulebook R4). For use cases that hold the engagement's row; a review accepts what it reviews.
 * @returns whether a result was accepted now
 */
export async function acceptOpenDeliverable(unit: UnitOfWork, engagementId: string, by: Acceptance): Promise<boolean> {
  const { tx, now, viewer } = unit
  const row = await tx.engagement.findUniqueOrThrow({ where: { id: engagementId }, include: engagementWithRecord })
  if (row.state !== 'DELIVERED') return false
  const open = openDeliverable(row.deliverables)
  // Without a version: delivered before versions were kept.
  const lateWorkingDays = open?.lateWorkingDays ?? row.lateWorkingDays ?? 0
  const submittedAt = open?.submittedAt ?? row.deliveredAt ?? now
  if (open) {
    const data = { state: 'ACCEPTED' as const, answeredById: viewer.userId, answeredAt: now }
    await tx.deliverable.update({ where: { id: open.id }, data })
  }
  await recordLateDelivery(unit, row, { lateWorkingDays, occurredOn: shanghaiDayOf(submittedAt) })
  await saveEngagementStep(
    unit,
    row,
    { state: 'COMPLETED', ...noTerminationProposal },
    {
      action: 'engagements.acceptDeliverable',
      topic: 'engagements.accepted',
      after: { deliverableVersion: open?.deliverableVersion ?? null, lateWorkingDays, by },
    },
  )
  return true
}

/** A proposal to end the engagement falls with its completion. */
const noTerminationProposal = { terminationCause: null, terminationSide: null, terminationReasons: null, terminatedById: null }
