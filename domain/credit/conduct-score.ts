import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CreditEvent } from './credit-fact.ts'
import { isAnnulledOn } from './credit-fact.ts'
import type { CreditRuleSet } from './credit-rule-set.ts'
import type { ScoreLine } from './score-line.ts'
import { byId, roundTo } from './score-line.ts'

export interface ConductScore {
  readonly conductScore: number
  readonly lines: readonly ScoreLine[]
}

/** Signed points of an event under this rule set. */
export function pointsOf(event: CreditEvent, ruleSet: CreditRuleSet): number {
  return event.kind === 'COMPLAINT' ? ruleSet.parameters.complaintPoints.value : event.points
}

/** The events that count on that day, by id: known, unexpired and unannulled. */
export function countingEvents(events: readonly CreditEvent[], asOf: CalendarDay): readonly CreditEvent[] {
  return events
    .filter(
      (event) =>
        event.countsFromOn <= asOf &&
        (event.countsUntilOn === null || asOf <= event.countsUntilOn) &&
        !isAnnulledOn(event.annulledOn, asOf),
    )
    .sort((a, b) => byId(a.eventId, b.eventId))
}

/** The conduct score (rulebook R6): 100 plus the points of the counting events, honours at most +10 in sum, within 0–110. */
export function scoreConduct(events: readonly CreditEvent[], ruleSet: CreditRuleSet, asOf: CalendarDay): ConductScore {
  const { conductBase, conductBounds, honoursCap, complaintPoints } = ruleSet.parameters
  const counting = countingEvents(events, asOf)
  const lines: ScoreLine[] = [line('CONDUCT_BASE', conductBase.value, conductBase.basis.clause)]
  let honours = 0
  let others = 0
  for (const event of counting) {
    const points = pointsOf(event, ruleSet)
    if (event.kind === 'HONOUR') honours += points
    else others += points
    const clause = event.kind === 'COMPLAINT' ? complaintPoints.basis.clause : event.clause
    lines.push({ ...line(event.kind, points, clause), sourceId: event.eventId, countsUntil: event.countsUntilOn })
  }
  const cut = Math.min(0, honoursCap.value - honours)
  if (cut < 0) lines.push(line('HONOURS_CAPPED', cut, honoursCap.basis.clause))

  const unbounded = conductBase.value + others + honours + cut
  const bounded = Math.min(conductBounds.value.most, Math.max(conductBounds.value.least, unbounded))
  if (bounded !== unbounded) {
    lines.push(line('CONDUCT_BOUNDED', bounded - unbounded, conductBounds.basis.clause))
  }
  return { conductScore: roundTo(bounded, 2), lines }
}

function line(code: ScoreLine['code'], points: number, ruleClause: string): ScoreLine {
  return { code, kind: 'CONDUCT', points, weight: null, ruleClause, sourceId: null, countsUntil: null }
}
