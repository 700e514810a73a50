import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addMonths } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Severity } from './list-kind.ts'
import type { ListingRuleSet } from './listing-rule-set.ts'

/** 公示期 of one decision. `automaticEndOn` is the last public day: a period of months ends on the same date (民法典 art. 202). */
export interface PublicityPeriod {
  readonly severity: Severity
  readonly decidedOn: CalendarDay
  /** First day on which a repair can end publicity; the minimum has then passed. */
  readonly earliestRepairOn: CalendarDay
  readonly automaticEndOn: CalendarDay
  readonly isNormallyPublished: boolean
}

/** Why a publicity end cannot stand in a decision. */
export type PublicityRefusal =
  | { readonly code: 'PUBLICITY_TOO_SHORT'; readonly severity: Severity; readonly leastOn: CalendarDay }
  | { readonly code: 'PUBLICITY_TOO_LONG'; readonly severity: Severity; readonly mostOn: CalendarDay }
  | { readonly code: 'PUBLICATION_REASON_REQUIRED'; readonly severity: Severity }

/** The publicity window that a decision of this day and severity allows (rulebook R5, same-day rule). */
export function publicityPeriodOf(severity: Severity, decidedOn: CalendarDay, ruleSet: ListingRuleSet): PublicityPeriod {
  const { minMonths, maxMonths, isNormallyPublished } = ruleSet.parameters.publicityWindows.value[severity]
  return {
    severity,
    decidedOn,
    earliestRepairOn: addMonths(decidedOn, minMonths),
    automaticEndOn: addMonths(decidedOn, maxMonths),
    isNormallyPublished,
  }
}

/**
 * Whether a decision may set this last public day. `publicationReason` is needed only where the severity normally stays
 * unpublished.
 */
export function checkPublicUntil(
  period: PublicityPeriod,
  publicUntilOn: CalendarDay,
  publicationReason: string | null,
): Result<CalendarDay, PublicityRefusal> {
  const { severity } = period
  if (publicUntilOn < period.earliestRepairOn) {
    return refuse({ code: 'PUBLICITY_TOO_SHORT', severity, leastOn: period.earliestRepairOn })
  }
  if (publicUntilOn > period.automaticEndOn) {
    return refuse({ code: 'PUBLICITY_TOO_LONG', severity, mostOn: period.automaticEndOn })
  }
  if (!period.isNormallyPublished && (publicationReason ?? '').trim() === '') {
    return refuse({ code: 'PUBLICATION_REASON_REQUIRED', severity })
  }
  return ok(publicUntilOn)
}
