import type { Tx } from '#prisma/client.ts'
import { RefusedError } from '../kernel/use-case-error.ts'

/** The offices of a procedure: the one that handles it, and the city's. They are the same for an agency of the city. */
export interface ReformOffices {
  readonly officeId: string
  readonly cityOfficeId: string
}

/**
 * The reform offices for an agency of this division: that of the division itself, else of the next above it (our own default); and that
 * of the city the division lies in, else again the next above.
 * @throws RefusedError NO_REFORM_OFFICE where none above has one
 */
export async function reformOfficesOf(tx: Tx, divisionCode: string): Promise<ReformOffices> {
  const offices = await tx.$queryRaw<{ id: string; depth: number; isCityOrAbove: boolean }[]>`
    WITH RECURSIVE up AS (
      SELECT "code", "parentCode", "kind", 0 AS depth FROM "Division" WHERE "code" = ${divisionCode}
      UNION ALL SELECT d."code", d."parentCode", d."kind", up.depth + 1 FROM "Division" d JOIN up ON d."code" = up."parentCode"
    )
    SELECT o."id", up.depth, up."kind" IN ('PREFECTURE', 'PROVINCE') AS "isCityOrAbove"
    FROM up JOIN "Organisation" o ON o."divisionCode" = up."code" AND o."kind" = 'REFORM_OFFICE' ORDER BY up.depth, o."createdAt", o."id"`
  const [nearest] = offices
  const city = offices.find(({ isCityOrAbove }) => isCityOrAbove)
  if (!nearest || !city) throw new RefusedError({ code: 'NO_REFORM_OFFICE', divisionCode })
  return { officeId: nearest.id, cityOfficeId: city.id }
}
