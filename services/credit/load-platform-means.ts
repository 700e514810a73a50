import { meanOn } from '#domain/credit/platform-mean.ts'
import type { PublishedMean } from '#domain/credit/platform-mean.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'

/** A published mean with the reviewed engagements it was made of. */
export interface PublishedBaseline extends PublishedMean {
  readonly engagements: number
}

/** Every mean that was ever published, newest first: one a month. */
export async function publishedMeans(tx: Tx): Promise<readonly PublishedBaseline[]> {
  return tx.$queryRaw<PublishedBaseline[]>`
    SELECT "publishedOn"::text, "meanReview", "engagements" FROM "RatingBaseline" ORDER BY "publishedOn" DESC`
}

/** The platform's mean review in force at that moment; null before the first. */
export async function platformMeanOn(tx: Tx, asOf: Date): Promise<number | null> {
  return meanOn(await publishedMeans(tx), shanghaiDayOf(asOf))
}
