import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The imports a viewer may look at: the reform office and auditors those of the register, an agency's people those of their own cases. */
export function visibleImports(viewer: Viewer): Prisma.ImportRunWhereInput {
  if (can(viewer, 'import.view')) return { kind: { not: 'CASES' } }
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'import.view', { agencyOrganisationId: organisationId })) return { id: { in: [] } }
  return { kind: 'CASES', organisationId }
}
