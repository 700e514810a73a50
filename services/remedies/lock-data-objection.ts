import { couldEver } from '#domain/access/can.ts'
import type { PermissionSubject } from '#domain/access/can.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fieldOf } from '#domain/remedies/correctable-data.ts'
import type { DataObjection } from '#domain/remedies/data-objection.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { DataObjection as DataObjectionRow, Prisma } from '#prisma/generated/client.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { AuditEntry } from '../kernel/trail.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { contestedRecord } from './contested-record.ts'
import type { ContestedRow } from './contested-record.ts'
import { visibleDataObjections } from './visible-remedies.ts'

/** An objection, ours until commit; `record` is null where what it was about no longer stands. */
export interface LockedDataObjection {
  readonly row: DataObjectionRow
  readonly record: ContestedRow | null
  readonly state: DataObjection
  readonly facts: PermissionSubject
}

/**
 * Takes an objection to data for its answer.
 * @throws ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function lockDataObjection(
  unit: UnitOfWork,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<LockedDataObjection> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, 'dataObjection.decide')) throw new ForbiddenError('dataObjection.decide', viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "DataObjection" WHERE "number" = ${number} FOR UPDATE`
  const row = await tx.dataObjection.findFirst({ where: { AND: [{ number }, visibleDataObjections(viewer)] } })
  if (!row) throw new NotFoundError('DataObjection')
  if (row.version !== version) throw new ConcurrentChangeError('DataObjection')
  const record = await contestedRecord(tx, row.target, row.targetId)
  const recordedById = record?.recordedById ?? null
  const state = dataObjectionState(row, recordedById)
  return { row, record, state, facts: { concernedSubjectId: row.subjectId, reporterUserId: recordedById } }
}

/** The stored objection as the procedure knows it. */
export const dataObjectionState = (row: DataObjectionRow, recordedById: string | null): DataObjection => ({
  state: row.state,
  filedOn: shanghaiDayOf(row.filedAt),
  answerDueOn: fromDbDay(row.answerDueOn),
  isSourceAsked: row.sourceAskedAt !== null,
  field: row.field === null ? null : fieldOf(row.target, row.field),
  recordedById,
})

/** Saves one step: columns, next version, the record of the objection, the line in the audit trail. */
export async function saveDataObjectionStep(
  unit: UnitOfWork,
  { row }: Pick<LockedDataObjection, 'row'>,
  data: Omit<Prisma.DataObjectionUncheckedUpdateInput, 'version'>,
  { kind, facts, ...entry }: Pick<AuditEntry, 'action' | 'basis' | 'after'> & { readonly kind: string; readonly facts?: object },
): Promise<string> {
  const saved = await unit.tx.dataObjection.update({ where: { id: row.id }, data: { ...data, version: { increment: 1 } } })
  const step = { procedure: 'DATA_OBJECTION', entityId: row.id, kind, audience: 'PARTIES' } as const
  await recordStep(unit, { ...step, facts: { number: row.number, ...facts } })
  await unit.audit({
    ...entry,
    entity: 'DataObjection',
    entityId: row.id,
    before: { state: row.state, version: row.version },
    after: asJson({ number: saved.number, state: saved.state, ...(entry.after as object | undefined) }),
  })
  return row.id
}
