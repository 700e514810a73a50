import { builder } from '../builder.ts'
import { batched } from '../kernel/batched.ts'

/** Where one offering stands among all offers for its item, by the reference fee: how many ask less, the same, more; itself left out. */
interface FeePosition {
  readonly cheaper: number
  readonly equal: number
  readonly dearer: number
}

export const FeePositionType = builder.objectRef<FeePosition>('FeePosition').implement({
  description: 'Where an offering stands by its fee among the others for the item: how many listed firms ask less, the same and more.',
  fields: (t) => ({ cheaper: t.exposeInt('cheaper'), equal: t.exposeInt('equal'), dearer: t.exposeInt('dearer') }),
})

/** The position of an offering, by its id. */
export const feePositionOf = batched<string, FeePosition>(async ({ prisma }, offeringIds) => {
  const rows = await prisma.$queryRaw<(FeePosition & { id: string })[]>`
    SELECT own."id"::text AS id, (count(*) FILTER (WHERE o."feeFen" < own."feeFen"))::int AS cheaper,
      (count(*) FILTER (WHERE o."feeFen" = own."feeFen"))::int AS equal, (count(*) FILTER (WHERE o."feeFen" > own."feeFen"))::int AS dearer
    FROM "ServiceOffering" own
      LEFT JOIN ("ServiceOffering" o JOIN "Intermediary" i ON i."id" = o."intermediaryId" AND i."status" = 'LISTED')
        ON o."serviceItemCode" = own."serviceItemCode" AND NOT o."isWithdrawn" AND o."id" <> own."id"
    WHERE own."id" = ANY(${[...offeringIds]}::uuid[]) GROUP BY own."id"`
  return new Map(rows.map(({ id, ...position }) => [id, position]))
})
