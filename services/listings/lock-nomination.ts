import { z } from 'zod'
import { couldEver } from '#domain/access/can.ts'
import type { Permission } from '#domain/access/can.ts'
import { decideNomination } from '#domain/listings/decide-nomination.ts'
import type { RedListContext } from '#domain/listings/decide-nomination.ts'
import type { NominationCommand, NominationEvent, RedListNomination } from '#domain/listings/red-list-nomination.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma, RedListNomination as NominationRow } from '#prisma/generated/client.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { AuditEntry } from '../kernel/trail.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { listingRulesOn } from './find-red-list-criteria.ts'
import { nominationFacts, visibleNominations } from './visible-nominations.ts'

/** What every step in a nomination names. */
export const nominationStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})

/** A nomination whose row is ours until commit: as stored, and as the procedure sees it. */
export interface LockedNomination {
  readonly row: NominationRow
  readonly state: RedListNomination
}

/**
 * Takes a nomination for one step, and its subject with it: what is found about the subject holds until commit.
 * @throws ForbiddenError · NotFoundError for one the viewer may not know of · ConcurrentChangeError
 */
export async function lockNomination(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<LockedNomination> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  const found = await tx.redListNomination.findFirst({ where: { AND: [{ number }, visibleNominations(viewer)] } })
  if (!found) throw new NotFoundError('RedListNomination')
  await lockSubject(tx, found.subjectId)
  await tx.$queryRaw`SELECT 1 FROM "RedListNomination" WHERE "id" = ${found.id}::uuid FOR UPDATE`
  const row = await tx.redListNomination.findUniqueOrThrow({ where: { id: found.id } })
  if (row.version !== version) throw new ConcurrentChangeError('RedListNomination')
  return { row, state: await nominationStateOf(tx, row) }
}

/** Facts about one subject are serialised by its row. */
export async function lockSubject(tx: Tx, subjectId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Subject" WHERE "id" = ${subjectId}::uuid FOR NO KEY UPDATE`
}

/** The stored nomination as the procedure knows it; who ordered the publicity is on its record. */
export async function nominationStateOf(tx: Tx, row: NominationRow): Promise<RedListNomination> {
  const started = await tx.procedureEvent.findFirst({
    where: { procedure: 'RED_LIST', entityId: row.id, kind: 'RED_LIST_PUBLICITY_STARTED' },
    select: { actorId: true },
  })
  const { state, origin, nominatedById, publicFromOn, publicUntilOn } = row
  return {
    ...{ state, origin, nominatedById, examinedById: started?.actorId ?? null },
    ...{ publicFromOn: fromDbDayOrNull(publicFromOn), publicUntilOn: fromDbDayOrNull(publicUntilOn) },
  }
}

/** Lets the procedure decide, then asks for the permission with the facts in hand: the procedure's reason says more. */
export async function takeNominationStep<Type extends NominationEvent['type']>(
  unit: UnitOfWork,
  permission: Permission,
  { row, state }: LockedNomination,
  command: NominationCommand,
  ...makes: readonly Type[]
): Promise<Extract<NominationEvent, { type: Type }>> {
  const event = unwrap(decideNomination(state, command, await redListContext(unit)))
  demand(unit, permission, nominationFacts(row, state.examinedById))
  if (!isOneOf(event, makes)) throw new Error(`${command.type} made ${event.type}`)
  return event
}

function isOneOf<Type extends NominationEvent['type']>(
  event: NominationEvent,
  types: readonly Type[],
): event is Extract<NominationEvent, { type: Type }> {
  return types.some((type) => type === event.type)
}

/** Saves one step: the new columns, the next version, and the line in the audit trail. */
export async function saveNominationStep(
  unit: UnitOfWork,
  { row }: LockedNomination,
  data: Omit<Prisma.RedListNominationUncheckedUpdateInput, 'version'>,
  entry: Pick<AuditEntry, 'action' | 'basis' | 'after'>,
): Promise<string> {
  const saved = await unit.tx.redListNomination.update({ where: { id: row.id }, data: { ...data, version: { increment: 1 } } })
  await unit.audit({
    ...entry,
    entity: 'RedListNomination',
    entityId: row.id,
    before: { state: row.state, version: row.version },
    after: { number: saved.number, state: saved.state, ...(entry.after as object | undefined) },
  })
  return row.id
}

/** What a step of today is decided against. */
export async function redListContext(unit: Pick<UnitOfWork, 'tx' | 'now'>): Promise<RedListContext> {
  return { now: unit.now, calendar: await loadCalendar(unit.tx), ruleSet: listingRulesOn(unit.now) }
}
