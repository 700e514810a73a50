import { agreeFee } from '#domain/catalogue/fee.ts'
import type { AgreedFee } from '#domain/catalogue/fee.ts'
import { checkItemRetained } from '#domain/catalogue/service-item.ts'
import { barsOn } from '#domain/credit/bar.ts'
import { barRefusal } from '#domain/engagements/choose.ts'
import type { ChoiceFacts, ChoiceRefusal, Offering } from '#domain/engagements/choose.ts'
import { qualificationFor } from '#domain/engagements/qualification.ts'
import type { Qualification } from '#domain/engagements/qualification.ts'
import { avoidanceOf, avoidanceRefusal } from '#domain/intermediaries/avoidance.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { PreselectionRefusal } from './preselection.ts'
import { hasQuotes } from './selection.ts'
import type { SelectionMode } from './selection.ts'

/** What a round asks of whoever takes part. */
export interface SelectionTerms {
  readonly applicantSubjectId: string
  readonly mode: SelectionMode
  readonly size: number | null
  readonly ceilingFen: number | null
  readonly maxWorkingDays: number | null
}

/** A bidder as it may stand in the pool. `fee` is null where sealed quotes say it. */
export interface EligibleBidder {
  readonly offering: Offering
  readonly qualification: Qualification | null
  readonly fee: AgreedFee | null
}

export type EligibilityRefusal =
  | ChoiceRefusal
  | PreselectionRefusal
  | { readonly code: 'FEE_OVER_ANNOUNCED_CEILING'; readonly feeFen: number; readonly ceilingFen: number }
  | { readonly code: 'TOO_MANY_WORKING_DAYS'; readonly promisedWorkingDays: number; readonly maxWorkingDays: number }

type FirmFacts = Pick<ChoiceFacts, 'item' | 'intermediary' | 'standing' | 'divisionCodes' | 'now'>

/**
 * Whether the firm itself may do the work today, whatever it asks for it: catalogue, register, list and suspension, ties to the approving
 * agency (优化营商环境条例 art. 43), certificate (rulebook R3, R5). Asked at sign-up, at closing and again at the award.
 */
export function checkFirm({
  item,
  intermediary,
  standing,
  divisionCodes,
  now,
}: FirmFacts): Result<Qualification | null, EligibilityRefusal> {
  const today = shanghaiDayOf(now)
  const retained = checkItemRetained(item)
  if (!retained.ok) return retained
  if (intermediary.status !== 'LISTED') return refuse({ code: 'INTERMEDIARY_NOT_LISTED', status: intermediary.status })
  const barred = barRefusal(barsOn(standing.bars, 'PROVIDE_SERVICES', today))
  if (barred) return refuse(barred)
  const tie = avoidanceOf(intermediary.agencyTies, item, divisionCodes)
  if (tie) return refuse(avoidanceRefusal(tie))
  return qualificationFor(item, intermediary.qualifications, today)
}

/** Whether the firm may stand in this round's pool today, with what it offers today. */
export function checkBidder(facts: ChoiceFacts, terms: SelectionTerms): Result<EligibleBidder, EligibilityRefusal> {
  if (facts.intermediary.subjectId === terms.applicantSubjectId) return refuse({ code: 'OWN_INTERMEDIARY' })
  const qualification = checkFirm(facts)
  if (!qualification.ok) return qualification
  const { offering } = facts
  if (offering?.serviceItemCode !== facts.item.code) return refuse({ code: 'NOT_OFFERED', because: 'NO_OFFERING' })
  if (offering.isWithdrawn) return refuse({ code: 'NOT_OFFERED', because: 'WITHDRAWN' })
  if (!facts.divisionCodes.some((code) => offering.divisionCodes.includes(code))) {
    return refuse({ code: 'NOT_OFFERED', because: 'OTHER_DIVISION' })
  }
  if (hasQuotes(terms.mode)) return ok({ offering, qualification: qualification.value, fee: null })
  const fee = checkListedTerms(offering, facts, terms)
  return fee.ok ? ok({ offering, qualification: qualification.value, fee: fee.value }) : fee
}

/** Where nothing is quoted, the price list is the offer: it must keep to what was announced. */
function checkListedTerms(
  { feeSchedule, promisedWorkingDays }: Offering,
  { item }: Pick<ChoiceFacts, 'item'>,
  { size, ceilingFen, maxWorkingDays }: SelectionTerms,
): Result<AgreedFee, EligibilityRefusal> {
  const fee = agreeFee(feeSchedule, size, item)
  if (!fee.ok) return fee
  const { feeFen } = fee.value
  if (ceilingFen !== null && feeFen > ceilingFen) return refuse({ code: 'FEE_OVER_ANNOUNCED_CEILING', feeFen, ceilingFen })
  if (maxWorkingDays !== null && promisedWorkingDays > maxWorkingDays) {
    return refuse({ code: 'TOO_MANY_WORKING_DAYS', promisedWorkingDays, maxWorkingDays })
  }
  return fee
}

/**
 * Whether the winner may be awarded today (rulebook R3): the firm once more, and its fee against the government's ceiling of today. What it
 * offers is as it stood at closing: later edits of its price list change nothing.
 */
export function checkWinner(
  facts: FirmFacts,
  { feeFen, size }: { readonly feeFen: number; readonly size: number | null },
): Result<{ readonly qualification: Qualification | null; readonly fee: AgreedFee }, EligibilityRefusal> {
  const qualification = checkFirm(facts)
  if (!qualification.ok) return qualification
  const fee = agreeFee({ kind: 'FIXED', feeFen }, size, facts.item)
  return fee.ok ? ok({ qualification: qualification.value, fee: fee.value }) : fee
}
