import type { Viewer } from '#domain/access/viewer.ts'
import type { PrismaClient, Tx } from '#prisma/client.ts'
import type { Audience, Procedure } from '#prisma/generated/client.ts'

/** A step as a reader may see it. */
export interface ProcedureStep {
  readonly id: string
  readonly kind: string
  readonly at: Date
  readonly facts: Readonly<Record<string, unknown>>
  /** Who took it, for officials only; null: by the system, or protected. */
  readonly actorName: string | null
}

/**
 * The steps of a procedure as this reader may see them, the first one first. The caller has found the procedure under its own
 * visibility before, and says as whom the reader reads.
 */
export async function stepsOf(
  tx: Tx | PrismaClient,
  procedure: Procedure,
  entityId: string,
  reader: Audience,
): Promise<readonly ProcedureStep[]> {
  const audience = { in: audiencesOf[reader] }
  const rows = await tx.procedureEvent.findMany({ where: { procedure, entityId, audience }, orderBy: { id: 'asc' } })
  const actors = reader === 'OFFICIALS' ? rows.map(({ actorId }) => actorId).filter((id) => id !== null) : []
  const users = actors.length > 0 ? await tx.user.findMany({ where: { id: { in: actors } }, select: { id: true, name: true } }) : []
  return rows.map(({ id, kind, at, facts, actorId }) => ({
    id: String(id),
    kind,
    at,
    facts: facts as Record<string, unknown>,
    actorName: users.find((user) => user.id === actorId)?.name ?? null,
  }))
}

/** What a reader sees: officials all, parties what is theirs, everyone what is public. */
const audiencesOf: Readonly<Record<Audience, Audience[]>> = {
  OFFICIALS: ['OFFICIALS', 'PARTIES', 'PUBLIC'],
  PARTIES: ['PARTIES', 'PUBLIC'],
  PUBLIC: ['PUBLIC'],
}

/** As whom a viewer reads the record of a thing: who may oversee it, whom it concerns, or as anyone. */
export function readerOf(viewer: Viewer, is: { readonly isOfficial: boolean; readonly concernedSubjectId: string | null }): Audience {
  if (is.isOfficial) return 'OFFICIALS'
  return viewer.subjectId !== null && viewer.subjectId === is.concernedSubjectId ? 'PARTIES' : 'PUBLIC'
}
