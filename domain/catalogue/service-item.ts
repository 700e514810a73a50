import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { FeeRule } from './fee.ts'

/** 保留 / 取消. Nobody may demand, list, offer or select a cancelled item (rulebook R2, 003 三(三)). */
export const serviceItemStatuses = ['RETAINED', 'CANCELLED'] as const
export type ServiceItemStatus = (typeof serviceItemStatuses)[number]

/** What the rules need to know of a catalogue entry. `approvingAgency` is the agency whose approvals it serves. */
export interface ServiceItem extends FeeRule {
  readonly code: string
  readonly nameZh: string
  readonly status: ServiceItemStatus
  readonly cancelledBy: string | null
  readonly isQualificationRequired: boolean
  readonly approvingAgency: string
}

export type ItemCancelled = {
  readonly code: 'ITEM_CANCELLED'
  readonly itemCode: string
  readonly cancelledBy: string | null
}

/** Whether the item may be demanded, offered or selected; the refusal names the instrument that cancelled it. */
export function checkItemRetained<T extends Pick<ServiceItem, 'code' | 'status' | 'cancelledBy'>>(item: T): Result<T, ItemCancelled> {
  if (item.status === 'RETAINED') return ok(item)
  return refuse({ code: 'ITEM_CANCELLED', itemCode: item.code, cancelledBy: item.cancelledBy })
}
