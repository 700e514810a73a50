import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { requireDivisions } from '../access/require-division.ts'
import { itemsInForce } from '../catalogue/item-in-force.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import type { NewIntermediary } from './register-intermediary-input.ts'

/**
 * What the catalogue says about a firm itself: its division and every item its certificates cover are known. Its offerings are checked
 * where they are written (`saveNewOfferings`).
 */
export async function checkRegisterEntry(unit: UnitOfWork, entry: NewIntermediary, today: CalendarDay): Promise<void> {
  await requireDivisions(unit, [entry.divisionCode], 'divisionCode')
  const codes = [...new Set(entry.qualifications.flatMap((one) => one.serviceItemCodes))]
  const items = await itemsInForce(unit.tx, codes, today)
  const unknown = codes.filter((code) => !items.has(code))
  if (unknown.length > 0) throw new ValidationError([{ path: 'qualifications', code: 'SERVICE_ITEM_UNKNOWN', facts: { codes: unknown } }])
}
