import type { Tx } from '#prisma/client.ts'

/**
 * The chain of who decided in a violation case: the body in whose name it was decided, every body above it and every body below it (rulebook
 * R5: an appeal is heard outside it). The body is the one on the record of the procedure; for a decision without one, those the decider
 * works for. Null when neither is known: then nobody can be shown to be outside.
 */
export async function decidingChain(
  tx: Tx,
  { id, deciderId }: { readonly id: string; readonly deciderId: string | null },
): Promise<readonly string[] | null> {
  if (deciderId === null) return null
  const step = await tx.procedureEvent.findFirst({
    where: { procedure: 'VIOLATION_CASE', entityId: id, actorId: deciderId, organisationId: { not: null } },
    orderBy: { id: 'desc' },
    select: { organisationId: true },
  })
  const bodies = step?.organisationId
    ? [step.organisationId]
    : (await tx.membership.findMany({ where: { userId: deciderId }, select: { organisationId: true } })).map((one) => one.organisationId)
  return bodies.length > 0 ? chainOf(tx, bodies) : null
}

/** These bodies with all that stand above or below them; a circle in the chain ends the search. */
async function chainOf(tx: Tx, bodies: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT "id", "superiorId" FROM "Organisation" WHERE "id" = ANY(${[...bodies]}::uuid[])
      UNION SELECT o."id", o."superiorId" FROM "Organisation" o JOIN above a ON o."id" = a."superiorId"
    ), below AS (
      SELECT "id" FROM "Organisation" WHERE "id" = ANY(${[...bodies]}::uuid[])
      UNION SELECT o."id" FROM "Organisation" o JOIN below b ON o."superiorId" = b."id"
    )
    SELECT "id" FROM above UNION SELECT "id" FROM below`
  return rows.map(({ id }) => id)
}
