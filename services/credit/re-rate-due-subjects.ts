import { publishedMeanOn } from '#domain/credit/platform-mean.ts'
import { shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { publishedMeans } from './load-platform-means.ts'
import { refreshStandings } from './refresh-standings.ts'

const BATCH = 200

/**
 * Computes again every score that may be another one by now though nothing was recorded: some of its facts stopped counting before today, or
 * it was shrunk towards a platform mean that a later one has replaced.
 * @returns how many
 */
export async function reRateDueSubjects(context: UseCaseContext): Promise<number> {
  demand(context, 'standing.rebuild')
  const today = shanghaiDayOf(context.clock.now())
  const expired = await reRate(context, { holdsUntilOn: { lt: toDbDay(today) } })
  const mean = publishedMeanOn(await publishedMeans(context.prisma), today)
  if (mean === null) return expired
  // A mean is published for a later day: whatever was computed since that day began knows it. Without reviews it plays no part.
  const older = { reviewScore: { not: null }, computedAt: { lt: startOfShanghaiDay(mean.publishedOn) } }
  return expired + (await reRate(context, older))
}

/** One pass over these standings in the order of their keys: a batch a transaction, none looked for twice. */
async function reRate(context: UseCaseContext, due: Prisma.CreditStandingWhereInput): Promise<number> {
  let rated = 0
  let after: string | undefined
  for (;;) {
    const rows = await context.prisma.creditStanding.findMany({
      where: { ...due, ...(after !== undefined && { subjectId: { gt: after } }) },
      orderBy: { subjectId: 'asc' },
      select: { subjectId: true },
      take: BATCH,
    })
    const subjectIds = rows.map(({ subjectId }) => subjectId)
    if (subjectIds.length > 0) await runInTransaction(context, (unit) => refreshStandings(unit, subjectIds))
    rated += rows.length
    if (rows.length < BATCH) return rated
    after = subjectIds.at(-1)
  }
}
