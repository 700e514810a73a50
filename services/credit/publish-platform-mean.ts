import type { CreditRuleSet } from '#domain/credit/credit-rule-set.ts'
import { meanDueFrom } from '#domain/credit/platform-mean.ts'
import { reviewWindowFrom } from '#domain/credit/review-score.ts'
import { roundTo } from '#domain/credit/score-line.ts'
import { addDays, shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { citeBasis, ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { Tx } from '#prisma/client.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import type { PublishedBaseline } from './load-platform-means.ts'
import { publishedMeans } from './load-platform-means.ts'
import { creditRuleSetsOf } from './load-rule-sets.ts'

/**
 * Publishes the platform's mean review 平台平均分, towards which the scores of those with few reviews are shrunk (rulebook R6): one a month,
 * from tomorrow, made of what was known at the end of yesterday, so that every worker at whatever hour computes the same. From its day on
 * `reRateDueSubjects` finds whom it concerns.
 * @returns what was published; null where the month has its mean, or nobody was ever reviewed
 */
export async function publishPlatformMean(context: UseCaseContext): Promise<PublishedBaseline | null> {
  demand(context, 'rating.run')
  return runInTransaction(
    context,
    async (unit) => {
      const { tx, now } = unit
      // Two workers at once, perhaps on either side of midnight: the second sees what the first published.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('publish-platform-mean'))`
      const today = shanghaiDayOf(now)
      const published = (await publishedMeans(tx)).map(({ publishedOn }) => publishedOn)
      const publishedOn = meanDueFrom(published, today)
      if (publishedOn === null) return null
      const rules = unwrap(ruleSetOn(await creditRuleSetsOf(tx), publishedOn))
      const mean = await meanOfReviews(tx, rules, addDays(today, -1))
      if (mean === null) return null
      await tx.ratingBaseline.create({ data: { ...mean, publishedOn: toDbDay(publishedOn) } })
      await unit.audit({
        action: 'platformMean.publish',
        entity: 'RatingBaseline',
        entityId: publishedOn,
        after: mean,
        basis: citeBasis(rules.parameters.priorEngagements.basis),
      })
      return { publishedOn, ...mean }
    },
    120_000,
  )
}

/**
 * The mean over the reviewed engagements of everybody, as known at the end of that day: what `scoreReviews` says of all reviews together,
 * summed by the database because there may be millions.
 */
export async function meanOfReviews(
  tx: Tx,
  ruleSet: CreditRuleSet,
  asOf: CalendarDay,
): Promise<Omit<PublishedBaseline, 'publishedOn'> | null> {
  const { raterWeights, reviewScale } = ruleSet.parameters
  const { OWNER, AUTHORITY, PLATFORM } = raterWeights.value
  const { worst, best } = reviewScale.value
  const from = startOfShanghaiDay(reviewWindowFrom(ruleSet, asOf))
  const end = startOfShanghaiDay(addDays(asOf, 1))
  const [sums] = await tx.$queryRaw<{ meanReview: number | null; engagements: number }[]>`
    WITH counting AS (
      SELECT r."engagementId", CASE r."rater" WHEN 'OWNER' THEN ${OWNER}::float8 WHEN 'AUTHORITY' THEN ${AUTHORITY}::float8
          ELSE ${PLATFORM}::float8 END AS weight,
        coalesce(v.marks, r."quality" + r."timeliness" + r."attitude" + r."fees" + r."conduct") / 5.0::float8 AS mark
      FROM "ServiceReview" r
      JOIN "Engagement" e ON e."id" = r."engagementId"
      LEFT JOIN LATERAL (
        SELECT said."quality" + said."timeliness" + said."attitude" + said."fees" + said."conduct" AS marks
        FROM "ServiceReviewVersion" said WHERE said."reviewId" = r."id" AND said."recordedAt" < ${end} ORDER BY said."version" DESC LIMIT 1
      ) v ON true
      WHERE r."recordedAt" < ${end} AND (r."annulledAt" IS NULL OR r."annulledAt" >= ${end})
        AND coalesce(e."deliveredAt", r."recordedAt") >= ${from} AND coalesce(e."deliveredAt", r."recordedAt") < ${end}
    ), engagement AS (
      SELECT sum(weight * mark) / sum(weight) AS mark FROM counting GROUP BY "engagementId"
    )
    SELECT (avg(mark) - ${worst}::float8) / (${best}::float8 - ${worst}::float8) * 100 AS "meanReview", count(*)::int AS "engagements" FROM engagement`
  return sums === undefined || sums.meanReview === null ? null : { ...sums, meanReview: roundTo(sums.meanReview, 2) }
}
