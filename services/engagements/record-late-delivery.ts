import { engagementRulesOn } from '#domain/engagements/engagement-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis, ruleSetOn } from '#domain/kernel/rule-set.ts'
import { publicityPeriodOf } from '#domain/listings/publicity-period.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { EngagementWithRecord } from './lock-engagement-party.ts'

/** The catalogue's row for delivery more than ten working days late. */
const violationCode = 'V-CON-04'

/**
 * Records late delivery 逾期交付 as a credit event where it exceeds the limit (rulebook R4: over 10 working days late is a violation), with the
 * points of the violation catalogue, for as long as a finding of that severity counts. In the transaction of what settled the lateness, with
 * the firm's standing; once per engagement. It is a matter of record, nobody decides it; the firm may contest the record by a dispute.
 * @param occurredOn the day that settled it: of the accepted version's submission, or of the termination
 */
export async function recordLateDelivery(
  unit: UnitOfWork,
  { id, number, intermediary }: EngagementWithRecord,
  { lateWorkingDays, occurredOn }: { readonly lateWorkingDays: number; readonly occurredOn: string },
): Promise<void> {
  const { tx, now } = unit
  const today = shanghaiDayOf(now)
  const { lateViolationWorkingDays: limit } = unwrap(engagementRulesOn(today)).parameters
  if (lateWorkingDays <= limit.value) return
  const violation = await tx.violationType.findUniqueOrThrow({ where: { code: violationCode } })
  const { automaticEndOn } = publicityPeriodOf(violation.severity, today, unwrap(ruleSetOn(listingRuleSets, today)))
  await tx.creditEvent.createMany({
    data: [
      {
        subjectId: intermediary.subjectId,
        kind: 'LATE_DELIVERY',
        points: -violation.suggestedPoints,
        clause: `${violation.code} ${citeBasis(limit.basis)}`,
        occurredOn: toDbDay(occurredOn),
        countsFromOn: toDbDay(today),
        countsUntilOn: toDbDay(automaticEndOn),
        recordedAt: now,
        description: `${violation.nameZh}：委托 ${number}，逾期 ${lateWorkingDays} 个工作日`,
        sourceType: 'Engagement',
        sourceId: id,
      },
    ],
    skipDuplicates: true,
  })
  await refreshStanding(unit, intermediary.subjectId)
}
