import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { refreshStandings } from './refresh-standings.ts'

/** Subjects of one transaction: statements stay few, and locks last less than a second. */
const BATCH = 1000

/**
 * The complete re-rating of every version that is in force by today and not yet applied to everyone. Each batch is a transaction that moves
 * the run forward: killed anywhere it goes on where it stopped, and two workers take turns at one run.
 * @returns how many subjects were rated
 */
export async function runDueRatings(context: UseCaseContext): Promise<number> {
  demand(context, 'rating.run')
  let rated = 0
  for (;;) {
    const step = await runInTransaction(context, rateNextSubjects, 120_000)
    if (step === null) return rated
    rated += step
  }
}

/** The next subjects of the oldest run that is due; null when there is none that nobody else is at. */
async function rateNextSubjects(unit: UnitOfWork): Promise<number | null> {
  const { tx, now } = unit
  const today = toDbDay(shanghaiDayOf(now))
  const [run] = await tx.$queryRaw<{ id: string; afterSubjectId: string | null }[]>`
    SELECT "id", "afterSubjectId" FROM "RatingRun" WHERE "state" IN ('PENDING', 'RUNNING') AND "effectiveFrom" <= ${today}
    ORDER BY "effectiveFrom" LIMIT 1 FOR UPDATE SKIP LOCKED`
  if (!run) return null
  const due = await tx.creditStanding.findMany({
    where: run.afterSubjectId === null ? {} : { subjectId: { gt: run.afterSubjectId } },
    orderBy: { subjectId: 'asc' },
    take: BATCH,
    select: { subjectId: true },
  })
  const changed =
    due.length > 0
      ? await refreshStandings(
          unit,
          due.map(({ subjectId }) => subjectId),
        )
      : 0
  const isDone = due.length < BATCH
  await tx.ratingRun.update({
    where: { id: run.id },
    data: {
      state: isDone ? 'DONE' : 'RUNNING',
      afterSubjectId: due.at(-1)?.subjectId ?? run.afterSubjectId,
      rated: { increment: due.length },
      changed: { increment: changed },
      ...(run.afterSubjectId === null && { startedAt: now }),
      ...(isDone && { finishedAt: now }),
    },
  })
  return due.length
}
