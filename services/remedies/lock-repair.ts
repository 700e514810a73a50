import { couldEver } from '#domain/access/can.ts'
import type { Permission, PermissionSubject } from '#domain/access/can.ts'
import type { CreditRepair, RepairableEntry } from '#domain/remedies/credit-repair.ts'
import { decideRepair } from '#domain/remedies/decide-repair.ts'
import type { RepairCommand, RepairEvent } from '#domain/remedies/repair-command.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { CreditRepair as RepairRow, Prisma } from '#prisma/generated/client.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { AuditEntry } from '../kernel/trail.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { remedyContext } from './remedy-context.ts'
import { repairableEntry, repairableFacts, repairFacts } from './repairable-entry.ts'
import type { RepairableRow } from './repairable-entry.ts'
import { visibleRepairs } from './visible-remedies.ts'

/** A repair with its entry, both ours until commit. */
export interface LockedRepair {
  readonly row: RepairRow
  readonly entryRow: RepairableRow
  readonly state: CreditRepair
  readonly entry: RepairableEntry
  readonly facts: PermissionSubject
}

/** Takes the entry for whatever ends it: its case first, as everywhere, then its own row. */
export async function lockEntry({ tx }: UnitOfWork, where: Prisma.ListEntryWhereUniqueInput): Promise<RepairableRow | null> {
  const found = await tx.listEntry.findUnique({ where, select: { id: true, caseId: true } })
  if (!found) return null
  if (found.caseId) await tx.$queryRaw`SELECT 1 FROM "ViolationCase" WHERE "id" = ${found.caseId}::uuid FOR UPDATE`
  await tx.$queryRaw`SELECT 1 FROM "ListEntry" WHERE "id" = ${found.id}::uuid FOR UPDATE`
  return tx.listEntry.findUnique({ where: { id: found.id }, include: repairableFacts })
}

/**
 * Takes a repair for one step.
 * @throws ForbiddenError · NotFoundError for one the viewer may not know of · ConcurrentChangeError
 */
export async function lockRepair(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<LockedRepair> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  const seen = { AND: [{ number }, visibleRepairs(viewer)] }
  const asked = await tx.creditRepair.findFirst({ where: seen, select: { entryId: true } })
  const entryRow = asked && (await lockEntry(unit, { id: asked.entryId }))
  const row = await tx.creditRepair.findFirst({ where: seen })
  if (!row || !entryRow) throw new NotFoundError('CreditRepair')
  if (row.version !== version) throw new ConcurrentChangeError('CreditRepair')
  return { row, entryRow, state: repairState(row), entry: repairableEntry(entryRow, row.id), facts: repairFacts(entryRow) }
}

/** The stored repair as the procedure knows it. */
export const repairState = ({ state, answerDueOn }: RepairRow): CreditRepair => ({ state, answerDueOn: fromDbDay(answerDueOn) })

/** Lets the procedure decide a step and answers with the event it must make; a refusal is thrown. */
export async function decideRepairStep<Type extends RepairEvent['type']>(
  unit: UnitOfWork,
  { state, entry }: { readonly state: CreditRepair | null; readonly entry: RepairableEntry },
  command: RepairCommand,
  makes: Type,
): Promise<Extract<RepairEvent, { type: Type }>> {
  const event = unwrap(decideRepair(state, entry, command, await remedyContext(unit)))
  if (event.type !== makes) throw new Error(`${command.type} made ${event.type}`)
  return event as Extract<RepairEvent, { type: Type }>
}

/** Saves one step: columns, next version, the record of the repair, the line in the audit trail. */
export async function saveRepairStep(
  unit: UnitOfWork,
  { row }: Pick<LockedRepair, 'row'>,
  data: Omit<Prisma.CreditRepairUncheckedUpdateInput, 'version'>,
  { kind, facts, ...entry }: Pick<AuditEntry, 'action' | 'basis' | 'after'> & { readonly kind: string; readonly facts?: object },
): Promise<string> {
  const saved = await unit.tx.creditRepair.update({ where: { id: row.id }, data: { ...data, version: { increment: 1 } } })
  const shown = { number: row.number, ...facts }
  await recordStep(unit, { procedure: 'CREDIT_REPAIR', entityId: row.id, kind, audience: 'PARTIES', facts: shown })
  await unit.audit({
    ...entry,
    entity: 'CreditRepair',
    entityId: row.id,
    before: { state: row.state, version: row.version },
    after: asJson({ number: saved.number, state: saved.state, ...(entry.after as object | undefined) }),
  })
  return row.id
}
