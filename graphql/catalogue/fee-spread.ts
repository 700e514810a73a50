import { Prisma } from '#prisma/generated/client.ts'
import type { PrismaClient } from '#prisma/client.ts'
import { feeBandsFen } from '#search/search-port.ts'
import { builder } from '../builder.ts'

interface FeeBand {
  readonly fromFen: number
  /** Exclusive; null without an end. */
  readonly toFen: number | null
  readonly count: number
}

/** What all listed intermediaries ask for one item, withdrawn offers left out. */
export interface FeeSpread {
  readonly count: number
  readonly minFen: number
  readonly medianFen: number
  readonly maxFen: number
  readonly minDays: number
  readonly maxDays: number
  readonly bands: readonly FeeBand[]
}

const FeeBandType = builder.objectRef<FeeBand>('FeeBand').implement({
  fields: (t) => ({
    fromFen: t.exposeInt('fromFen'),
    toFen: t.exposeInt('toFen', { nullable: true, description: 'Exclusive; null: without an end.' }),
    count: t.exposeInt('count'),
  }),
})

export const FeeSpreadType = builder.objectRef<FeeSpread>('FeeSpread').implement({
  description: '收费分布: what the listed intermediaries ask for an item. Shown so that fees can be compared; it sets no price.',
  fields: (t) => ({
    count: t.exposeInt('count'),
    minFen: t.exposeInt('minFen'),
    medianFen: t.exposeInt('medianFen'),
    maxFen: t.exposeInt('maxFen'),
    minDays: t.exposeInt('minDays'),
    maxDays: t.exposeInt('maxDays'),
    bands: t.field({ type: [FeeBandType], resolve: ({ bands }) => [...bands] }),
  }),
})

/** Reads the spread; null while nobody offers the item. */
export async function readFeeSpread(prisma: PrismaClient, serviceItemCode: string): Promise<FeeSpread | null> {
  const limits = Prisma.sql`ARRAY[${Prisma.join([...feeBandsFen])}]::int[]`
  const [row] = await prisma.$queryRaw<(Omit<FeeSpread, 'bands'> & { bands: Record<string, number> })[]>`
    WITH fees AS (
      SELECT o."feeFen", o."promisedWorkingDays" AS days, width_bucket(o."feeFen", ${limits}) AS band
      FROM "ServiceOffering" o JOIN "Intermediary" i ON i."id" = o."intermediaryId"
      WHERE o."serviceItemCode" = ${serviceItemCode} AND NOT o."isWithdrawn" AND i."status" = 'LISTED'
    )
    SELECT count(*)::int AS count, min("feeFen") AS "minFen", max("feeFen") AS "maxFen", min(days) AS "minDays", max(days) AS "maxDays",
      percentile_disc(0.5) WITHIN GROUP (ORDER BY "feeFen") AS "medianFen",
      (SELECT jsonb_object_agg(band, n) FROM (SELECT band, count(*) AS n FROM fees GROUP BY band) b) AS bands
    FROM fees`
  if (!row || row.count === 0) return null
  const ends = [0, ...feeBandsFen]
  return { ...row, bands: ends.map((fromFen, band) => ({ fromFen, toFen: ends[band + 1] ?? null, count: row.bands[String(band)] ?? 0 })) }
}
