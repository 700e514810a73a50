import { checkFee } from '#domain/catalogue/fee.ts'
import { checkItemRetained } from '#domain/catalogue/service-item.ts'
import { qualificationFor } from '#domain/engagements/qualification.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { requireDivisions } from '../access/require-division.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import type { NewIntermediary } from './register-intermediary-input.ts'

/**
 * What the catalogue says about an entry (rulebook R2, R3): every division and item is known, no cancelled item is offered, no fee
 * breaks the item's rule, and an item that needs a certificate comes with one that is valid today.
 */
export async function checkRegisterEntry(unit: UnitOfWork, entry: NewIntermediary, today: CalendarDay): Promise<void> {
  await requireDivisions(unit, [entry.divisionCode, ...entry.offerings.flatMap((offering) => offering.divisionCodes)], 'divisionCode')
  const offered = entry.offerings.map((offering) => offering.serviceItemCode)
  const codes = [...new Set([...offered, ...entry.qualifications.flatMap((one) => one.serviceItemCodes)])]
  const items = await unit.tx.serviceItem.findMany({ where: { code: { in: codes } } })
  const itemOf = new Map(items.map((item) => [item.code, item]))
  const unknown = codes.filter((code) => !itemOf.has(code))
  if (unknown.length > 0) throw new ValidationError([{ path: 'offerings', code: 'SERVICE_ITEM_UNKNOWN', facts: { codes: unknown } }])

  for (const { serviceItemCode, feeFen } of entry.offerings) {
    const item = itemOf.get(serviceItemCode)
    if (!item) continue
    unwrap(checkItemRetained(item))
    // No ceiling is on record yet: the catalogue names the kind of price only.
    unwrap(checkFee(feeFen, { feeBasis: item.feeBasis, feeCeilingFen: null }))
    unwrap(qualificationFor(item, entry.qualifications, today))
  }
}
