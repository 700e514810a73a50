import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { defenceClosed, incomplete, notIn, separationBroken } from './case-guards.ts'
import type { ViolationContext } from './decide-violation.ts'
import type { HearingCommand, HearingEvent } from './hearing-command.ts'
import { hearingTransitions } from './hearing.ts'
import type { CaseHearing, HearingState } from './hearing.ts'
import type { ViolationCase } from './violation-case.ts'
import type { ViolationRefusal } from './violation-command.ts'

type Decided = Result<HearingEvent, ViolationRefusal>
type CommandOf<T extends HearingCommand['type']> = Extract<HearingCommand, { type: T }>

/**
 * Whether a step of the hearing may be taken (rulebook R5: a hearing on request for serious measures). The party asks within its
 * defence window; nobody who reported or investigated presides; the party is told working days ahead; no decision while it is open.
 */
export function decideHearing(state: ViolationCase, command: HearingCommand, context: ViolationContext): Decided {
  switch (command.type) {
    case 'REQUEST_HEARING':
      return request(state, command, context)
    case 'REFUSE_HEARING': {
      const refusal =
        wrongHearing(state, 'REFUSED') ??
        separationBroken(state, command.actorId) ??
        incomplete({ reasons: command.reasons }) ??
        rightful(state, context)
      return refusal ? refuse(refusal) : ok({ type: 'HEARING_REFUSED', refusedAt: context.now })
    }
    case 'SCHEDULE_HEARING':
      return schedule(state, command, context)
    case 'HOLD_HEARING': {
      const refusal =
        wrongHearing(state, 'HELD') ??
        notPresider(state, command.actorId) ??
        incomplete({ attendees: command.attendees, record: command.record }) ??
        notBegun(state, context.now)
      return refusal ? refuse(refusal) : ok({ type: 'HEARING_HELD', heldAt: context.now })
    }
    case 'WAIVE_HEARING': {
      const byPresider = command.by === 'PRESIDER'
      const refusal =
        wrongHearing(state, 'WAIVED') ??
        (byPresider ? notPresider(state, command.actorId) : null) ??
        incomplete({ statement: command.statement }) ??
        (byPresider ? notMissed(state, context.now) : null)
      return refusal ? refuse(refusal) : ok({ type: 'HEARING_WAIVED', waivedAt: context.now })
    }
  }
}

/** The case after a step of its hearing. */
export function applyHearingEvent(state: ViolationCase, event: HearingEvent): ViolationCase {
  const hearing: CaseHearing = state.hearing ?? { state: 'REQUESTED', presiderId: null, scheduledFor: null, isNoticeServed: false }
  switch (event.type) {
    case 'HEARING_REQUESTED':
      return { ...state, hearing }
    case 'HEARING_REFUSED':
      return { ...state, hearing: { ...hearing, state: 'REFUSED' } }
    case 'HEARING_SCHEDULED': {
      const { presiderId, scheduledFor, isNoticeServed } = event
      return { ...state, hearing: { state: 'SCHEDULED', presiderId, scheduledFor, isNoticeServed } }
    }
    case 'HEARING_HELD':
      return { ...state, hearing: { ...hearing, state: 'HELD' } }
    case 'HEARING_WAIVED':
      return { ...state, hearing: { ...hearing, state: 'WAIVED' } }
  }
}

function request(state: ViolationCase, command: CommandOf<'REQUEST_HEARING'>, { now }: ViolationContext): Decided {
  const refusal = notIn(state, 'NOTICED', 'DEFENCE_FILED') ?? defenceClosed(state, now) ?? incomplete({ reasons: command.reasons })
  if (refusal) return refuse(refusal)
  if (state.hearing) return refuse({ code: 'HEARING_REQUESTED_BEFORE' })
  return ok({ type: 'HEARING_REQUESTED', requestedAt: now })
}

function schedule(state: ViolationCase, command: CommandOf<'SCHEDULE_HEARING'>, context: ViolationContext): Decided {
  const { actorId, scheduledFor, place, isReachable } = command
  const refusal = wrongHearing(state, 'SCHEDULED') ?? separationBroken(state, actorId) ?? incomplete({ place })
  if (refusal) return refuse(refusal)
  const presiderId = state.hearing?.presiderId ?? null
  if (presiderId !== null && presiderId !== actorId) return refuse({ code: 'NOT_PRESIDER_OF_HEARING' })
  const on = hearingDay(scheduledFor, shanghaiDayOf(context.now), context)
  return on.ok ? ok({ type: 'HEARING_SCHEDULED', presiderId: actorId, scheduledFor, on: on.value, isNoticeServed: isReachable }) : on
}

/** The day of a hearing whose notice reaches the party on `servedOn`; refused where too few working days lie between. */
export function hearingDay(
  scheduledFor: Date,
  servedOn: CalendarDay,
  { calendar, ruleSet }: Pick<ViolationContext, 'calendar' | 'ruleSet'>,
): Result<CalendarDay, ViolationRefusal> {
  // The day of the notice and the day of the hearing are not among them.
  const last = addWorkingDays(servedOn, ruleSet.parameters.hearingNoticeWorkingDays.value, calendar)
  if (!last.ok) return last
  const on = shanghaiDayOf(scheduledFor)
  return on <= last.value ? refuse({ code: 'HEARING_TOO_SOON', afterOn: last.value }) : ok(on)
}

function wrongHearing(state: ViolationCase, target: HearingState): ViolationRefusal | null {
  const refusal = notIn(state, 'NOTICED', 'DEFENCE_FILED')
  if (refusal) return refusal
  const current = state.hearing?.state ?? null
  const allowed = current === null ? [] : hearingTransitions[current]
  return allowed.includes(target) ? null : { code: 'WRONG_HEARING_STATE', hearing: current, allowed }
}

/** Where the party has a right to the hearing it can't be refused. */
function rightful({ severity }: ViolationCase, { ruleSet }: ViolationContext): ViolationRefusal | null {
  return ruleSet.parameters.hearingSeverities.value.includes(severity) ? { code: 'HEARING_IS_A_RIGHT', severity } : null
}

function notPresider({ hearing }: ViolationCase, actorId: string): ViolationRefusal | null {
  return hearing?.presiderId === actorId ? null : { code: 'NOT_PRESIDER_OF_HEARING' }
}

function notBegun({ hearing }: ViolationCase, now: Date): ViolationRefusal | null {
  const scheduledFor = hearing?.scheduledFor ?? null
  return scheduledFor !== null && now < scheduledFor ? { code: 'HEARING_NOT_BEGUN', scheduledFor: scheduledFor.toISOString() } : null
}

/** Nobody stays away from what they were not told of. */
function notMissed(state: ViolationCase, now: Date): ViolationRefusal | null {
  const { hearing } = state
  if (hearing?.state === 'SCHEDULED' && !hearing.isNoticeServed) return { code: 'HEARING_NOTICE_NOT_SERVED' }
  return notBegun(state, now)
}
