import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { PUBLIC_NOTICE_DAYS } from '#domain/procedures/service-of-documents.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import type { Procedure, ServiceMethod } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { isReachableOnPlatform } from './is-reachable-on-platform.ts'

export interface ServedDocument {
  readonly procedure: Procedure
  readonly entityId: string
  /** `NOTICE`, `HEARING_NOTICE`, `DECISION`, … */
  readonly document: string
  readonly documentNumber: string
  readonly subjectId: string
  /** Left out: into the party's account. */
  readonly method?: ServiceMethod
  /** The day it was handed over, delivered or put up; today if left out. */
  readonly servedOn?: CalendarDay
  readonly note?: string
}

/**
 * 送达: puts on record that a document reached its party, and answers with the day from which its clocks run. Into an account it is
 * served at once; by public notice when the days of the notice have passed. A document is served on a party once: called again it
 * answers with the first day.
 * @throws RefusedError SERVICE_METHOD_REQUIRED when the party has no account and no other way is named
 * @throws ValidationError for a day to come
 */
export async function serveDocument(unit: UnitOfWork, served: ServedDocument): Promise<CalendarDay> {
  const { procedure, entityId, document, documentNumber, subjectId, note } = served
  const earlier = await unit.tx.documentService.findUnique({ where: { documentNumber_subjectId: { documentNumber, subjectId } } })
  if (earlier) return fromDbDay(earlier.servedOn)
  const method = served.method ?? 'PLATFORM'
  if (method === 'PLATFORM' && !(await isReachableOnPlatform(unit.tx, subjectId)))
    throw new RefusedError({ code: 'SERVICE_METHOD_REQUIRED' })
  const today = shanghaiDayOf(unit.now)
  const doneOn = method === 'PLATFORM' ? today : (served.servedOn ?? today)
  if (doneOn > today) throw new ValidationError([{ path: 'servedOn', code: 'DAY_IN_FUTURE', facts: {} }])
  const servedOn = method === 'PUBLIC_NOTICE' ? addDays(doneOn, PUBLIC_NOTICE_DAYS) : doneOn
  await unit.tx.documentService.create({
    data: {
      procedure,
      entityId,
      document,
      documentNumber,
      subjectId,
      method,
      servedOn: toDbDay(servedOn),
      note: note ?? null,
      recordedById: unit.viewer.userId,
      recordedAt: unit.now,
    },
  })
  return servedOn
}
