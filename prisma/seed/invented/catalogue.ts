import { itemContentSchema } from '#domain/catalogue/item-content.ts'
import type { Platform } from '#services/kernel/use-case-context.ts'
import type { InventedItem } from './certificates.ts'

/**
 * The service items that could be offered when the catalogue began: what is invented from them stays the same whatever is adjusted
 * later, so that a load that broke off can go on.
 */
export async function retainedItems({ prisma }: Pick<Platform, 'prisma'>): Promise<ReadonlyMap<string, InventedItem>> {
  const first = await prisma.serviceItemVersion.findMany({ where: { version: 1, changeId: null }, orderBy: { serviceItemCode: 'asc' } })
  const items = first
    .map(({ serviceItemCode: code, content }) => ({ code, ...itemContentSchema.parse(content) }))
    .filter(({ status }) => status === 'RETAINED')
  return new Map(items.map((item) => [item.code, item]))
}
