import type { Bar } from '#domain/credit/bar.ts'
import { addDays } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import type { ToleranceRuleSet } from './tolerance-rule-set.ts'
import { acceptanceBarEndsOn, standingBreaches, triggersOf } from './tolerance-trigger.ts'
import type { ToleranceBreach, ToleranceListing, ToleranceTrigger } from './tolerance-trigger.ts'

/** What broken commitments mean for one applicant. */
export interface ToleranceStanding {
  /** Misses that stand, over the whole history (累计). */
  readonly misses: number
  readonly untrueCommitments: number
  readonly triggers: readonly ToleranceTrigger[]
  /** Past bars included: which of them holds is asked with the day. */
  readonly bars: readonly Bar[]
  readonly ruleSetVersion: string
}

/** The earlier of the ordinary end and the day before a repair, where the rules let a repair end the bar. */
function endOf(ordinary: CalendarDay | null, trigger: ToleranceTrigger, rules: ToleranceRuleSet): CalendarDay | null {
  if (trigger.repairedOn === null || !rules.parameters.canRepairEndBars.value) return ordinary
  const dayBeforeRepair = addDays(trigger.repairedOn, -1)
  return ordinary !== null && ordinary < dayBeforeRepair ? ordinary : dayBeforeRepair
}

/** The bars of one trigger: a hold until the decision, then both bars or none (R1: either trigger brings both). */
function barsOfTrigger(trigger: ToleranceTrigger, rules: ToleranceRuleSet): readonly Bar[] {
  const { acceptanceBarYears, isHandlingBarredForLife, isHoldPlacedAtTrigger } = rules.parameters
  const isHold = trigger.state === 'HOLD'
  if (trigger.state === 'NOT_LISTED' || (isHold && !isHoldPlacedAtTrigger.value)) return []
  const acceptanceEndsOn = acceptanceBarEndsOn(trigger.recordedOn, rules)
  const common = {
    from: trigger.recordedOn,
    reasonCode: isHold ? `HOLD_${trigger.cause}` : `LISTED_${trigger.cause}`,
    ruleSetVersion: rules.version,
    sourceId: trigger.listingId ?? trigger.breachId,
    isHold,
  }
  const bars: readonly Bar[] = [
    { ...common, kind: 'TOLERANT_ACCEPTANCE', until: endOf(acceptanceEndsOn, trigger, rules), clause: citeBasis(acceptanceBarYears.basis) },
    {
      ...common,
      kind: 'TOLERANT_HANDLING',
      until: endOf(isHandlingBarredForLife.value ? null : acceptanceEndsOn, trigger, rules),
      clause: citeBasis(isHandlingBarredForLife.basis),
    },
  ]
  return bars.filter((bar) => bar.until === null || bar.from <= bar.until)
}

/**
 * The applicant's standing as known at `asOf` (rulebook R1), from the events alone: their order of arrival does not matter, and
 * an annulled breach is as if it had never been. Only breaches of this one applicant are passed in.
 */
export function toleranceStandingOf(
  breaches: readonly ToleranceBreach[],
  listings: readonly ToleranceListing[],
  rules: ToleranceRuleSet,
  asOf: Date,
): ToleranceStanding {
  const standing = standingBreaches(breaches, asOf)
  const triggers = triggersOf(breaches, listings, rules, asOf)
  return {
    misses: standing.filter((breach) => breach.kind === 'MISSED').length,
    untrueCommitments: standing.filter((breach) => breach.kind === 'UNTRUE').length,
    triggers,
    bars: triggers.flatMap((trigger) => barsOfTrigger(trigger, rules)),
    ruleSetVersion: rules.version,
  }
}
