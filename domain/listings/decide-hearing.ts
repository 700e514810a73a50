import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
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
        (byPresider ? notBegun(state, context.now) : null)
      return refusal ? refuse(refusal) : ok({ type: 'HEARING_WAIVED', waivedAt: context.now })
    }
  }
}

/** The case after a step of its hearing. */
export function applyHearingEvent(state: ViolationCase, event: HearingEvent): ViolationCase {
  const hearing: CaseHearing = state.hearing ?? { state: 'REQUESTED', presiderId: null, scheduledFor: null }
  switch (event.type) {
    case 'HEARING_REQUESTED':
      return { ...state, hearing }
    case 'HEARING_REFUSED':
      return { ...state, hearing: { ...hearing, state: 'REFUSED' } }
    case 'HEARING_SCHEDULED':
      return { ...state, hearing: { state: 'SCHEDULED', presiderId: event.presiderId, scheduledFor: event.scheduledFor } }
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
  const { actorId, scheduledFor, place } = command
  const refusal = wrongHearing(state, 'SCHEDULED') ?? separationBroken(state, actorId) ?? incomplete({ place })
  if (refusal) return refuse(refusal)
  const presiderId = state.hearing?.presiderId ?? null
  if (presiderId !== null && presiderId !== actorId) return refuse({ code: 'NOT_PRESIDER_OF_HEARING' })
  const { now, calendar, ruleSet } = context
  // That many working days lie between: the day of the notice and the day of the hearing are not among them.
  const last = addWorkingDays(shanghaiDayOf(now), ruleSet.parameters.hearingNoticeWorkingDays.value, calendar)
  if (!last.ok) return last
  const on = shanghaiDayOf(scheduledFor)
  if (on <= last.value) return refuse({ code: 'HEARING_TOO_SOON', afterOn: last.value })
  return ok({ type: 'HEARING_SCHEDULED', presiderId: actorId, scheduledFor, on })
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
