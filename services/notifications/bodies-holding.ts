import type { Role } from '#domain/access/role.ts'
import type { Tx } from '#prisma/client.ts'
import type { Recipient } from './notice.ts'

/**
 * The bodies somebody of which holds the role: the nearest up the line of the division (our own default: who is near waits for the work);
 * without a division, or where the line has none, all of them, so that nothing waits unseen.
 */
export async function bodiesHolding(tx: Tx, role: Role, divisionCode: string | null): Promise<readonly Recipient[]> {
  const bodies = await tx.$queryRaw<{ id: string; depth: number | null }[]>`
    WITH RECURSIVE up AS (
      SELECT "code", "parentCode", 0 AS depth FROM "Division" WHERE "code" = ${divisionCode}
      UNION ALL SELECT d."code", d."parentCode", up.depth + 1 FROM "Division" d JOIN up ON d."code" = up."parentCode"
    )
    SELECT o."id", up.depth FROM "Organisation" o LEFT JOIN up ON up."code" = o."divisionCode"
    WHERE EXISTS (SELECT 1 FROM "Membership" m WHERE m."organisationId" = o."id" AND ${role}::"Role" = ANY(m."roles"))
    ORDER BY up.depth NULLS LAST, o."id"`
  const nearest = bodies[0]?.depth ?? null
  return bodies.filter(({ depth }) => depth === nearest).map(({ id }) => ({ organisationId: id, role }))
}
