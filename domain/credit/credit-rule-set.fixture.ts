import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CreditParameterValues } from './credit-parameter-values.ts'
import { zz1Values } from './credit-parameter-values.ts'
import type { CreditRuleSet } from './credit-rule-set.ts'
import { readCreditRuleSet } from './read-credit-rule-set.ts'

/** For tests: a published version that differs from ZZ-1 in these values. */
export function creditRuleSet(
  changes: Partial<CreditParameterValues>,
  effectiveFrom: CalendarDay = '2026-07-01',
  version = 'ZZ-2',
): CreditRuleSet {
  return readCreditRuleSet({ version, effectiveFrom, parameters: { ...zz1Values, ...changes } })
}
