import type { ToleranceRuleSet } from '#domain/commitments/tolerance-rule-set.ts'
import { toleranceStandingOf } from '#domain/commitments/tolerance-standing.ts'
import type { ToleranceBreach, ToleranceListing } from '#domain/commitments/tolerance-trigger.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok } from '#domain/kernel/result.ts'
import type { NoRuleSetInForce } from '#domain/kernel/rule-set.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { InterimSuspension } from '#domain/listings/interim-suspension.ts'
import { barsOfEntry, barsOfSuspension } from '#domain/listings/list-effects.ts'
import type { ListEntry } from '#domain/listings/list-entry.ts'
import type { ListingRuleSet } from '#domain/listings/listing-rule-set.ts'
import type { Bar } from './bar.ts'
import type { CreditRuleSet } from './credit-rule-set.ts'
import type { ListMembership } from './list-membership.ts'
import { isListedOn, membershipsOf } from './list-membership.ts'
import type { CreditScore, ScoreInput } from './score.ts'
import { scoreSubject } from './score.ts'
import { byId } from './score-line.ts'

/** Everything recorded about one subject that its standing is made of. Breaches and their listings are the subject's as applicant. */
export interface StandingFacts extends Omit<ScoreInput, 'isBlacklisted'> {
  readonly entries: readonly ListEntry[]
  readonly suspensions: readonly InterimSuspension[]
  readonly breaches: readonly ToleranceBreach[]
  readonly toleranceListings: readonly ToleranceListing[]
}

/** All versions; the one in force on the day of each fact is picked. */
export interface StandingRuleSets {
  readonly credit: readonly CreditRuleSet[]
  readonly listing: readonly ListingRuleSet[]
  readonly tolerance: readonly ToleranceRuleSet[]
}

/**
 * 信用状况: what holds for a subject. Lists and bars keep their first and last day, past ones included, and are compared with the
 * day they are read on. `grade` holds as computed; ask `gradeOn` for another day.
 */
export interface CreditStanding extends CreditScore {
  readonly lists: readonly ListMembership[]
  readonly bars: readonly Bar[]
  /** Misses that stand, over the whole history (R1: cumulative). */
  readonly missCount: number
}

/**
 * The standing as known at `asOf`. The transaction that records a fact and the job that rebuilds and compares both use this one
 * function; neither the order of the facts nor the moment of reading enters. Refused where no version covers a day.
 */
export function computeStanding(facts: StandingFacts, ruleSets: StandingRuleSets, asOf: Date): Result<CreditStanding, NoRuleSetInForce> {
  const day = shanghaiDayOf(asOf)
  const credit = ruleSetOn(ruleSets.credit, day)
  if (!credit.ok) return credit
  const tolerance = ruleSetOn(ruleSets.tolerance, day)
  if (!tolerance.ok) return tolerance
  const listed = listingBars(facts, ruleSets.listing, day)
  if (!listed.ok) return listed

  const lists = membershipsOf(facts.entries, day)
  const score = scoreSubject({ ...facts, isBlacklisted: isListedOn(lists, 'BLACKLIST', day) }, credit.value, day)
  const kept = toleranceStandingOf(facts.breaches, facts.toleranceListings, tolerance.value, asOf)
  return ok({ ...score, lists, bars: [...listed.value, ...kept.bars].sort(byBar), missCount: kept.misses })
}

/** The effects of entries and suspensions, each under the rules of the day it began. */
function listingBars(
  facts: StandingFacts,
  ruleSets: readonly ListingRuleSet[],
  day: CalendarDay,
): Result<readonly Bar[], NoRuleSetInForce> {
  const bars: Bar[] = []
  for (const entry of facts.entries) {
    const rules = ruleSetOn(ruleSets, entry.fromOn)
    if (!rules.ok) return rules
    bars.push(...barsOfEntry(entry, rules.value, day))
  }
  for (const suspension of facts.suspensions) {
    const rules = ruleSetOn(ruleSets, suspension.fromOn)
    if (!rules.ok) return rules
    bars.push(...barsOfSuspension(suspension, rules.value, day))
  }
  return ok(bars)
}

/** One order for the same bars, so that a rebuilt row equals the written one. */
function byBar(a: Bar, b: Bar): number {
  const keyOf = (bar: Bar) => [bar.from, bar.kind, bar.reasonCode, bar.sourceId ?? '', bar.until ?? ''].join(' ')
  return byId(keyOf(a), keyOf(b))
}
