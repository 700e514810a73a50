import type { EngagementSide } from '#domain/engagements/contract.ts'
import type { TerminationCause } from '#domain/engagements/termination.ts'
import { terminationRules } from '#domain/engagements/termination.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { EngagementWithRecord } from './lock-engagement-party.ts'
import { failAward } from '../selection/fail-award.ts'
import { recordLateDelivery } from './record-late-delivery.ts'
import { saveEngagementStep } from './save-engagement-step.ts'

/** Ends an engagement without its result; a proposal of a contract that still waits falls with it. @returns the engagement's id */
export async function endEngagement(
  unit: UnitOfWork,
  row: EngagementWithRecord,
  {
    lateWorkingDays,
    ...end
  }: {
    readonly side: EngagementSide
    readonly cause: TerminationCause
    readonly reasons: string
    /** Where lateness is the cause: how late the result is by now. */
    readonly lateWorkingDays: number
  },
): Promise<string> {
  const { tx, now, viewer } = unit
  const { side, cause, reasons } = end
  await tx.contract.updateMany({ where: { engagementId: row.id, state: 'PROPOSED' }, data: { state: 'DECLINED', answeredAt: now } })
  await recordLateDelivery(unit, row, { lateWorkingDays, occurredOn: shanghaiDayOf(now) })
  const ended = {
    terminatedAt: now,
    terminatedById: viewer.userId,
    terminationCause: cause,
    terminationSide: side,
    terminationReasons: reasons,
  }
  await failAward(unit, row.id, { code: 'ENGAGEMENT_ENDED', cause })
  return saveEngagementStep(
    unit,
    row,
    { state: 'TERMINATED', ...ended },
    {
      action: 'engagements.terminate',
      topic: 'engagements.terminated',
      after: end,
      basis: citeBasis(terminationRules[cause].basis),
    },
  )
}
