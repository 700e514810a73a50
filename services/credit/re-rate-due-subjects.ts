import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { refreshStanding } from './refresh-standing.ts'

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
    for (const { subjectId } of due) await runInTransaction(context, (unit) => refreshStanding(unit, subjectId))
    rated += due.length
    if (due.length < BATCH) return rated
  }
}
