import { fromDbDay, fromDbDayOrNull, toDbDay } from '#prisma/db-day.ts'
import type { CorrectableField } from '#domain/remedies/correctable-data.ts'
import { annulCreditEvent } from '../credit/annul-credit-event.ts'
import { recordCreditEvent } from '../credit/record-credit-event.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { ContestedRow } from './contested-record.ts'

export interface Correction {
  readonly objectionId: string
  /** Null: the whole record falls. */
  readonly field: CorrectableField | null
  readonly corrected: string | null
  readonly reason: string
}

/** What was changed, as it is kept with the objection. */
export interface CorrectedValue {
  readonly field: CorrectableField | null
  readonly before: string | null
  readonly after: string | null
  /** The record that took the place of the contested one, where a new one did. */
  readonly replacedBy?: string
}

/**
 * Puts a record right, in the transaction of the upheld objection: everything that is made of it (score, standing, search document) follows at
 * once, and past days stay as they were told.
 */
export async function correctData(unit: UnitOfWork, record: ContestedRow, correction: Correction): Promise<CorrectedValue> {
  const { field, corrected } = correction
  if (field === null || corrected === null) {
    await annulRecord(unit, record, correction.reason)
    return { field: null, before: record.title, after: null }
  }
  const replacedBy = await writeField(unit, record, { ...correction, field, corrected })
  await refreshStanding(unit, record.subjectId)
  return { field, before: record.values[field] ?? null, after: corrected, ...(replacedBy === null ? {} : { replacedBy }) }
}

async function annulRecord(unit: UnitOfWork, { target, targetId, subjectId }: ContestedRow, reason: string): Promise<void> {
  const { tx, now } = unit
  const standing = { id: targetId, annulledAt: null }
  if (target === 'CREDIT_EVENT') return annulCreditEvent(unit, targetId, reason)
  if (target === 'REVIEW') await tx.serviceReview.updateMany({ where: standing, data: { annulledAt: now } })
  if (target === 'ASSESSMENT') {
    await tx.industryAssessment.updateMany({ where: standing, data: { annulledAt: now, annulReason: reason } })
  }
  await refreshStanding(unit, subjectId)
}

type FieldCorrection = Correction & { readonly field: CorrectableField; readonly corrected: string }

/** Writes one field; answers with the id of the record that took the contested one's place, if one did. */
async function writeField(unit: UnitOfWork, { target, targetId }: ContestedRow, correction: FieldCorrection): Promise<string | null> {
  const { tx } = unit
  const { field, corrected } = correction
  switch (target) {
    case 'CREDIT_EVENT':
      return correctEvent(unit, targetId, correction)
    case 'LIST_ENTRY':
      await tx.listEntry.update({ where: { id: targetId }, data: { [field]: corrected } })
      return null
    case 'REGISTER_FIELD':
      await tx.intermediary.update({ where: { id: targetId }, data: { [field]: corrected, version: { increment: 1 } } })
      return null
    case 'SUBJECT_FIELD':
      await tx.subject.update({ where: { id: targetId }, data: { name: corrected } })
      await tx.organisation.updateMany({ where: { subjectId: targetId }, data: { nameZh: corrected } })
      return null
    case 'REVIEW':
    case 'ASSESSMENT':
      throw new Error(`${target} has no field ${field}`)
  }
}

/**
 * A slip of the pen is put right where it stands. What counts in the score is never overwritten: the event is annulled and the right one takes
 * its place, so that the days before are reproduced as they stood.
 */
async function correctEvent(
  unit: UnitOfWork,
  eventId: string,
  { field, corrected, objectionId, reason }: FieldCorrection,
): Promise<string | null> {
  const { tx } = unit
  if (field === 'description' || field === 'occurredOn') {
    const data = field === 'description' ? { description: corrected } : { occurredOn: toDbDay(corrected) }
    await tx.creditEvent.update({ where: { id: eventId }, data })
    return null
  }
  const event = await tx.creditEvent.findUniqueOrThrow({ where: { id: eventId } })
  await annulCreditEvent(unit, eventId, reason)
  return recordCreditEvent(unit, {
    subjectId: event.subjectId,
    kind: event.kind,
    points: field === 'points' ? Number(corrected) : event.points,
    clause: event.clause,
    occurredOn: fromDbDay(event.occurredOn),
    countsUntilOn: field === 'countsUntilOn' ? corrected : fromDbDayOrNull(event.countsUntilOn),
    description: event.description,
    sourceType: 'DataObjection',
    sourceId: objectionId,
  })
}
