import type { SelectionEventKind } from '#domain/selection/selection-event.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'

/**
 * Adds a line to a selection's timeline, which is never changed afterwards. Public unless told otherwise: then owner and supervising body
 * alone see it.
 */
export async function recordEvent(
  { tx, now, viewer }: UnitOfWork,
  selectionId: string,
  kind: SelectionEventKind,
  facts: Readonly<Record<string, unknown>>,
  { isPublic = true }: { readonly isPublic?: boolean } = {},
): Promise<void> {
  await tx.selectionEvent.create({ data: { selectionId, kind, at: now, actorId: viewer.userId, facts: asJson(facts) ?? {}, isPublic } })
}
