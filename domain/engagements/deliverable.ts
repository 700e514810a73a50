import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { StepForbidden, TransitionTable } from '#domain/kernel/transition-table.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { countWorkingDays } from '#domain/kernel/working-days.ts'

/** One version of the result 服务成果: a return asks for the next version. */
export const deliverableStates = ['SUBMITTED', 'ACCEPTED', 'RETURNED'] as const
export type DeliverableState = (typeof deliverableStates)[number]

export const deliverableTransitions: TransitionTable<DeliverableState> = {
  SUBMITTED: ['ACCEPTED', 'RETURNED'],
  ACCEPTED: [],
  RETURNED: [],
}
export const finalDeliverableStates: readonly DeliverableState[] = ['ACCEPTED', 'RETURNED']

export interface Deliverable {
  readonly deliverableVersion: number
  readonly state: DeliverableState
  readonly submittedAt: Date
  readonly answeredAt: Date | null
}

export type DeliverableRefusal =
  StepForbidden<DeliverableState> | { readonly code: 'NO_DELIVERABLE_OPEN' } | { readonly code: 'RETURN_REASONS_REQUIRED' }

/** The version that waits for the owner's answer. */
export const openDeliverable = <D extends Pick<Deliverable, 'state'>>(deliverables: readonly D[]): D | null =>
  deliverables.find(({ state }) => state === 'SUBMITTED') ?? null

/** The version that was accepted. */
export const acceptedDeliverable = <D extends Pick<Deliverable, 'state'>>(deliverables: readonly D[]): D | null =>
  deliverables.find(({ state }) => state === 'ACCEPTED') ?? null

/**
 * How many working days a version submitted on that day is late (rulebook R4). Our own way of counting: from the day after the due day to
 * the submission of the version, less the working days on which an earlier one lay with the owner, who then returned it: the firm answers
 * for its own time, the owner for hers. When a version is accepted, its lateness is the engagement's.
 */
export function latenessOf(
  {
    deliverDueOn,
    submittedOn,
    returned,
  }: {
    readonly deliverDueOn: CalendarDay
    readonly submittedOn: CalendarDay
    readonly returned: readonly { readonly submittedOn: CalendarDay; readonly answeredOn: CalendarDay }[]
  },
  calendar: WorkingCalendar,
): Result<number, CalendarNotLoaded> {
  if (submittedOn <= deliverDueOn) return ok(0)
  const total = countWorkingDays(deliverDueOn, submittedOn, calendar)
  if (!total.ok) return total
  let late = total.value
  for (const one of returned) {
    const from = one.submittedOn > deliverDueOn ? one.submittedOn : deliverDueOn
    if (one.answeredOn <= from) continue
    const withOwner = countWorkingDays(from, one.answeredOn, calendar)
    if (!withOwner.ok) return withOwner
    late -= withOwner.value
  }
  return ok(Math.max(0, late))
}

/** The earlier versions as `latenessOf` asks for them. */
export const returnedVersions = (deliverables: readonly Deliverable[]) =>
  deliverables.flatMap(({ state, submittedAt, answeredAt }) =>
    state === 'RETURNED' && answeredAt ? [{ submittedOn: shanghaiDayOf(submittedAt), answeredOn: shanghaiDayOf(answeredAt) }] : [],
  )

/** Whether the owner may answer the version that waits, and as what; a return says what is wrong. */
export function decideAnswer(
  deliverables: readonly Deliverable[],
  answer: { readonly outcome: 'ACCEPTED' | 'RETURNED'; readonly reasons: string },
): Result<{ readonly deliverableVersion: number; readonly state: DeliverableState }, DeliverableRefusal> {
  const open = openDeliverable(deliverables)
  if (!open) return refuse({ code: 'NO_DELIVERABLE_OPEN' })
  if (answer.outcome === 'RETURNED' && answer.reasons.trim() === '') return refuse({ code: 'RETURN_REASONS_REQUIRED' })
  const moved = moveTo(deliverableTransitions, open.state, answer.outcome)
  return moved.ok ? ok({ deliverableVersion: open.deliverableVersion, state: moved.value }) : moved
}

/**
 * Whether a version that the owner never answered counts as accepted by now: the answering time is over. Counted up to today, so that it
 * never waits for the calendar of a year to come.
 */
export function isAcceptedBySilence(
  { submittedAt }: Pick<Deliverable, 'submittedAt'>,
  acceptanceWorkingDays: number,
  { now, calendar }: { readonly now: Date; readonly calendar: WorkingCalendar },
): Result<boolean, CalendarNotLoaded> {
  const used = countWorkingDays(shanghaiDayOf(submittedAt), shanghaiDayOf(now), calendar)
  return used.ok ? ok(used.value > acceptanceWorkingDays) : used
}
