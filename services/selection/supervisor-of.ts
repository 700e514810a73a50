import type { Tx } from '#prisma/client.ts'
import { RefusedError } from '../kernel/use-case-error.ts'

/**
 * The body that supervises selections in this division 监督单位 (our own default): its reform office, else that of the next division above.
 * @returns the organisation's id
 * @throws RefusedError NO_REFORM_OFFICE where none above has one
 */
export async function supervisorOf(tx: Tx, divisionCode: string): Promise<string> {
  const [nearest] = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT "code", "parentCode", 0 AS depth FROM "Division" WHERE "code" = ${divisionCode}
      UNION ALL SELECT d."code", d."parentCode", up.depth + 1 FROM "Division" d JOIN up ON d."code" = up."parentCode"
    )
    SELECT o."id" FROM up JOIN "Organisation" o ON o."divisionCode" = up."code" AND o."kind" = 'REFORM_OFFICE'
    ORDER BY up.depth, o."createdAt", o."id" LIMIT 1`
  if (!nearest) throw new RefusedError({ code: 'NO_REFORM_OFFICE', divisionCode })
  return nearest.id
}
