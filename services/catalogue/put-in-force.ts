import { itemContentSchema } from '#domain/catalogue/item-content.ts'
import type { ItemContent } from '#domain/catalogue/item-content.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { asJson, runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { holdEditions } from './hold-editions.ts'

/** The most versions that one transaction puts in force. */
const BATCH = 200

/**
 * Brings the ServiceItem rows up to the versions whose day has come, exactly once each. Decisions don't wait for it: they read the
 * version of their day (item-in-force.ts). Of two sweepers the second finds nothing left to do.
 */
export async function putCatalogueInForce(context: UseCaseContext): Promise<{ putInForce: number }> {
  demand(context, 'catalogue.putInForce')
  let putInForce = 0
  for (;;) {
    const done = await runInTransaction(context, async (unit) => {
      await holdEditions(unit.tx)
      return putDueVersionsInForce(unit)
    })
    putInForce += done
    if (done < BATCH) return { putInForce }
  }
}

interface DueVersion {
  readonly id: string
  readonly serviceItemCode: string
  readonly version: number
  readonly content: unknown
}

/**
 * Shows the versions that are due, in the order of their days; the caller holds the editions.
 * @returns how many; `codes` narrows it to the items of one edition
 */
export async function putDueVersionsInForce(unit: UnitOfWork, codes?: readonly string[]): Promise<number> {
  const { tx, now } = unit
  const among = codes ? Prisma.sql`AND "serviceItemCode" = ANY(${[...codes]}::text[])` : Prisma.empty
  const due = await tx.$queryRaw<DueVersion[]>`
    SELECT "id", "serviceItemCode", "version", "content" FROM "ServiceItemVersion"
    WHERE "inForceAt" IS NULL AND "effectiveOn" <= ${toDbDay(shanghaiDayOf(now))}::date ${among}
    ORDER BY "serviceItemCode", "effectiveOn", "version" LIMIT ${BATCH}`
  for (const one of due) await showVersion(unit, one)
  return due.length
}

async function showVersion(unit: UnitOfWork, { id, serviceItemCode: code, version, content }: DueVersion): Promise<void> {
  const { tx, now } = unit
  const row = rowOfContent(itemContentSchema.parse(content))
  const before = await tx.serviceItem.findUnique({ where: { code }, select: { version: true, status: true } })
  await tx.serviceItem.upsert({ where: { code }, create: { code, ...row, version }, update: { ...row, version } })
  const shown = await tx.serviceItemVersion.update({ where: { id }, data: { inForceAt: now }, select: { changeId: true } })
  if (!before && shown.changeId) {
    await tx.catalogueChange.update({ where: { id: shown.changeId }, data: { serviceItemCode: code } })
  }
  // What the catalogue began with was never news.
  if (!before || before.version === version) return
  await unit.audit({
    action: 'catalogue.putInForce',
    entity: 'ServiceItem',
    entityId: code,
    before,
    after: { version, status: row.status },
  })
  await tellFirmsConcerned(unit, code, row.status === 'CANCELLED' ? 'catalogue.itemCancelled' : 'catalogue.itemChanged')
}

/** One event for each offering: the drainer renews the firm's search document and leaves the firm a message, a hundred at a time. */
async function tellFirmsConcerned({ tx, now }: UnitOfWork, code: string, topic: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "OutboxEvent" ("topic", "entity", "entityId", "createdAt")
    SELECT ${topic}, 'ServiceOffering', "id"::text, ${now} FROM "ServiceOffering" WHERE "serviceItemCode" = ${code} ORDER BY "id"`
  await tx.$executeRaw`SELECT graphile_worker.add_job('drain-outbox')`
}

/** The content as columns of ServiceItem. */
export function rowOfContent({ feeCeiling, ...content }: ItemContent): Omit<Prisma.ServiceItemUncheckedCreateInput, 'code' | 'version'> {
  return { ...content, feeCeiling: asJson(feeCeiling ?? undefined) ?? Prisma.DbNull }
}
