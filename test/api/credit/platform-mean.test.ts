import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewRaters } from '#domain/credit/credit-fact.ts'
import { ZZ_1 } from '#domain/credit/credit-rule-set.ts'
import { scoreReviews } from '#domain/credit/review-score.ts'
import { addDays, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { loadCreditReviews } from '#services/credit/load-credit-reviews.ts'
import { publishedMeans } from '#services/credit/load-platform-means.ts'
import { meanOfReviews, publishPlatformMean } from '#services/credit/publish-platform-mean.ts'
import { reRateDueSubjects } from '#services/credit/re-rate-due-subjects.ts'
import { readRating } from '#services/credit/read-rating.ts'
import { refreshStanding } from '#services/credit/refresh-standing.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { createReviewed } from '#test/factories/reviewing.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const on = (day: string, hour = 10) => new Date(startOfShanghaiDay(day).getTime() + hour * 3_600_000)
const worker = (day: string) => contextOf(test.platform, on(day).toISOString())

describe('R6 the platform mean', () => {
  let praised: RegisteredIntermediary
  let blamed: RegisteredIntermediary
  let unreviewed: RegisteredIntermediary
  beforeAll(async () => {
    const all = await Promise.all([1, 2, 3].map(() => createIntermediary(test.platform)))
    ;[praised, blamed, unreviewed] = all as [RegisteredIntermediary, RegisteredIntermediary, RegisteredIntermediary]
  })

  const rate = (firm: RegisteredIntermediary, day: string) => runInTransaction(worker(day), (unit) => refreshStanding(unit, firm.subjectId))
  const review = async (firm: RegisteredIntermediary, mark: number, day: string) => {
    await createReviewed(test.platform, firm, on(day), [{ rater: 'OWNER', mark, at: on(day) }])
    await rate(firm, day)
  }
  const kept = ({ subjectId }: RegisteredIntermediary) => test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId } })
  const shown = async (firm: RegisteredIntermediary, now: string, asOf: string) => {
    const { standing } = await readRating(test.platform.prisma, firm.subjectId, on(now), asOf)
    return [standing.reviewScore, standing.explanation.some(({ code }) => code === 'PLATFORM_MEAN')]
  }

  it('there is none while nobody was reviewed, and the next run tries again', async () => {
    expect(await publishPlatformMean(worker('2026-03-09'))).toBeNull()
    expect(await publishedMeans(test.platform.prisma)).toEqual([])
  })

  it('is published once a month, by however many workers, of what was known at the end of the day before, and never changed', async () => {
    for (const mark of [5, 5, 5]) await review(praised, mark, '2026-03-02')
    await review(blamed, 1, '2026-03-09')
    // Given today: known tomorrow.
    await review(blamed, 1, '2026-03-10')
    const runs = await Promise.all([1, 2, 3, 4].map(() => publishPlatformMean(worker('2026-03-10'))))
    const march = { publishedOn: '2026-03-11', meanReview: 75, engagements: 4 }
    expect(runs.filter((run) => run !== null)).toEqual([march])
    expect(await publishPlatformMean(worker('2026-03-10'))).toBeNull()
    expect(await publishPlatformMean(worker('2026-03-30'))).toBeNull()
    expect(await publishedMeans(test.platform.prisma)).toEqual([march])
    expect(await test.platform.prisma.auditEvent.count({ where: { action: 'platformMean.publish' } })).toBe(1)
    await expect(test.platform.prisma.ratingBaseline.updateMany({ data: { meanReview: 100 } })).rejects.toThrow()
  })

  it('moves nobody before its day; on its day everybody with reviews is rated anew, and nobody else', async () => {
    const before = await kept(unreviewed)
    expect(await reRateDueSubjects(worker('2026-03-10'))).toBe(0)
    expect(await kept(praised)).toMatchObject({ reviewScore: 100 })
    // Until its turn comes a standing says what was right when it was computed.
    expect(await verifyAllStandings(worker('2026-03-11'))).toMatchObject({ differing: [] })
    // A fact of the day comes before the worker does: that subject is done by it.
    await rate(blamed, '2026-03-11')
    expect(await reRateDueSubjects(worker('2026-03-11'))).toBe(1)
    expect(await reRateDueSubjects(worker('2026-03-11'))).toBe(0)
    // 3 × 100 and 5 × 75; 2 × 0 and 5 × 75.
    expect(await kept(praised)).toMatchObject({ reviewScore: 84.38 })
    expect(await kept(blamed)).toMatchObject({ reviewScore: 53.57 })
    expect(await kept(unreviewed)).toEqual(before)
    expect(await verifyAllStandings(worker('2026-03-11'))).toMatchObject({ differing: [] })
  })

  it('the next one is published on the last day of the month; past days stay as they were told', async () => {
    expect(await publishPlatformMean(worker('2026-03-31'))).toMatchObject({ publishedOn: '2026-04-01', meanReview: 60, engagements: 5 })
    expect(await reRateDueSubjects(worker('2026-03-31'))).toBe(0)
    expect(await reRateDueSubjects(worker('2026-04-01'))).toBe(2)
    expect(await kept(praised)).toMatchObject({ reviewScore: 75 })
    expect(await shown(praised, '2026-04-02', '2026-03-10')).toEqual([100, false])
    expect(await shown(praised, '2026-04-02', '2026-03-31')).toEqual([84.38, true])
    expect(await shown(praised, '2026-04-02', '2026-04-01')).toEqual([75, true])
    expect(await verifyAllStandings(worker('2026-04-01'))).toMatchObject({ differing: [] })
  })
})

describe('the mean as the database sums it', () => {
  it('is what the rating says of all reviews together, on any day: raters, amendments, annulments and the window alike', async () => {
    const firms = await Promise.all([1, 2].map(() => createIntermediary(test.platform)))
    for (let n = 0; n < 30; n += 1) {
      const deliveredOn = n < 4 ? addDays('2024-02-26', n) : addDays('2024-03-01', n * 23)
      const given = reviewRaters
        .filter((_, index) => n % 7 !== index && (n + index) % 4 !== 3)
        .map((rater, index) => {
          const at = on(addDays(deliveredOn, index), 23)
          const amended = { mark: 1 + ((n + 2 * index) % 5), at: new Date(at.getTime() + 2 * 86_400_000) }
          const annulledAt = new Date(at.getTime() + 40 * 86_400_000)
          return { rater, mark: 1 + ((n * 3 + index) % 5), at, ...(n % 3 === 0 && { amended }), ...(n % 5 === 2 && { annulledAt }) }
        })
      await createReviewed(test.platform, firms[n % 2] as RegisteredIntermediary, on(deliveredOn), given)
    }
    const { prisma } = test.platform
    const subjects = await prisma.intermediary.findMany({ select: { subjectId: true } })
    const bySubject = await loadCreditReviews(
      prisma,
      subjects.map(({ subjectId }) => subjectId),
    )
    const reviews = [...bySubject.values()].flat()
    for (const asOf of [
      '2024-03-01',
      '2024-06-09',
      '2025-02-28',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-06-10',
    ]) {
      const { reviewScore, reviewedEngagements } = scoreReviews(reviews, null, ZZ_1, asOf)
      expect([asOf, await meanOfReviews(prisma, ZZ_1, asOf)]).toEqual([asOf, { meanReview: reviewScore, engagements: reviewedEngagements }])
    }
    expect(await meanOfReviews(prisma, ZZ_1, '2023-01-01')).toBeNull()
  })
})
