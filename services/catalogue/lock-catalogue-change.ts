import { couldEver } from '#domain/access/can.ts'
import type { Permission } from '#domain/access/can.ts'
import type { CatalogueChange } from '#domain/catalogue/catalogue-change.ts'
import { catalogueRuleSets } from '#domain/catalogue/zz-catalogue-1.ts'
import type { CatalogueRuleSet } from '#domain/catalogue/catalogue-rule-set.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { reformOfficesOf } from './reform-offices.ts'
import { visibleChanges } from './visible-changes.ts'

export const changeInclude = {
  steps: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] },
  applyingAgency: true,
} as const satisfies Prisma.CatalogueChangeInclude

export type CatalogueChangeRow = Prisma.CatalogueChangeGetPayload<{ include: typeof changeInclude }>

/** An adjustment whose row is ours until commit, as stored and as the procedure sees it, with the rules it began under. */
export interface LockedChange {
  readonly row: CatalogueChangeRow
  readonly change: CatalogueChange
  readonly rules: CatalogueRuleSet
}

/**
 * Takes the adjustment for one step. Whoever waited for a twin finds a newer version and has to look again.
 * @throws ForbiddenError · NotFoundError for one the viewer may not know of · ConcurrentChangeError
 */
export async function lockCatalogueChange(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<LockedChange> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "CatalogueChange" WHERE "number" = ${number} FOR UPDATE`
  const row = await tx.catalogueChange.findFirst({ where: { AND: [{ number }, visibleChanges(viewer)] }, include: changeInclude })
  if (!row) throw new NotFoundError('CatalogueChange')
  if (row.version !== version) throw new ConcurrentChangeError('CatalogueChange')
  return { row, change: await procedureOf(tx, row), rules: rulesOfChange(row) }
}

/** The stored adjustment as the procedure knows it. */
export async function procedureOf(tx: Tx, row: CatalogueChangeRow): Promise<CatalogueChange> {
  const { officeId, cityOfficeId } = await reformOfficesOf(tx, row.applyingAgency.divisionCode)
  return {
    kind: row.kind,
    route: row.route,
    state: row.state,
    applyingAgencyId: row.applyingAgencyId,
    officeId: row.officeId ?? officeId,
    cityOfficeId,
    baseVersion: row.baseVersion,
    steps: row.steps.map(({ kind, onDay, actorId, organisationId }) => ({ kind, onDay: fromDbDay(onDay), actorId, organisationId })),
  }
}

/** It is carried through under the rules it began under. */
export function rulesOfChange({ ruleSetVersion }: Pick<CatalogueChangeRow, 'ruleSetVersion'>): CatalogueRuleSet {
  const rules = catalogueRuleSets.find(({ version }) => version === ruleSetVersion)
  if (!rules) throw new Error(`no rules ${ruleSetVersion}`)
  return rules
}
