import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { LockedCase } from './lock-case.ts'

/**
 * Records a substantiated violation as a credit event with the points of the catalogue, from the day of the decision. Broken
 * commitments count by their own events, recorded with each breach: they are not counted again here.
 */
export async function recordFinding(unit: UnitOfWork, row: LockedCase['row'], countsUntilOn: CalendarDay | null): Promise<void> {
  const { violation } = row
  if (!violation) return
  await unit.tx.creditEvent.create({
    data: {
      subjectId: row.subjectId,
      kind: 'VIOLATION',
      points: -violation.suggestedPoints,
      clause: `${violation.code} ${violation.basis}`,
      occurredOn: row.occurredOn,
      countsFromOn: toDbDay(shanghaiDayOf(unit.now)),
      countsUntilOn: countsUntilOn && toDbDay(countsUntilOn),
      recordedAt: unit.now,
      description: violation.nameZh,
      sourceType: 'ViolationCase',
      sourceId: row.id,
    },
  })
}
