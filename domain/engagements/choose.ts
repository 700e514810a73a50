import type { AgreedFee, FeeRefusal } from '#domain/catalogue/fee.ts'
import { agreeFee, checkFee } from '#domain/catalogue/fee.ts'
import type { FeeSchedule } from '#domain/catalogue/fee-schedule.ts'
import type { ItemCancelled, ServiceItem } from '#domain/catalogue/service-item.ts'
import { checkItemRetained } from '#domain/catalogue/service-item.ts'
import type { Bar } from '#domain/credit/bar.ts'
import { barsOn } from '#domain/credit/bar.ts'
import type { CreditGrade } from '#domain/credit/grade.ts'
import type { AgencyTie, AvoidanceRefusal } from '#domain/intermediaries/avoidance.ts'
import { avoidanceOf, avoidanceRefusal } from '#domain/intermediaries/avoidance.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { RuleParameter } from '#domain/kernel/rule-set.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { FundSource } from '#domain/selection/selection.ts'
import type { Qualification, QualificationRefusal } from './qualification.ts'
import { qualificationFor } from './qualification.ts'

/** What one intermediary offers for one item, as it stands now. `feeFen` is the reference fee, by which offerings are compared. */
export interface Offering {
  readonly offeringId: string
  readonly version: number
  readonly serviceItemCode: string
  readonly divisionCodes: readonly string[]
  readonly feeSchedule: FeeSchedule
  readonly feeFen: number
  readonly promisedWorkingDays: number
  readonly isWithdrawn: boolean
}

/** The intermediary as it stands now. `agencyTies` are its ties to approving agencies, direct or through owners. */
export interface ChosenIntermediary {
  readonly intermediaryId: string
  readonly subjectId: string
  readonly name: string
  readonly status: 'LISTED' | 'EXITING' | 'EXITED'
  readonly qualifications: readonly Qualification[]
  readonly agencyTies: readonly AgencyTie[]
}

/** The intermediary's credit as it stands now. */
export interface ChosenStanding {
  readonly grade: CreditGrade
  readonly score: number | null
  readonly ruleSetVersion: string
  readonly bars: readonly Bar[]
}

/** What can be asked before anyone has confirmed anything. `divisionCodes` is the project's division and those above it. */
export interface ChoiceFacts {
  readonly item: ServiceItem
  readonly offering: Offering | null
  readonly intermediary: ChosenIntermediary
  readonly standing: ChosenStanding
  readonly divisionCodes: readonly string[]
  readonly now: Date
}

/**
 * A direct choice 直接选取: by the applicant alone, with fee, days and version of the offering as shown to him. `size` is in the unit
 * that the fee or its ceiling is counted in; null where neither is.
 */
export interface DirectChoice extends ChoiceFacts {
  readonly viewerSubjectId: string
  readonly size: number | null
  /** Whose money pays for the project, as the applicant says. */
  readonly fundSource: FundSource
  /** Of the selection rules in force: the funds that need no announced selection. */
  readonly directFundSources: RuleParameter<readonly FundSource[]>
  readonly confirmed: { readonly feeFen: number; readonly promisedWorkingDays: number; readonly offeringVersion: number }
  readonly calendar: WorkingCalendar
}

/** The choice, with all that the applicant saw. `deliverDueOn` is the last day of the promised working days. */
export interface IntermediaryChosen {
  readonly type: 'INTERMEDIARY_CHOSEN'
  readonly chosenAt: Date
  readonly deliverDueOn: CalendarDay
  readonly feeFen: number
  readonly size: number | null
  readonly promisedWorkingDays: number
  readonly snapshot: {
    readonly fee: AgreedFee
    readonly item: ServiceItem
    readonly offering: Offering
    readonly intermediary: { readonly intermediaryId: string; readonly subjectId: string; readonly name: string }
    readonly qualification: Qualification | null
    readonly standing: ChosenStanding
    readonly fundSource: FundSource
  }
}

export type ChoiceRefusal =
  | ItemCancelled
  | { readonly code: 'NOT_OFFERED'; readonly because: 'NO_OFFERING' | 'WITHDRAWN' | 'OTHER_DIVISION' }
  | { readonly code: 'INTERMEDIARY_NOT_LISTED'; readonly status: 'EXITING' | 'EXITED' }
  | {
      readonly code: 'INTERMEDIARY_BLACKLISTED'
      readonly until: CalendarDay | null
      readonly clause: string
      readonly sourceId: string | null
    }
  | {
      readonly code: 'INTERMEDIARY_SUSPENDED'
      readonly until: CalendarDay | null
      readonly clause: string
      readonly sourceId: string | null
    }
  | QualificationRefusal
  | AvoidanceRefusal
  | FeeRefusal
  | { readonly code: 'OWN_INTERMEDIARY' }
  | { readonly code: 'DIRECT_NOT_FOR_FUNDS'; readonly fundSource: FundSource; readonly clause: string }
  | {
      readonly code: 'OFFERING_CHANGED'
      /** At the size given; null where the new schedule has no fee for it. */
      readonly feeFen: number | null
      readonly promisedWorkingDays: number
      readonly offeringVersion: number
    }
  | CalendarNotLoaded

