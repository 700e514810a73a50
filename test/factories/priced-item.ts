import type { ItemContent } from '#domain/catalogue/item-content.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { contentOfRow } from '#services/catalogue/item-in-force.ts'
import { asJson } from '#services/kernel/run-use-case.ts'
import type { Platform } from '#services/kernel/use-case-context.ts'

/**
 * Gives an entry of the test catalogue another fee basis, unit or ceiling from a day on, as a published adjustment would: a version in
 * force and the row that lists show. Only for tests: no item of the real catalogue has a ceiling on record.
 */
export async function priceItem(
  { prisma }: Platform,
  code: string,
  price: Partial<Pick<ItemContent, 'feeBasis' | 'feeUnit' | 'referenceSize' | 'feeCeiling' | 'status' | 'cancelledBy'>>,
  effectiveOn = '2026-01-02',
): Promise<void> {
  const row = await prisma.serviceItem.findUniqueOrThrow({ where: { code } })
  const newest = await prisma.serviceItemVersion.aggregate({ where: { serviceItemCode: code }, _max: { version: true } })
  const version = Math.max(row.version, newest._max.version ?? 0) + 1
  const content = { ...contentOfRow(row), ...price }
  const at = toDbDay(effectiveOn)
  const last = await prisma.catalogueEdition.aggregate({ _max: { number: true } })
  const edition = await prisma.catalogueEdition.create({
    data: { number: (last._max.number ?? 0) + 1, titleZh: '测试版次', titleEn: 'Test edition', effectiveOn: at, publishedAt: at },
  })
  await prisma.serviceItemVersion.create({
    data: {
      ...{ serviceItemCode: code, version, editionNumber: edition.number, effectiveOn: at, inForceAt: at },
      content: asJson(content) ?? {},
    },
  })
  const { feeBasis, feeUnit, referenceSize, feeCeiling, status, cancelledBy } = content
  await prisma.serviceItem.update({
    where: { code },
    data: { feeBasis, feeUnit, referenceSize, status, cancelledBy, version, feeCeiling: asJson(feeCeiling ?? undefined) ?? Prisma.DbNull },
  })
}
