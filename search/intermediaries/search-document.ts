import { neutralTicketOf } from '#domain/catalogue/neutral-order.ts'
import type { CreditStanding } from '#domain/credit/standing.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { foldText, gramsOf } from '#search/text/fold-text.ts'
import { nameInitials } from '#search/text/pinyin-initials.ts'

/** What a search document is made of, all of it from current rows. */
export interface SearchDocumentFacts {
  readonly intermediaryId: string
  readonly name: string
  readonly uscc: string
  /** In the register, also while it leaves. */
  readonly isListed: boolean
  /** On its way out 退出中: still found, not choosable. */
  readonly isLeaving: boolean
  /** Null while nothing was ever recorded. Of the bars only those against providing services are used. */
  readonly standing: Pick<CreditStanding, 'gradeOffList' | 'lists' | 'bars'> | null
  /** Withdrawn ones and those of cancelled items are left out by the builder. */
  readonly offerings: readonly {
    readonly serviceItemCode: string
    readonly divisionCodes: readonly string[]
    readonly feeFen: number
    readonly promisedWorkingDays: number
    readonly isWithdrawn: boolean
    readonly isItemCancelled: boolean
    readonly isQualificationRequired: boolean
  }[]
  readonly qualifications: readonly {
    readonly serviceItemCodes: readonly string[]
    readonly validFromOn: CalendarDay
    readonly validUntilOn: CalendarDay | null
  }[]
}

/** One row of the table SearchDocument. Day spans are written as PostgreSQL's datemultirange; the four offer lists go by place. */
export interface SearchDocumentRow {
  readonly intermediaryId: string
  readonly name: string
  readonly nameKey: string
  readonly uscc: string
  readonly grams: readonly string[]
  readonly initials: string
  readonly isListed: boolean
  readonly neutralTicket: number
  /** Off the blacklist; on it the grade is E. */
  readonly grade: string
  readonly serviceItemCodes: readonly string[]
  readonly offerFeesFen: readonly number[]
  readonly offerDays: readonly number[]
  readonly offerDivisions: readonly string[]
  readonly offerQualified: readonly string[]
  readonly divisionCodes: readonly string[]
  readonly minFeeFen: number | null
  readonly minDays: number | null
  readonly qualified: string
  readonly barred: string
  readonly blacklisted: string
}

/** The search document of an intermediary: pure, so that it can be made one by one or by the hundred thousand. */
export function buildSearchDocument(facts: SearchDocumentFacts): SearchDocumentRow {
  const nameKey = foldText(facts.name)
  const offers = facts.offerings.filter((offer) => !offer.isWithdrawn && !offer.isItemCancelled)
  const qualified = offers.map((offer) => qualifiedSpans(offer, facts.qualifications))
  const whileLeaving: readonly DaySpan[] = facts.isLeaving ? [[null, null]] : []
  const bars = (facts.standing?.bars ?? []).filter((bar) => bar.kind === 'PROVIDE_SERVICES')
  const listings = (facts.standing?.lists ?? []).filter(({ list }) => list === 'BLACKLIST')
  return {
    intermediaryId: facts.intermediaryId,
    name: facts.name,
    nameKey,
    uscc: facts.uscc,
    grams: gramsOf(nameKey),
    initials: nameInitials(nameKey),
    isListed: facts.isListed,
    neutralTicket: neutralTicketOf(facts.intermediaryId),
    // Whatever list the firm is on: the days of the list are kept apart.
    grade: facts.standing?.gradeOffList ?? 'N',
    serviceItemCodes: offers.map((offer) => offer.serviceItemCode),
    offerFeesFen: offers.map((offer) => offer.feeFen),
    offerDays: offers.map((offer) => offer.promisedWorkingDays),
    offerDivisions: offers.map((offer) => ` ${offer.divisionCodes.join(' ')} `),
    offerQualified: qualified.map(multirange),
    divisionCodes: [...new Set(offers.flatMap((offer) => offer.divisionCodes))],
    minFeeFen: least(offers.map((offer) => offer.feeFen)),
    minDays: least(offers.map((offer) => offer.promisedWorkingDays)),
    qualified: multirange(qualified.flat()),
    barred: multirange([...whileLeaving, ...bars.map(({ from, until }): DaySpan => [from, until])]),
    blacklisted: multirange(listings.map(({ from, until }) => [from, until])),
  }
}

/** First and last day, null without an end on that side. */
type DaySpan = readonly [CalendarDay | null, CalendarDay | null]

/** The days on which the offer may be chosen as far as qualifications go (rulebook R3). */
function qualifiedSpans(
  offer: SearchDocumentFacts['offerings'][number],
  qualifications: SearchDocumentFacts['qualifications'],
): readonly DaySpan[] {
  if (!offer.isQualificationRequired) return [[null, null]]
  return qualifications
    .filter((one) => one.serviceItemCodes.includes(offer.serviceItemCode))
    .map((one) => [one.validFromOn, one.validUntilOn] as const)
}

/** PostgreSQL joins overlapping spans itself. */
function multirange(spans: readonly DaySpan[]): string {
  return `{${spans.map(([from, until]) => `${from ? `[${from}` : '('},${until ? `${until}]` : ')'}`).join(',')}}`
}

const least = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : Math.min(...numbers))
