import type { CorrectableField, DataTarget } from '#domain/remedies/correctable-data.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'

/** A record that an objection is about: whose it is, where it comes from, who recorded it, what its fields say. */
export interface ContestedRow {
  readonly target: DataTarget
  readonly targetId: string
  readonly subjectId: string
  /** The table it follows from; null where it is its own source. */
  readonly sourceType: string | null
  readonly recordedById: string | null
  /** The record in one line, for whoever reads the objection. */
  readonly title: string
  readonly values: Readonly<Partial<Record<CorrectableField, string>>>
}

type Reader = (tx: Tx, id: string) => Promise<Omit<ContestedRow, 'target' | 'targetId'> | null>

/** One reader a table; null for what isn't there, or no longer stands. */
const readers: Readonly<Record<DataTarget, Reader>> = {
  CREDIT_EVENT: async (tx, id) => {
    const row = await tx.creditEvent.findFirst({ where: { id, annulledAt: null } })
    if (!row) return null
    const values = {
      description: row.description,
      occurredOn: fromDbDay(row.occurredOn),
      points: String(row.points),
      countsUntilOn: fromDbDayOrNull(row.countsUntilOn) ?? '',
    }
    return { subjectId: row.subjectId, sourceType: row.sourceType, recordedById: row.recordedById, title: row.description, values }
  },
  LIST_ENTRY: async (tx, id) => {
    const row = await tx.listEntry.findFirst({ where: { id, status: 'ACTIVE' }, include: { case: true } })
    if (!row) return null
    const { reasons, basis } = row
    const sourceType = row.caseId ? 'ViolationCase' : 'RedListNomination'
    return {
      subjectId: row.subjectId,
      sourceType,
      recordedById: row.case?.deciderId ?? null,
      title: row.number,
      values: { reasons, basis },
    }
  },
  REVIEW: async (tx, id) => {
    const row = await tx.serviceReview.findFirst({
      where: { id, annulledAt: null },
      include: { engagement: { include: { intermediary: { select: { subjectId: true } } } } },
    })
    if (!row) return null
    const { number, intermediary } = row.engagement
    return { subjectId: intermediary.subjectId, sourceType: null, recordedById: row.ratedById, title: number, values: {} }
  },
  ASSESSMENT: async (tx, id) => {
    const row = await tx.industryAssessment.findFirst({ where: { id, annulledAt: null }, include: { ruleSet: true } })
    if (!row) return null
    const title = `${row.ruleSet.version} ${row.period}`
    return { subjectId: row.subjectId, sourceType: null, recordedById: row.assessedById, title, values: {} }
  },
  REGISTER_FIELD: async (tx, id) => {
    const row = await tx.intermediary.findUnique({ where: { id }, include: { subject: true } })
    if (!row) return null
    const { legalForm, legalRepresentative, address, phone, introduction } = row
    const values = { legalForm, legalRepresentative, address, phone, introduction }
    return { subjectId: row.subjectId, sourceType: null, recordedById: null, title: row.subject.name, values }
  },
  SUBJECT_FIELD: async (tx, id) => {
    const row = await tx.subject.findUnique({ where: { id } })
    return row && { subjectId: row.id, sourceType: null, recordedById: null, title: row.name, values: { name: row.name } }
  },
}

/** The record, null where there is none that still stands. */
export async function contestedRecord(tx: Tx, target: DataTarget, targetId: string): Promise<ContestedRow | null> {
  const row = await readers[target](tx, targetId)
  return row && { target, targetId, ...row }
}
