import type { ImportKind } from '#domain/bulk/import-run.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'

/**
 * Who may run an import: the reform office those of the register; an agency's own people those of its cases, and nobody else, the reform
 * office neither.
 * @throws ForbiddenError
 */
export function demandImport(
  context: Pick<UseCaseContext, 'viewer'>,
  { kind, organisationId }: { readonly kind: ImportKind; readonly organisationId: string | null },
): void {
  if (kind !== 'CASES') {
    demand(context, 'import.run')
    return
  }
  demand(context, 'case.open', { agencyOrganisationId: organisationId })
  demand(context, 'import.run', { agencyOrganisationId: organisationId })
}
