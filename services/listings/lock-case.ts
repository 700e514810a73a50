import { couldEver } from '#domain/access/can.ts'
import type { Permission, PermissionSubject } from '#domain/access/can.ts'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { ViolationContext } from '#domain/listings/decide-violation.ts'
import { violationCategories } from '#domain/listings/list-kind.ts'
import type { ViolationCase } from '#domain/listings/violation-case.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { AuditEntry } from '../kernel/trail.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { visibleCases } from './visible-cases.ts'

/** What `stateOf` reads beside the row itself. */
export const caseParts = { violation: true, hearing: true } as const satisfies Prisma.ViolationCaseInclude

type CaseRow = Prisma.ViolationCaseGetPayload<{ include: typeof caseParts }>

/** A case whose row is ours until commit: as stored, as the procedure sees it, and as permissions ask about it. */
export interface LockedCase {
  readonly row: CaseRow
  readonly state: ViolationCase
  readonly facts: PermissionSubject
}

/**
 * Takes the case for one step. Whoever waited for a twin finds a newer version and has to look again. The role is asked for here;
 * the use case demands the permission with the facts after the procedure has spoken, because its reason says more.
 * @throws ForbiddenError · NotFoundError for a case the viewer may not know of · ConcurrentChangeError
 */
export async function lockCase(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<LockedCase> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "ViolationCase" WHERE "number" = ${number} FOR UPDATE`
  const row = await tx.violationCase.findFirst({ where: { AND: [{ number }, visibleCases(viewer)] }, include: caseParts })
  if (!row) throw new NotFoundError('ViolationCase')
  if (row.version !== version) throw new ConcurrentChangeError('ViolationCase')
  return { row, state: stateOf(row), facts: caseFacts(row) }
}

/** The case as `can` asks about it. */
export const caseFacts = (row: Pick<CaseRow, 'subjectId' | 'reporterId' | 'investigatorId'>): PermissionSubject => ({
  concernedSubjectId: row.subjectId,
  reporterUserId: row.reporterId,
  investigatorUserId: row.investigatorId,
})

/** Saves one step: the new columns, the next version, and the line in the audit trail. */
export async function saveStep(
  unit: UnitOfWork,
  { row }: LockedCase,
  data: Omit<Prisma.ViolationCaseUncheckedUpdateInput, 'version'>,
  entry: Pick<AuditEntry, 'action' | 'basis' | 'after'>,
): Promise<string> {
  const saved = await unit.tx.violationCase.update({ where: { id: row.id }, data: { ...data, version: { increment: 1 } } })
  const shown = { number: saved.number, state: saved.state, ...(entry.after as object | undefined) }
  await unit.audit({
    ...entry,
    entity: 'ViolationCase',
    entityId: row.id,
    before: { state: row.state, version: row.version },
    after: shown,
  })
  return row.id
}

/** What a step of today is decided against. */
export async function violationContext(unit: UnitOfWork): Promise<ViolationContext> {
  const ruleSet = unwrap(ruleSetOn(listingRuleSets, shanghaiDayOf(unit.now)))
  return { now: unit.now, calendar: await loadCalendar(unit.tx), ruleSet }
}

/** The stored case as the procedure knows it. */
export function stateOf(row: CaseRow): ViolationCase {
  const { kind, state, severity, violation, reporterId, investigatorId, defenceDueOn, isDefenceWaived, hearing } = row
  return {
    kind,
    state,
    severity,
    category: violationCategories.find((category) => category === violation?.category) ?? null,
    reporterId,
    investigatorId,
    investigationDueOn: fromDbDayOrNull(row.investigationDueOn),
    isInvestigationExtended: isExtended(row),
    defenceDueOn: fromDbDayOrNull(defenceDueOn),
    isDefenceWaived,
    hearing: hearing && {
      ...{ state: hearing.state, presiderId: hearing.presiderId, scheduledFor: hearing.scheduledFor },
      isNoticeServed: hearing.notifiedAt !== null,
    },
    decisionServedOn: fromDbDayOrNull(row.decisionServedOn),
    appealDueOn: fromDbDayOrNull(row.appealDueOn),
  }
}

/** An investigation that may last longer than the rules of its first day give it was extended. */
function isExtended({ investigationStartedAt, investigationDueOn }: CaseRow): boolean {
  if (investigationStartedAt === null || investigationDueOn === null) return false
  const startedOn = shanghaiDayOf(investigationStartedAt)
  const { investigationDays } = unwrap(ruleSetOn(listingRuleSets, startedOn)).parameters
  return fromDbDay(investigationDueOn) > addDays(startedOn, investigationDays.value)
}
