import { couldEver } from '#domain/access/can.ts'
import type { Permission, PermissionSubject } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { CreditRuleSetVersion, Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { AuditEntry } from '../kernel/trail.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError, RefusedError } from '../kernel/use-case-error.ts'

/** A version as `can` asks about it: whose it is, and who drafted it. The city's belongs to the city's own reform office. */
export function ruleSetFacts(viewer: Viewer, row: Pick<CreditRuleSetVersion, 'organisationId' | 'draftedById'>): PermissionSubject {
  const owner = row.organisationId === null ? { organisationId: viewer.organisationId } : { agencyOrganisationId: row.organisationId }
  return { ...owner, reporterUserId: row.draftedById }
}

/** Which versions the viewer may know of: published ones are everybody's; drafts of the city are the offices', an authority's its own. */
export function visibleRuleSets({ roles, organisationId }: Viewer): Prisma.CreditRuleSetVersionWhereInput {
  const isOffice = roles.includes('REFORM_OFFICE') || roles.includes('AUDITOR')
  if (isOffice) return {}
  return { OR: [{ state: 'PUBLISHED' }, ...(organisationId !== null && roles.includes('AGENCY_MANAGER') ? [{ organisationId }] : [])] }
}

/**
 * Takes a version for one step; its row is ours until commit.
 * @throws ForbiddenError · NotFoundError · ConcurrentChangeError when it was changed since it was read · RefusedError CITY_OFFICE_ONLY
 */
export async function lockRuleSet(
  unit: UnitOfWork,
  permission: Permission,
  { version, rowVersion }: { readonly version: string; readonly rowVersion: number },
): Promise<CreditRuleSetVersion> {
  const { tx, viewer, context } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "CreditRuleSetVersion" WHERE "version" = ${version} FOR UPDATE`
  const row = await tx.creditRuleSetVersion.findFirst({ where: { AND: [{ version }, visibleRuleSets(viewer)] } })
  if (!row) throw new NotFoundError('CreditRuleSet')
  demand(context, permission, ruleSetFacts(viewer, row))
  if (row.organisationId === null) await demandCityOffice(unit)
  if (row.rowVersion !== rowVersion) throw new ConcurrentChangeError('CreditRuleSet')
  return row
}

/** The rules of the whole city are kept by the city's reform office, not by a district's. */
export async function demandCityOffice({ tx, viewer }: UnitOfWork): Promise<void> {
  const office = await tx.organisation.findFirst({
    where: { id: viewer.organisationId ?? undefined, kind: 'REFORM_OFFICE', division: { kind: 'PREFECTURE' } },
    select: { id: true },
  })
  if (viewer.organisationId === null || !office) throw new RefusedError({ code: 'CITY_OFFICE_ONLY' })
}

/** Saves one step of a version, with the next row version and the line in the audit trail. */
export async function saveRuleSet(
  { tx, audit }: UnitOfWork,
  row: CreditRuleSetVersion,
  data: Prisma.CreditRuleSetVersionUncheckedUpdateInput,
  entry: Pick<AuditEntry, 'action' | 'after'>,
): Promise<void> {
  await tx.creditRuleSetVersion.update({ where: { id: row.id }, data: { ...data, rowVersion: { increment: 1 } } })
  const before = { state: row.state, parameters: row.parameters }
  await audit({ ...entry, entity: 'CreditRuleSetVersion', entityId: row.id, before, basis: row.version })
}
