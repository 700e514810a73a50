import type { Tx } from '#prisma/client.ts'

/** The division of a body and all that lie in it. */
export async function divisionsOf(tx: Tx, organisationId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ code: string }[]>`
    WITH RECURSIVE down AS (
      SELECT "divisionCode" AS "code" FROM "Organisation" WHERE "id" = ${organisationId}::uuid
      UNION SELECT d."code" FROM "Division" d JOIN down ON d."parentCode" = down."code"
    ) SELECT "code" FROM down`
  return rows.map(({ code }) => code)
}
