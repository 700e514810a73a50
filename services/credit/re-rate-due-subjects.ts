import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { refreshStandings } from './refresh-standings.ts'

const BATCH = 200

/** Computes again every score some of whose facts stopped counting before today; returns how many. */
export async function reRateDueSubjects(context: UseCaseContext): Promise<number> {
  demand(context, 'standing.rebuild')
  const today = toDbDay(shanghaiDayOf(context.clock.now()))
  let rated = 0
  for (;;) {
    const due = await context.prisma.creditStanding.findMany({
      where: { holdsUntilOn: { lt: today } },
      select: { subjectId: true },
      take: BATCH,
    })
    const subjectIds = due.map(({ subjectId }) => subjectId)
    await runInTransaction(context, (unit) => refreshStandings(unit, subjectIds))
    rated += due.length
    if (due.length < BATCH) return rated
  }
}
