import type { Platform } from '#services/kernel/use-case-context.ts'
import type { InventedItem } from './certificates.ts'

/** The service items that may be offered, as loaded. */
export async function retainedItems({ prisma }: Pick<Platform, 'prisma'>): Promise<ReadonlyMap<string, InventedItem>> {
  const items = await prisma.serviceItem.findMany({
    where: { status: 'RETAINED' },
    select: { code: true, qualificationZh: true, isQualificationRequired: true },
  })
  return new Map(items.map((item) => [item.code, item]))
}
