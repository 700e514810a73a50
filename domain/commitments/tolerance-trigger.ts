import { endOfShanghaiDay, lastDayOfMonths, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { ToleranceRuleSet } from './tolerance-rule-set.ts'

/** A recorded broken commitment 未履行承诺 of one applicant, from any agency and item of the division. */
export interface ToleranceBreach {
  readonly breachId: string
  readonly commitmentId: string
  readonly kind: 'MISSED' | 'UNTRUE'
  readonly recordedAt: Date
  readonly annulledAt: Date | null
}

/**
 * The listing case that a trigger opened, and what became of it: OPEN until decided, LISTED or NOT_LISTED since `decidedAt`. A
 * listing annulled on appeal counts as not listed from then on; `repairedAt` is a granted credit repair 信用修复.
 */
export interface ToleranceListing {
  readonly listingId: string
  readonly triggerBreachId: string
  readonly state: 'OPEN' | 'LISTED' | 'NOT_LISTED'
  readonly decidedAt: Date | null
  readonly annulledAt: Date | null
  readonly repairedAt: Date | null
}

/** What led to the dishonesty list 失信名单, or to the hold before its decision. */
export interface ToleranceTrigger {
  readonly breachId: string
  readonly cause: 'CUMULATIVE_MISSES' | 'UNTRUE_COMMITMENT'
  readonly recordedOn: CalendarDay
  /** Null while no listing case was opened for it: the caller opens one. */
  readonly listingId: string | null
  readonly state: 'HOLD' | 'LISTED' | 'NOT_LISTED'
  readonly repairedOn: CalendarDay | null
}

const isKnown = (instant: Date | null, asOf: Date): instant is Date => instant !== null && instant.getTime() <= asOf.getTime()

/** Breaches that stand at `asOf`, in the order they were recorded; one miss and one untruth at most per commitment. */
export function standingBreaches(breaches: readonly ToleranceBreach[], asOf: Date): readonly ToleranceBreach[] {
  const seen = new Set<string>()
  return breaches
    .filter((breach) => isKnown(breach.recordedAt, asOf) && !isKnown(breach.annulledAt, asOf))
    .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || (a.breachId < b.breachId ? -1 : 1))
    .filter(({ commitmentId, kind }) => {
      const key = `${kind} ${commitmentId}`
      return seen.has(key) ? false : seen.add(key)
    })
}

/** Last day of the acceptance bar: counted from the day the trigger was recorded, so time under hold counts (R1). */
export function acceptanceBarEndsOn(recordedOn: CalendarDay, rules: ToleranceRuleSet): CalendarDay {
  return lastDayOfMonths(recordedOn, rules.parameters.acceptanceBarYears.value * 12)
}

function triggerOf(breach: ToleranceBreach, listings: readonly ToleranceListing[], asOf: Date): ToleranceTrigger {
  const listing = listings.find((candidate) => candidate.triggerBreachId === breach.breachId)
  const isDecided = listing !== undefined && listing.state !== 'OPEN' && isKnown(listing.decidedAt, asOf)
  const isStruck = listing !== undefined && (listing.state === 'NOT_LISTED' || isKnown(listing.annulledAt, asOf))
  return {
    breachId: breach.breachId,
    cause: breach.kind === 'UNTRUE' ? 'UNTRUE_COMMITMENT' : 'CUMULATIVE_MISSES',
    recordedOn: shanghaiDayOf(breach.recordedAt),
    listingId: listing?.listingId ?? null,
    state: !isDecided ? 'HOLD' : isStruck ? 'NOT_LISTED' : 'LISTED',
    repairedOn: listing && isKnown(listing.repairedAt, asOf) ? shanghaiDayOf(listing.repairedAt) : null,
  }
}

/**
 * Until when further misses belong to this trigger instead of making a new one: while its case is open, until its bar ends, or
 * until it was decided not to list. Whoever is on the list already is not listed again for a promise given before.
 */
function absorbsUntil(trigger: ToleranceTrigger, listings: readonly ToleranceListing[], rules: ToleranceRuleSet): Date | null {
  if (trigger.state === 'HOLD') return null
  if (trigger.state === 'LISTED') return endOfShanghaiDay(acceptanceBarEndsOn(trigger.recordedOn, rules))
  const listing = listings.find((candidate) => candidate.listingId === trigger.listingId)
  return listing?.annulledAt ?? listing?.decidedAt ?? null
}

/** Every trigger that the standing breaches make at `asOf`, oldest first. */
export function triggersOf(
  breaches: readonly ToleranceBreach[],
  listings: readonly ToleranceListing[],
  rules: ToleranceRuleSet,
  asOf: Date,
): readonly ToleranceTrigger[] {
  const { missesToList, isUntrueListed, isMissesConsumedByListing } = rules.parameters
  const triggers: ToleranceTrigger[] = []
  let count = 0
  let running: { readonly until: Date | null } | null = null
  for (const breach of standingBreaches(breaches, asOf)) {
    if (breach.kind === 'UNTRUE') {
      if (isUntrueListed.value) triggers.push(triggerOf(breach, listings, asOf))
      continue
    }
    count += 1
    const isAbsorbed = running !== null && (running.until === null || breach.recordedAt.getTime() < running.until.getTime())
    if (count < missesToList.value || isAbsorbed) continue
    const trigger = triggerOf(breach, listings, asOf)
    triggers.push(trigger)
    running = { until: absorbsUntil(trigger, listings, rules) }
    if (isMissesConsumedByListing.value && trigger.state !== 'NOT_LISTED') count = 0
  }
  return triggers
}
