import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { serveDocument } from '../procedures/serve-document.ts'
import { serviceOf } from '../procedures/service-input.ts'
import type { ServiceChosen } from './remedy-step-input.ts'

/** Serves the answer to an appeal on who appealed: into the account, or in the way that was chosen. @throws RefusedError SERVICE_METHOD_REQUIRED */
export async function serveAppealDecision(
  unit: UnitOfWork,
  { id, subjectId }: { readonly id: string; readonly subjectId: string },
  documentNumber: string,
  chosen: ServiceChosen,
): Promise<void> {
  const document = { procedure: 'APPEAL', entityId: id, document: 'APPEAL_DECISION', documentNumber, subjectId } as const
  await serveDocument(unit, { ...document, ...serviceOf(chosen) })
}
