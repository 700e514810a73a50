import { avoidanceOf, avoidanceRefusal } from '#domain/intermediaries/avoidance.ts'
import type { AgencyTie, AvoidanceRefusal } from '#domain/intermediaries/avoidance.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { itemsInForce } from '../catalogue/item-in-force.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { loadAgencyTiesOf } from './load-agency-ties.ts'

/** What is to be offered, as far as avoidance asks. */
export interface AvoidedOffer {
  readonly serviceItemCode: string
  readonly divisionCodes: readonly string[]
}

/**
 * Avoidance at offering (优化营商环境条例 art. 43): no offering is taken for a division in which the firm's agency approves the item. Where
 * the offering covers more than the agency's area it stands, and the choice is refused inside that area only. Call it after the firm's
 * affiliations are saved: it reads them in the same transaction.
 * @throws RefusedError AFFILIATED_WITH_AGENCY with item, division, agency and the parties in between
 */
export async function checkAvoidance(unit: UnitOfWork, uscc: string, offers: readonly AvoidedOffer[]): Promise<void> {
  const day = shanghaiDayOf(unit.now)
  const ties = await loadAgencyTiesOf(unit.tx, uscc, day)
  const [barred] = await barredOffers(unit.tx, ties, offers, day)
  if (barred) throw new RefusedError({ ...barred })
}

/** An offer that a tie bars, and where. */
export interface BarredOffer extends AvoidanceRefusal {
  readonly itemCode: string
  readonly divisionCode: string
}

/** Every offer and division that these ties bar, for checks that only tell; no statement where there are no ties. */
export async function barredOffers(
  tx: Tx,
  ties: readonly AgencyTie[],
  offers: readonly AvoidedOffer[],
  day: CalendarDay,
): Promise<readonly BarredOffer[]> {
  if (ties.length === 0 || offers.length === 0) return []
  const items = await itemsInForce(
    tx,
    offers.map(({ serviceItemCode }) => serviceItemCode),
    day,
  )
  return offers.flatMap(({ serviceItemCode, divisionCodes }) =>
    divisionCodes.flatMap((divisionCode) => {
      // A tie names the agency's own division and all below it: the offered code alone says whether it lies there.
      const tie = avoidanceOf(ties, { approvingAgency: items.get(serviceItemCode)?.approvingAgencyZh ?? '' }, [divisionCode])
      return tie ? [{ ...avoidanceRefusal(tie), itemCode: serviceItemCode, divisionCode }] : []
    }),
  )
}
