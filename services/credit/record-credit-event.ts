import type { CreditEventKind } from '#domain/credit/credit-fact.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { refreshStandings } from './refresh-standings.ts'

/** A scored fact as its cause states it (see CreditEvent of domain/credit). */
export interface CreditEventFacts {
  readonly subjectId: string
  readonly kind: CreditEventKind
  /** Signed: a violation of 6 catalogue points is -6. */
  readonly points: number
  /** The catalogue row or rule it is recorded under. */
  readonly clause: string
  readonly occurredOn: CalendarDay
  /** The day it became known to the score; today where nothing is said. */
  readonly countsFromOn?: CalendarDay
  readonly countsUntilOn: CalendarDay | null
  readonly description: string
  /** The table and row it follows from: one event of a kind a source, however often it is asked for. */
  readonly sourceType: string
  readonly sourceId: string
}

/**
 * Records a scored fact and what it does to the standing, in the transaction of its cause. Asked again for the same source it answers with
 * the event there is.
 * @returns the event's id
 */
export async function recordCreditEvent(unit: UnitOfWork, facts: CreditEventFacts): Promise<string> {
  const { tx, now, viewer } = unit
  const { subjectId, sourceType, sourceId, kind, occurredOn, countsFromOn = shanghaiDayOf(now), countsUntilOn, ...rest } = facts
  const [created] = await tx.creditEvent.createManyAndReturn({
    data: [
      {
        ...{ subjectId, sourceType, sourceId, kind, ...rest },
        occurredOn: toDbDay(occurredOn),
        countsFromOn: toDbDay(countsFromOn),
        countsUntilOn: countsUntilOn === null ? null : toDbDay(countsUntilOn),
        recordedAt: now,
        recordedById: viewer.userId,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  })
  await refreshStandings(unit, [subjectId])
  if (created) return created.id
  const source = { sourceType_sourceId_kind: { sourceType, sourceId, kind } }
  return (await tx.creditEvent.findUniqueOrThrow({ where: source, select: { id: true } })).id
}
