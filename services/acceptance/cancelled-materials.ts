import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { itemsInForce } from '../catalogue/item-in-force.ts'
import type { ItemInForce } from '../catalogue/item-in-force.ts'

/** Which of the materials nobody may demand on that day, because the service that delivers them is cancelled: by the material's id. */
export async function cancelledMaterials(
  tx: Tx,
  materials: readonly { readonly id: string; readonly serviceItemCode: string | null }[],
  day: CalendarDay,
): Promise<ReadonlyMap<string, ItemInForce>> {
  const codes = materials.flatMap(({ serviceItemCode }) => serviceItemCode ?? [])
  const items = await itemsInForce(tx, codes, day)
  return new Map(
    materials.flatMap(({ id, serviceItemCode }) => {
      const item = items.get(serviceItemCode ?? '')
      return item?.status === 'CANCELLED' ? [[id, item] as const] : []
    }),
  )
}
