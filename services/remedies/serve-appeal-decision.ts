import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { isReachableOnPlatform } from '../procedures/is-reachable-on-platform.ts'
import { serveDocument } from '../procedures/serve-document.ts'

/** Serves the answer to an appeal on who appealed: into the account it was filed from, or for the post where there is none any more. */
export async function serveAppealDecision(
  unit: UnitOfWork,
  { id, subjectId }: { readonly id: string; readonly subjectId: string },
  documentNumber: string,
): Promise<void> {
  const document = { procedure: 'APPEAL', entityId: id, document: 'APPEAL_DECISION', documentNumber, subjectId } as const
  if (await isReachableOnPlatform(unit.tx, subjectId)) await serveDocument(unit, document)
}
