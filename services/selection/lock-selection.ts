import { couldEver } from '#domain/access/can.ts'
import type { Permission } from '#domain/access/can.ts'
import type { SelectionContext } from '#domain/selection/publicity.ts'
import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { selectionFacts, visibleSelections } from './visible-selections.ts'

export type SelectionWhere = { readonly id: string } | { readonly number: string }

/**
 * Takes a selection for one step; its row is ours until commit.
 * @throws NotFoundError
 */
export async function lockSelection({ tx }: UnitOfWork, where: SelectionWhere): Promise<Selection> {
  await ('id' in where
    ? tx.$queryRaw`SELECT 1 FROM "Selection" WHERE "id" = ${where.id}::uuid FOR UPDATE`
    : tx.$queryRaw`SELECT 1 FROM "Selection" WHERE "number" = ${where.number} FOR UPDATE`)
  const row = await tx.selection.findFirst({ where })
  if (!row) throw new NotFoundError('Selection')
  return row
}

/** The same for a sweep: null where another holds it just now. */
export async function lockFreeSelection({ tx }: UnitOfWork, id: string): Promise<Selection | null> {
  const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Selection" WHERE "id" = ${id}::uuid FOR UPDATE SKIP LOCKED`
  return held.length === 0 ? null : tx.selection.findUniqueOrThrow({ where: { id } })
}

/**
 * Takes a selection for a step by its owner or its supervising body.
 * @throws ForbiddenError · NotFoundError for one the viewer may not know of · ConcurrentChangeError when `version` is no longer the row's
 */
export async function lockSelectionFor(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version?: number | undefined },
): Promise<Selection> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  const visible = await tx.selection.findFirst({ where: { AND: [{ number }, visibleSelections(viewer)] }, select: { id: true } })
  if (!visible) throw new NotFoundError('Selection')
  const row = await lockSelection(unit, { id: visible.id })
  demand({ viewer }, permission, selectionFacts(row))
  if (version !== undefined && row.version !== version) throw new ConcurrentChangeError('Selection')
  return row
}

/** What a step of a round is decided by: the rules it was announced under. */
export async function selectionContext(
  { tx, now }: Pick<UnitOfWork, 'tx' | 'now'>,
  { ruleSetVersion }: Pick<Selection, 'ruleSetVersion'>,
): Promise<SelectionContext> {
  return { now, calendar: await loadCalendar(tx), ruleSet: selectionRules(ruleSetVersion) }
}
