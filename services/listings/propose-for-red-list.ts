import { addMonths, shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { halfYearDatesBefore, unmetCriteria } from '#domain/listings/red-list-findings.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { listingRulesOn, redListFindingsOf } from './find-red-list-criteria.ts'
import { lockSubject } from './lock-nomination.ts'
import { nominate } from './nominate-for-red-list.ts'

/**
 * Proposes for the red list whoever meets all criteria (rulebook R6). It only proposes: an office examines, the public may object, a decider
 * decides. Whoever was nominated since the last half-year date isn't proposed again before the next one, whatever became of it.
 * @returns how many were proposed
 */
export async function proposeForRedList(context: UseCaseContext): Promise<number> {
  demand(context, 'redList.keep')
  let proposed = 0
  for (const subjectId of await candidates(context)) {
    if (await runInTransaction(context, (unit) => proposeIfWorthy(unit, subjectId))) proposed += 1
  }
  return proposed
}

/** Grade, reviews and violations as one statement over the register; the criteria proper are asked of the few that are left. */
async function candidates({ prisma, clock }: UseCaseContext): Promise<readonly string[]> {
  const now = clock.now()
  const { parameters } = listingRulesOn(now)
  const cleanSince = toDbDay(addMonths(shanghaiDayOf(now), -parameters.redListCleanMonths.value))
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT s."subjectId" AS id FROM "CreditStanding" s JOIN "Intermediary" i ON i."subjectId" = s."subjectId" AND i."status" = 'LISTED'
    WHERE s."grade" = ${parameters.redListGrade.value.grade}
      AND NOT EXISTS (SELECT 1 FROM "CreditEvent" e WHERE e."subjectId" = s."subjectId" AND e."annulledAt" IS NULL
        AND e."kind" IN ('VIOLATION', 'COMMITMENT_UNTRUE') AND e."countsFromOn" > ${cleanSince})
      AND NOT EXISTS (SELECT 1 FROM "ListEntry" l WHERE l."subjectId" = s."subjectId" AND l."status" = 'ACTIVE' AND l."list" = 'RED_LIST')
      AND NOT EXISTS (SELECT 1 FROM "RedListNomination" n WHERE n."subjectId" = s."subjectId" AND n."nominatedAt" >= ${proposedSince(now)})
      AND (SELECT count(DISTINCT r."engagementId") FROM "ServiceReview" r JOIN "Engagement" g ON g."id" = r."engagementId"
        WHERE g."intermediaryId" = i."id" AND r."annulledAt" IS NULL) >= ${parameters.redListReviewedEngagements.value}
    ORDER BY s."subjectId"`
  return rows.map(({ id }) => id)
}

async function proposeIfWorthy(unit: UnitOfWork, subjectId: string): Promise<boolean> {
  const { tx, now } = unit
  await lockSubject(tx, subjectId)
  // Another sweep may have been first.
  const earlier = await tx.redListNomination.count({
    where: { subjectId, OR: [{ state: { in: ['NOMINATED', 'PUBLICITY'] } }, { nominatedAt: { gte: proposedSince(now) } }] },
  })
  if (earlier > 0) return false
  const rules = listingRulesOn(now)
  const findings = await redListFindingsOf(tx, subjectId, now)
  if (unmetCriteria(findings, 'CRITERIA', rules).length > 0) return false
  const { redListGrade, redListReviewedEngagements, redListCleanMonths } = rules.parameters
  const bases = [redListGrade, redListReviewedEngagements, redListCleanMonths].map(({ basis }) => basis)
  const reasons = bases.map(({ textZh }) => textZh).join('；')
  await nominate(unit, { subjectId, origin: 'CRITERIA', reasons, basis: bases.map(citeBasis).join('；') })
  return true
}

const proposedSince = (now: Date): Date =>
  startOfShanghaiDay(halfYearDatesBefore(shanghaiDayOf(now), listingRulesOn(now)).at(-1) ?? shanghaiDayOf(now))
