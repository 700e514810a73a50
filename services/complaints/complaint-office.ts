import type { Tx } from '#prisma/client.ts'
import { reformOfficesOf } from '../catalogue/reform-offices.ts'
import { RefusedError } from '../kernel/use-case-error.ts'

/** Kinds of bodies that handle reports and complaints, and to which one can be sent on. */
export const handlingKinds = ['REGULATOR', 'REFORM_OFFICE'] as const

/** Whom a complaint is about, as far as it was recognised. */
export interface ComplaintAbout {
  readonly subjectId: string | null
  readonly agencyId: string | null
}

/**
 * The office in whose field a complaint lies (our own default): about a public body, the reform office above it, never the body itself;
 * about an institution, the nearest regulator that investigates; about somebody who was not recognised, the city's reform office, which
 * sends it on.
 * @throws RefusedError NO_REFORM_OFFICE where there is none at all
 */
export async function complaintOfficeOf(tx: Tx, { subjectId, agencyId }: ComplaintAbout): Promise<string> {
  if (agencyId !== null) {
    const { divisionCode } = await tx.organisation.findUniqueOrThrow({ where: { id: agencyId }, select: { divisionCode: true } })
    return (await reformOfficesOf(tx, divisionCode)).officeId
  }
  return (subjectId && (await nearestRegulator(tx, subjectId))) || (await cityReformOffice(tx))
}

/** Of the firm's own division, else of the next above it; only one that has somebody to investigate. */
async function nearestRegulator(tx: Tx, subjectId: string): Promise<string | null> {
  const [nearest] = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT d."code", d."parentCode", 0 AS depth FROM "Division" d JOIN "Subject" s ON s."divisionCode" = d."code" WHERE s."id" = ${subjectId}::uuid
      UNION ALL SELECT d."code", d."parentCode", up.depth + 1 FROM "Division" d JOIN up ON d."code" = up."parentCode"
    )
    SELECT o."id" FROM up JOIN "Organisation" o ON o."divisionCode" = up."code" AND o."kind" = 'REGULATOR'
    WHERE EXISTS (SELECT FROM "Membership" m WHERE m."organisationId" = o."id" AND 'INVESTIGATOR' = ANY (m."roles"))
    ORDER BY up.depth, o."createdAt", o."id" LIMIT 1`
  return nearest?.id ?? null
}

/** Codes of GB/T 2260 sort a city before its districts. */
async function cityReformOffice(tx: Tx): Promise<string> {
  const office = await tx.organisation.findFirst({
    where: { kind: 'REFORM_OFFICE' },
    orderBy: [{ divisionCode: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  if (!office) throw new RefusedError({ code: 'NO_REFORM_OFFICE' })
  return office.id
}
