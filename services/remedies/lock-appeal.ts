import { couldEver } from '#domain/access/can.ts'
import type { Permission, PermissionSubject } from '#domain/access/can.ts'
import type { Appeal, AppealedDecision } from '#domain/remedies/appeal.ts'
import type { AppealCommand, AppealEvent } from '#domain/remedies/appeal-command.ts'
import { decideAppeal } from '#domain/remedies/decide-appeal.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { Appeal as AppealRow, Prisma } from '#prisma/generated/client.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { AuditEntry } from '../kernel/trail.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { appealedCaseFacts, appealedDecision, appealFacts } from './appealed-decision.ts'
import type { AppealedCase } from './appealed-decision.ts'
import { remedyContext } from './remedy-context.ts'
import { visibleAppeals } from './visible-remedies.ts'

/** An appeal with its case, both ours until commit. */
export interface LockedAppeal {
  readonly row: AppealRow
  readonly case: AppealedCase
  readonly state: Appeal
  readonly decision: AppealedDecision
  readonly facts: PermissionSubject
}

/**
 * Takes an appeal for one step. The case is locked first, as everywhere: whatever else happens to its decision meanwhile (a repair, an
 * annulment) comes before or after this step, never in between.
 * @throws ForbiddenError · NotFoundError for one the viewer may not know of · ConcurrentChangeError
 */
export async function lockAppeal(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<LockedAppeal> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`
    SELECT 1 FROM "ViolationCase" WHERE "id" = (SELECT "caseId" FROM "Appeal" WHERE "number" = ${number}) FOR UPDATE`
  const row = await tx.appeal.findFirst({
    where: { AND: [{ number }, visibleAppeals(viewer)] },
    include: { case: { include: appealedCaseFacts } },
  })
  if (!row) throw new NotFoundError('Appeal')
  if (row.version !== version) throw new ConcurrentChangeError('Appeal')
  const decision = await appealedDecision(tx, row.case, row.id)
  return { row, case: row.case, state: appealState(row), decision, facts: appealFacts(row, decision) }
}

/** The stored appeal as the procedure knows it. */
export const appealState = ({ state, reviewerId, answerDueOn }: AppealRow): Appeal => ({
  state,
  reviewerId,
  answerDueOn: fromDbDay(answerDueOn),
})

/** Lets the procedure decide a step and answers with the event it must make; a refusal is thrown. */
export async function decideAppealStep<Type extends AppealEvent['type']>(
  unit: UnitOfWork,
  { state, decision }: { readonly state: Appeal | null; readonly decision: AppealedDecision },
  command: AppealCommand,
  makes: Type,
): Promise<Extract<AppealEvent, { type: Type }>> {
  const event = unwrap(decideAppeal(state, decision, command, await remedyContext(unit)))
  if (event.type !== makes) throw new Error(`${command.type} made ${event.type}`)
  return event as Extract<AppealEvent, { type: Type }>
}

/** Saves one step: columns, next version, the record of the appeal and of its case, the line in the audit trail. */
export async function saveAppealStep(
  unit: UnitOfWork,
  locked: Pick<LockedAppeal, 'row'>,
  data: Omit<Prisma.AppealUncheckedUpdateInput, 'version'>,
  { kind, facts, ...entry }: Pick<AuditEntry, 'action' | 'basis' | 'after'> & { readonly kind: string; readonly facts?: object },
): Promise<string> {
  const { row } = locked
  const saved = await unit.tx.appeal.update({ where: { id: row.id }, data: { ...data, version: { increment: 1 } } })
  const shown = { number: row.number, ...facts }
  await recordStep(unit, { procedure: 'APPEAL', entityId: row.id, kind, audience: 'PARTIES', facts: shown })
  await recordStep(unit, { procedure: 'VIOLATION_CASE', entityId: row.caseId, kind, audience: 'PARTIES', facts: shown })
  await unit.audit({
    ...entry,
    entity: 'Appeal',
    entityId: row.id,
    before: { state: row.state, version: row.version },
    after: asJson({ number: saved.number, state: saved.state, ...(entry.after as object | undefined) }),
  })
  return row.id
}
