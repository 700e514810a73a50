import { avoidanceOf, avoidanceRefusal } from '#domain/intermediaries/avoidance.ts'
import type { AgencyTie } from '#domain/intermediaries/avoidance.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { divisionLines } from '../catalogue/division-lines.ts'
import { loadAgencyTiesOf } from './load-agency-ties.ts'

/** What is to be offered, as far as avoidance asks. */
export interface AvoidedOffer {
  readonly serviceItemCode: string
  /** In the words of the catalogue: ServiceItem.approvingAgencyZh of the version in force. */
  readonly approvingAgency: string
  readonly divisionCodes: readonly string[]
}

/**
 * Avoidance at offering (优化营商环境条例 art. 43): no offering is taken for a division in which the firm's agency approves the item. Where
 * the offering covers more than the agency's area it stands, and the choice is refused inside that area only. Call it after the firm's
 * affiliations are saved: it reads them in the same transaction.
 * @throws RefusedError AFFILIATED_WITH_AGENCY with item, agency and the parties in between
 */
export async function checkAvoidance(unit: UnitOfWork, uscc: string, offers: readonly AvoidedOffer[]): Promise<void> {
  const ties = await loadAgencyTiesOf(unit.tx, uscc, shanghaiDayOf(unit.now))
  if (ties.length === 0) return
  const lines = await divisionLines(
    unit.tx,
    offers.flatMap(({ divisionCodes }) => divisionCodes),
  )
  const barred = barredOffer(ties, offers, lines)
  if (barred) throw new RefusedError(barred)
}

/** The first offer that a tie bars, as a refusal; null when none. For checks that only tell. */
export function barredOffer(ties: readonly AgencyTie[], offers: readonly AvoidedOffer[], lines: ReadonlyMap<string, readonly string[]>) {
  for (const { serviceItemCode, approvingAgency, divisionCodes } of offers) {
    for (const divisionCode of divisionCodes) {
      const tie = avoidanceOf(ties, { approvingAgency }, lines.get(divisionCode) ?? [divisionCode])
      if (tie) return { ...avoidanceRefusal(tie), itemCode: serviceItemCode, divisionCode }
    }
  }
  return null
}
