import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { SelectionState } from './selection.ts'

/** What an upheld objection leads to. */
export const objectionConsequences = ['EXCLUDE_WINNER', 'FAIL'] as const
export type ObjectionConsequence = (typeof objectionConsequences)[number]

export type ObjectionRefusal =
  { readonly code: 'NOT_IN_PUBLICITY'; readonly untilOn: CalendarDay | null } | { readonly code: 'OBJECTION_OPEN'; readonly number: string }

/** Whether an objection 异议 may be filed now: in publicity, its last day included, or while it is paused (rulebook R3). */
export function checkObjection(
  { state, untilOn }: { readonly state: SelectionState; readonly untilOn: CalendarDay | null },
  ownOpen: string | null,
  now: Date,
): Result<true, ObjectionRefusal> {
  const isRunning = state === 'DISPUTED' || (state === 'PUBLICITY' && untilOn !== null && shanghaiDayOf(now) <= untilOn)
  if (!isRunning) return refuse({ code: 'NOT_IN_PUBLICITY', untilOn })
  return ownOpen === null ? ok(true) : refuse({ code: 'OBJECTION_OPEN', number: ownOpen })
}

/** What the supervising body says. */
export interface ObjectionAnswer {
  readonly outcome: 'UPHELD' | 'REJECTED'
  readonly consequence: ObjectionConsequence | null
  readonly reasons: string
}

export type ObjectionAnswerRefusal =
  { readonly code: 'OBJECTION_DECIDED' } | { readonly code: 'REASONS_REQUIRED' } | { readonly code: 'CONSEQUENCE_REQUIRED' }

/**
 * What an answer does to the round; NOTHING where the objection was dismissed, where the round ended meanwhile, or where the winner it was
 * filed against is already out. Everybody gets an answer all the same.
 */
export function decideObjection(
  objection: { readonly isOpen: boolean; readonly filedAt: Date },
  { state, resultAt }: { readonly state: SelectionState; readonly resultAt: Date | null },
  { outcome, consequence, reasons }: ObjectionAnswer,
): Result<ObjectionConsequence | 'NOTHING', ObjectionAnswerRefusal> {
  if (!objection.isOpen) return refuse({ code: 'OBJECTION_DECIDED' })
  if (reasons.trim() === '') return refuse({ code: 'REASONS_REQUIRED' })
  if (outcome === 'REJECTED') return ok('NOTHING')
  if (consequence === null) return refuse({ code: 'CONSEQUENCE_REQUIRED' })
  if (state !== 'DISPUTED') return ok('NOTHING')
  const isOfEarlierWinner = resultAt !== null && objection.filedAt < resultAt
  return ok(consequence === 'EXCLUDE_WINNER' && isOfEarlierWinner ? 'NOTHING' : consequence)
}
