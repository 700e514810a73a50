import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { TransitionTable } from '#domain/kernel/transition-table.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded } from '#domain/kernel/working-days.ts'
import type { RedListContext } from './decide-nomination.ts'
import type { RedListNomination } from './red-list-nomination.ts'

/** States of an objection to a nomination. */
export type RedListObjectionState = 'FILED' | 'UPHELD' | 'REJECTED'

export const redListObjectionTransitions: TransitionTable<RedListObjectionState> = {
  FILED: ['UPHELD', 'REJECTED'],
  UPHELD: [],
  REJECTED: [],
}

/** Whether anybody may object on that day: from the first to the last day of the publicity. */
export function isOpenForObjections({ state, publicFromOn, publicUntilOn }: RedListNomination, day: CalendarDay): boolean {
  return state === 'PUBLICITY' && publicFromOn !== null && publicUntilOn !== null && publicFromOn <= day && day <= publicUntilOn
}

/** Takes an objection 异议 by anyone; says by when it is answered. */
export function decideRedListObjection(
  nomination: RedListNomination,
  { now, calendar, ruleSet }: RedListContext,
): Result<{ readonly answerDueOn: CalendarDay }, CalendarNotLoaded | { readonly code: 'NOT_IN_PUBLICITY'; readonly untilOn: string }> {
  const today = shanghaiDayOf(now)
  if (!isOpenForObjections(nomination, today)) return refuse({ code: 'NOT_IN_PUBLICITY', untilOn: nomination.publicUntilOn ?? '' })
  const due = addWorkingDays(today, ruleSet.parameters.redListObjectionAnswerWorkingDays.value, calendar)
  return due.ok ? ok({ answerDueOn: due.value }) : due
}

export interface RedListAnswer {
  readonly actorId: string
  /** Null: nobody who is known filed it. */
  readonly filedById: string | null
  readonly nominatedById: string | null
  readonly outcome: 'UPHELD' | 'REJECTED'
  readonly reasons: string
}

export type RedListAnswerRefusal =
  | { readonly code: 'OBJECTION_DECIDED' }
  | { readonly code: 'REASONS_REQUIRED' }
  | { readonly code: 'NOMINATED_BY_YOU' }
  | { readonly code: 'OBJECTED_BY_YOU' }

/** What the examining office says to an objection, with reasons; also after the nomination ended: everybody gets an answer. */
export function decideRedListAnswer(
  state: RedListObjectionState,
  { actorId, filedById, nominatedById, outcome, reasons }: RedListAnswer,
): Result<'UPHELD' | 'REJECTED', RedListAnswerRefusal> {
  if (!redListObjectionTransitions[state].includes(outcome)) return refuse({ code: 'OBJECTION_DECIDED' })
  if (actorId === nominatedById) return refuse({ code: 'NOMINATED_BY_YOU' })
  if (actorId === filedById) return refuse({ code: 'OBJECTED_BY_YOU' })
  return reasons.trim() === '' ? refuse({ code: 'REASONS_REQUIRED' }) : ok(outcome)
}
