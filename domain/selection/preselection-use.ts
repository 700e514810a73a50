import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'

/** A pool as far as a selection out of it asks. */
export interface UsablePool {
  readonly number: string
  readonly serviceItemCode: string
  readonly divisionCode: string
  readonly validUntilOn: CalendarDay
  readonly closedAt: Date | null
}

export type PoolUseRefusal =
  | { readonly code: 'POOL_NOT_OPEN'; readonly number: string; readonly validUntilOn: CalendarDay }
  | { readonly code: 'POOL_FOR_OTHER_ITEM'; readonly number: string; readonly serviceItemCode: string }
  | { readonly code: 'POOL_FOR_OTHER_DIVISION'; readonly number: string; readonly divisionCode: string }

/** Whether a selection may be held out of this preselection pool 预选库: open today, for the same item, and for the project's division. */
export function checkPoolFits(
  { number, serviceItemCode, divisionCode, validUntilOn, closedAt }: UsablePool,
  wanted: { readonly serviceItemCode: string; readonly divisionLine: readonly string[]; readonly now: Date },
): Result<true, PoolUseRefusal> {
  if (closedAt !== null || shanghaiDayOf(wanted.now) > validUntilOn) return refuse({ code: 'POOL_NOT_OPEN', number, validUntilOn })
  if (serviceItemCode !== wanted.serviceItemCode) return refuse({ code: 'POOL_FOR_OTHER_ITEM', number, serviceItemCode })
  return wanted.divisionLine.includes(divisionCode) ? ok(true) : refuse({ code: 'POOL_FOR_OTHER_DIVISION', number, divisionCode })
}
