import { Prisma } from '#prisma/generated/client.ts'
import type { PrismaClient } from '#prisma/client.ts'
import { feeBandsFen } from '#search/search-port.ts'
import { builder } from '../builder.ts'
import { batched } from '../kernel/batched.ts'

interface FeeBand {
  readonly fromFen: number
  /** Exclusive; null without an end. */
  readonly toFen: number | null
  readonly count: number
}

/** What all listed intermediaries ask for one item at its reference size, withdrawn offers left out. Quartiles are fees that are asked. */
export interface FeeSpread {
  readonly count: number
  readonly minFen: number
  readonly lowerQuartileFen: number
  readonly medianFen: number
  readonly upperQuartileFen: number
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
  description:
    '收费分布: what the listed intermediaries ask for an item, at its reference size. Shown so that fees can be compared; it sets no price.',
  fields: (t) => ({
    count: t.exposeInt('count'),
    minFen: t.exposeInt('minFen'),
    lowerQuartileFen: t.exposeInt('lowerQuartileFen'),
    medianFen: t.exposeInt('medianFen'),
    upperQuartileFen: t.exposeInt('upperQuartileFen'),
    maxFen: t.exposeInt('maxFen'),
    minDays: t.exposeInt('minDays'),
    maxDays: t.exposeInt('maxDays'),
    bands: t.field({ type: [FeeBandType], resolve: ({ bands }) => [...bands] }),
  }),
})

/** Of one item; null while nobody offers it, there. */
export const feeSpreadOf = batched<string, FeeSpread>(({ prisma }, codes) => readFeeSpreads(prisma, codes, null))

/** Of one item in one division, offerings for a wider area among them. */
export async function feeSpreadIn(prisma: PrismaClient, code: string, divisionLine: readonly string[]): Promise<FeeSpread | null> {
  return (await readFeeSpreads(prisma, [code], divisionLine)).get(code) ?? null
}

type Row = Omit<FeeSpread, 'bands'> & { readonly code: string; readonly bands: Record<string, number> }

/** Reads the spreads by item in one statement; an item that nobody offers is left out. */
async function readFeeSpreads(
  prisma: PrismaClient,
  codes: readonly string[],
  divisionLine: readonly string[] | null,
): Promise<ReadonlyMap<string, FeeSpread>> {
  const limits = Prisma.sql`ARRAY[${Prisma.join([...feeBandsFen])}]::int[]`
  const there = divisionLine === null ? Prisma.empty : Prisma.sql`AND o."divisionCodes" && ${[...divisionLine]}::text[]`
  const rows = await prisma.$queryRaw<Row[]>`
    WITH fees AS (
      SELECT o."serviceItemCode" AS code, o."feeFen", o."promisedWorkingDays" AS days, width_bucket(o."feeFen", ${limits}) AS band
      FROM "ServiceOffering" o JOIN "Intermediary" i ON i."id" = o."intermediaryId"
      WHERE o."serviceItemCode" = ANY(${[...new Set(codes)]}::text[]) AND NOT o."isWithdrawn" AND i."status" = 'LISTED' ${there}
    ), counted AS (
      SELECT code, jsonb_object_agg(band, n) AS bands FROM (SELECT code, band, count(*) AS n FROM fees GROUP BY code, band) b GROUP BY code
    )
    SELECT code, count(*)::int AS count, min("feeFen") AS "minFen", max("feeFen") AS "maxFen", min(days) AS "minDays", max(days) AS "maxDays",
      percentile_disc(0.25) WITHIN GROUP (ORDER BY "feeFen") AS "lowerQuartileFen",
      percentile_disc(0.5) WITHIN GROUP (ORDER BY "feeFen") AS "medianFen",
      percentile_disc(0.75) WITHIN GROUP (ORDER BY "feeFen") AS "upperQuartileFen",
      (SELECT c.bands FROM counted c WHERE c.code = fees.code) AS bands
    FROM fees GROUP BY code`
  const ends = [0, ...feeBandsFen]
  return new Map(
    rows.map(({ code, ...row }) => [
      code,
      { ...row, bands: ends.map((fromFen, band) => ({ fromFen, toFen: ends[band + 1] ?? null, count: row.bands[String(band)] ?? 0 })) },
    ]),
  )
}
