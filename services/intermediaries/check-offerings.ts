import { checkFee } from '#domain/catalogue/fee.ts'
import type { FeeSchedule } from '#domain/catalogue/fee-schedule.ts'
import { checkItemRetained } from '#domain/catalogue/service-item.ts'
import { qualificationFor } from '#domain/engagements/qualification.ts'
import type { Qualification } from '#domain/engagements/qualification.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { requireDivisions } from '../access/require-division.ts'
import { itemsInForce } from '../catalogue/item-in-force.ts'
import type { ItemInForce } from '../catalogue/item-in-force.ts'
import { toFeeRule } from '../engagements/load-choice-facts.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { ValidationError } from '../kernel/use-case-error.ts'

/** One service as a firm wants to offer it. */
export interface WantedOffering {
  readonly serviceItemCode: string
  readonly divisionCodes: readonly string[]
  readonly feeSchedule: FeeSchedule
  readonly feeNote: string
  readonly promisedWorkingDays: number
}

/** A service that may be offered, with its reference fee in fen and the catalogue entry in force today. */
export interface CheckedOffering extends WantedOffering {
  readonly feeFen: number
  readonly item: ItemInForce
}

/**
 * What the catalogue of today says about offerings (rulebook R2, R3), whoever writes them: every division and item is known, no cancelled
 * item is offered, no fee breaks the item's rule, and an item that needs a certificate comes with one that is valid today.
 * @throws ValidationError DIVISION_UNKNOWN, SERVICE_ITEM_UNKNOWN · RefusedError ITEM_CANCELLED, FEE_…, QUALIFICATION_… with `itemCode`
 */
export async function checkOfferings(
  unit: UnitOfWork,
  wanted: readonly WantedOffering[],
  qualifications: readonly Qualification[],
): Promise<readonly CheckedOffering[]> {
  const divisionCodes = wanted.flatMap((offering) => offering.divisionCodes)
  if (divisionCodes.length > 0) await requireDivisions(unit, divisionCodes, 'divisionCodes')
  const today = shanghaiDayOf(unit.now)
  const codes = wanted.map(({ serviceItemCode }) => serviceItemCode)
  const items = await itemsInForce(unit.tx, codes, today)
  const unknown = codes.filter((code) => !items.has(code))
  if (unknown.length > 0) throw new ValidationError([{ path: 'serviceItemCode', code: 'SERVICE_ITEM_UNKNOWN', facts: { codes: unknown } }])
  return wanted.flatMap((offering) => {
    const item = items.get(offering.serviceItemCode)
    if (!item) return []
    unwrap(checkItemRetained(item))
    unwrap(qualificationFor(item, qualifications, today))
    const fee = checkFee(offering.feeSchedule, toFeeRule(item))
    return { ...offering, item, feeFen: unwrap(fee.ok ? fee : { ok: false, refusal: { ...fee.refusal, itemCode: item.code } }) }
  })
}
