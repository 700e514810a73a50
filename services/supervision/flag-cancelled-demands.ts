import { alertRules } from '#domain/supervision/alert.ts'
import type { ItemInForce } from '../catalogue/item-in-force.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { raiseAlert } from './raise-alert.ts'

/** A material that an officer recorded as missing or flawed although its service is cancelled. */
interface DemandedMaterial {
  readonly id: string
  readonly seq: number
  readonly nameZh: string
}

/** An agency's attempt to demand a cancelled service in a case (003 三(三)): one red alert for each material of the case. */
export async function flagCancelledDemands(
  unit: UnitOfWork,
  caseId: string,
  demanded: readonly DemandedMaterial[],
  cancelled: ReadonlyMap<string, ItemInForce>,
): Promise<void> {
  if (demanded.length === 0) return
  const filed = await unit.tx.approvalCase.findUniqueOrThrow({
    where: { id: caseId },
    select: { number: true, agencyId: true, approvalItemCode: true, agency: { select: { nameZh: true } } },
  })
  for (const { id, seq, nameZh } of demanded) {
    const item = cancelled.get(id)
    if (!item) continue
    await raiseAlert(unit, {
      kind: 'CANCELLED_ITEM_DEMANDED',
      level: alertRules.CANCELLED_ITEM_DEMANDED.level,
      sourceType: 'CaseMaterial',
      sourceId: `${caseId}:${id}`,
      organisationId: filed.agencyId,
      serviceItemCode: item.code,
      facts: {
        agency: filed.agency.nameZh,
        caseNumber: filed.number,
        approvalItemCode: filed.approvalItemCode,
        seq,
        material: nameZh,
        itemNameZh: item.nameZh,
        itemNameEn: item.nameEn,
        cancelledBy: item.cancelledBy,
      },
    })
  }
}