/** What keeps a firm from taking on work at all, told with its source. */
export type BarRefusal = Extract<ChoiceRefusal, { readonly code: 'INTERMEDIARY_BLACKLISTED' | 'INTERMEDIARY_SUSPENDED' }>

type Choosable = { readonly offering: Offering; readonly qualification: Qualification | null }

/**
 * Whether the intermediary could be chosen for the item today, whoever asks (rulebook R2, R3, R5): what the page says before the choice
 * and what the choice is decided by. The list comes before paperwork, so that the gravest reason is the one told.
 */
export function checkChoosable(facts: ChoiceFacts): Result<Choosable, ChoiceRefusal> {
  const { item, offering, intermediary, standing, now } = facts
  const today = shanghaiDayOf(now)
  const retained = checkItemRetained(item)
  if (!retained.ok) return retained
  if (intermediary.status !== 'LISTED') return refuse({ code: 'INTERMEDIARY_NOT_LISTED', status: intermediary.status })
  const barred = barRefusal(barsOn(standing.bars, 'PROVIDE_SERVICES', today))
  if (barred) return refuse(barred)
  if (offering?.serviceItemCode !== item.code) return refuse({ code: 'NOT_OFFERED', because: 'NO_OFFERING' })
  if (offering.isWithdrawn) return refuse({ code: 'NOT_OFFERED', because: 'WITHDRAWN' })
  if (!facts.divisionCodes.some((code) => offering.divisionCodes.includes(code))) {
    return refuse({ code: 'NOT_OFFERED', because: 'OTHER_DIVISION' })
  }
  // 优化营商环境条例 art. 43: no services tied to the approvals of the agency it belongs to.
  const tie = avoidanceOf(intermediary.agencyTies, item, facts.divisionCodes)
  if (tie) return refuse(avoidanceRefusal(tie))
  const qualification = qualificationFor(item, intermediary.qualifications, today)
  if (!qualification.ok) return qualification
  const fee = checkFee(offering.feeSchedule, item)
  return fee.ok ? ok({ offering, qualification: qualification.value }) : fee
}

/** Whether an applicant may choose this intermediary directly, and what is then recorded. */
export function decideDirectChoice(choice: DirectChoice): Result<IntermediaryChosen, ChoiceRefusal> {
  const { item, intermediary, standing, confirmed, now, fundSource, directFundSources } = choice
  if (!directFundSources.value.includes(fundSource)) {
    return refuse({ code: 'DIRECT_NOT_FOR_FUNDS', fundSource, clause: citeBasis(directFundSources.basis) })
  }
  if (choice.viewerSubjectId === intermediary.subjectId) return refuse({ code: 'OWN_INTERMEDIARY' })
  const choosable = checkChoosable(choice)
  if (!choosable.ok) return choosable
  const { offering, qualification } = choosable.value
  const { promisedWorkingDays, version } = offering
  const fee = agreeFee(offering.feeSchedule, choice.size, item)
  const feeFen = fee.ok ? fee.value.feeFen : null
  const isAsShown = confirmed.promisedWorkingDays === promisedWorkingDays && confirmed.offeringVersion === version
  if (!isAsShown || (fee.ok && confirmed.feeFen !== feeFen)) {
    return refuse({ code: 'OFFERING_CHANGED', feeFen, promisedWorkingDays, offeringVersion: version })
  }
  if (!fee.ok) return fee
  const due = addWorkingDays(shanghaiDayOf(now), promisedWorkingDays, choice.calendar)
  if (!due.ok) return due
  const { intermediaryId, subjectId, name } = intermediary
  return ok({
    type: 'INTERMEDIARY_CHOSEN',
    chosenAt: now,
    deliverDueOn: due.value,
    feeFen: fee.value.feeFen,
    size: fee.value.size,
    promisedWorkingDays,
    snapshot: { item, offering, fee: fee.value, intermediary: { intermediaryId, subjectId, name }, qualification, standing, fundSource },
  })
}

/** A listing is told before a suspension, because it has been decided; among listings the one that lasts longest. */
export function barRefusal(bars: readonly Bar[]): BarRefusal | null {
  const [bar] = bars.toSorted((a, b) => Number(a.isHold) - Number(b.isHold) || (lastDayOf(a) < lastDayOf(b) ? 1 : -1))
  if (!bar) return null
  const { until, clause, sourceId } = bar
  return { code: bar.isHold ? 'INTERMEDIARY_SUSPENDED' : 'INTERMEDIARY_BLACKLISTED', until, clause, sourceId }
}

/** Sorts a bar for life behind every day. */
function lastDayOf(bar: Bar): CalendarDay {
  return bar.until ?? '9999-12-31'
}
