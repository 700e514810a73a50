import type { Bar } from '#domain/credit/bar.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import type { InterimSuspension } from './interim-suspension.ts'
import { suspensionHoldsUntil } from './interim-suspension.ts'
import type { ListEntry } from './list-entry.ts'
import { entryHoldsUntil, isEntryKnown } from './list-entry.ts'
import type { ListEffect, ListingRuleSet } from './listing-rule-set.ts'

/**
 * What an entry keeps its subject from, as known on `asOf`: nothing if it was annulled, or repaired on its first day. An entry for broken
 * commitments adds nothing to the bars of R1, which run from the trigger: its publicity would make their year longer.
 */
export function barsOfEntry(entry: ListEntry, ruleSet: ListingRuleSet, asOf: CalendarDay): readonly Bar[] {
  if (!isEntryKnown(entry, asOf) || entry.isFromBrokenCommitments) return []
  const span = { from: entry.fromOn, until: entryHoldsUntil(entry, asOf), sourceId: entry.entryId }
  return barsOf(ruleSet.effects[entry.list], `LISTED_${entry.list}`, span, ruleSet, false)
}

/** What an interim suspension keeps its subject from, as known on `asOf`. It is a hold: a decision must follow. */
export function barsOfSuspension(suspension: InterimSuspension, ruleSet: ListingRuleSet, asOf: CalendarDay): readonly Bar[] {
  if (asOf < suspension.fromOn) return []
  const span = {
    from: suspension.fromOn,
    until: suspensionHoldsUntil(suspension, asOf),
    sourceId: suspension.suspensionId,
  }
  return barsOf(ruleSet.suspensionEffects, 'INTERIM_SUSPENSION', span, ruleSet, true)
}

function barsOf(
  effects: readonly ListEffect[],
  reasonCode: string,
  span: { readonly from: CalendarDay; readonly until: CalendarDay | null; readonly sourceId: string },
  ruleSet: ListingRuleSet,
  isHold: boolean,
): readonly Bar[] {
  if (span.until !== null && span.until < span.from) return []
  return effects.map((effect) => ({
    kind: effect.bars,
    ...span,
    reasonCode,
    clause: citeBasis(effect.basis),
    ruleSetVersion: ruleSet.version,
    isHold,
  }))
}
