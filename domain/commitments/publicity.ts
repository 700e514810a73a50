import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { CommitmentState } from './commitment-state.ts'
import type { ToleranceRuleSet } from './tolerance-rule-set.ts'

/** A handling commitment 容缺办理承诺 as far as its publicity goes. */
export interface PublishedPromise {
  readonly state: CommitmentState
  readonly isPublished: boolean
  /** Last day on which objections are taken at least; it stays public until it is verified. */
  readonly publicUntilOn: CalendarDay | null
}

export type PublicityRefusal =
  | { readonly code: 'NOT_IN_PUBLICITY' }
  | { readonly code: 'PUBLICITY_RUNNING'; readonly untilOn: CalendarDay }
  | { readonly code: 'PUBLICITY_OBJECTION_OPEN' }

/** The last day of publicity, acceptance day excluded (003 三(六) demands publicity; its length is ours). */
export function publicityUntil(
  acceptedOn: CalendarDay,
  rules: ToleranceRuleSet,
  calendar: WorkingCalendar,
): Result<CalendarDay, CalendarNotLoaded> {
  return addWorkingDays(acceptedOn, rules.parameters.publicityWorkingDays.value, calendar)
}

/** Until when an objection filed today is answered. Anyone may object while the promise is public, verified or not. */
export function decidePublicityObjection(
  { state, isPublished }: PublishedPromise,
  today: CalendarDay,
  rules: ToleranceRuleSet,
  calendar: WorkingCalendar,
): Result<CalendarDay, PublicityRefusal | CalendarNotLoaded> {
  if (!isPublished || state !== 'PENDING') return refuse({ code: 'NOT_IN_PUBLICITY' })
  return addWorkingDays(today, rules.parameters.publicityAnswerWorkingDays.value, calendar)
}

/** Whether a promise may be found true now: not before everyone had the days of its publicity, nor over an objection nobody answered. */
export function requirePublicityOver(
  { publicUntilOn }: PublishedPromise,
  openObjections: number,
  today: CalendarDay,
): Result<null, PublicityRefusal> {
  if (openObjections > 0) return refuse({ code: 'PUBLICITY_OBJECTION_OPEN' })
  return publicUntilOn !== null && today <= publicUntilOn ? refuse({ code: 'PUBLICITY_RUNNING', untilOn: publicUntilOn }) : ok(null)
}
