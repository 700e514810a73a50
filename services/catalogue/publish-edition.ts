import type { ItemContent } from '#domain/catalogue/item-content.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { holdEditions } from './hold-editions.ts'
import { putDueVersionsInForce } from './put-in-force.ts'

/** What one publication says of the catalogue. */
export interface NewEdition {
  readonly titleZh: string
  readonly titleEn: string
  /** 公布文号; null where there is none, as for what the program was delivered with. */
  readonly documentNo: string | null
  readonly effectiveOn: CalendarDay
  readonly items: readonly { readonly code: string; readonly content: ItemContent; readonly changeId: string | null }[]
}

/**
 * Makes an edition 清单版次 with a version of each of its items, in the transaction of whatever published it. What is due already is
 * put in force here; the rest waits for its day. Editions are numbered without gaps in the order of publication: two publications at
 * once follow each other.
 * @returns the edition's number and the version of each item, by code
 */
export async function publishEdition(
  unit: UnitOfWork,
  edition: NewEdition,
): Promise<{ number: number; versions: ReadonlyMap<string, number> }> {
  const { tx, now } = unit
  const { titleZh, titleEn, documentNo, items } = edition
  const effectiveOn = toDbDay(edition.effectiveOn)
  await holdEditions(tx)
  const last = await tx.catalogueEdition.aggregate({ _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  await tx.catalogueEdition.create({ data: { number, titleZh, titleEn, documentNo, effectiveOn, publishedAt: now } })
  const versions = new Map<string, number>()
  const newest = await latestVersions(
    tx,
    items.map(({ code }) => code),
  )
  for (const { code } of items) versions.set(code, (newest.get(code) ?? 0) + 1)
  await tx.serviceItemVersion.createMany({
    data: items.map(({ code, content, changeId }) => ({
      serviceItemCode: code,
      version: versions.get(code) ?? 1,
      editionNumber: number,
      effectiveOn,
      content: asJson(content) ?? {},
      changeId,
    })),
  })
  await unit.audit({
    action: 'catalogue.publishEdition',
    entity: 'CatalogueEdition',
    entityId: String(number),
    after: { titleZh, effectiveOn: edition.effectiveOn, items: Object.fromEntries(versions) },
    basis: documentNo ?? undefined,
  })
  await unit.outbox('catalogue.published', 'CatalogueEdition', String(number))
  await putDueVersionsInForce(
    unit,
    items.map(({ code }) => code),
  )
  return { number, versions }
}

/** The newest version of each item, in force or still to come; items without any are left out. */
export async function latestVersions(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.serviceItemVersion.groupBy({
    by: ['serviceItemCode'],
    where: { serviceItemCode: { in: [...codes] } },
    _max: { version: true },
  })
  return new Map(rows.map(({ serviceItemCode, _max }) => [serviceItemCode, _max.version ?? 0]))
}
