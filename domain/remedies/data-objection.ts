import { endOfShanghaiDay, isCalendarDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { TransitionTable } from '#domain/kernel/transition-table.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { CalendarNotLoaded } from '#domain/kernel/working-days.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { incomplete } from '#domain/listings/case-guards.ts'
import { otherRemedyFor } from './correctable-data.ts'
import type { ContestedRecord, CorrectableField, OtherRemedy } from './correctable-data.ts'
import type { RemedyContext } from './decide-appeal.ts'

export const dataObjectionStates = ['FILED', 'UPHELD', 'REJECTED'] as const
export type DataObjectionState = (typeof dataObjectionStates)[number]

/** 数据异议: marked from the moment it is filed to the moment it is answered. */
export const dataObjectionTransitions: TransitionTable<DataObjectionState> = { FILED: ['UPHELD', 'REJECTED'], UPHELD: [], REJECTED: [] }
export const finalDataObjectionStates: readonly DataObjectionState[] = ['UPHELD', 'REJECTED']

export interface DataObjection {
  readonly state: DataObjectionState
  readonly filedOn: CalendarDay
  readonly answerDueOn: CalendarDay
  readonly isSourceAsked: boolean
  /** Null: the whole record. */
  readonly field: CorrectableField | null
  /** Who recorded what is contested, where a person did. */
  readonly recordedById: string | null
}

export type DataObjectionCommand =
  | {
      readonly type: 'FILE_DATA_OBJECTION'
      readonly record: ContestedRecord
      readonly field: CorrectableField | null
      readonly proposed: string | null
      readonly statement: string
      readonly hasOpenObjection: boolean
    }
  | { readonly type: 'ASK_SOURCE'; readonly actorId: string; readonly reason: string }
  /** `corrected` is what shall stand there; null annuls the whole record. */
  | { readonly type: 'UPHOLD'; readonly actorId: string; readonly reasons: string; readonly corrected: string | null }
  | { readonly type: 'REJECT'; readonly actorId: string; readonly reasons: string }

export type DataObjectionEvent =
  | { readonly type: 'DATA_OBJECTED'; readonly filedAt: Date; readonly answerDueOn: CalendarDay }
  | { readonly type: 'SOURCE_ASKED'; readonly at: Date; readonly answerDueOn: CalendarDay }
  | { readonly type: 'OBJECTION_UPHELD'; readonly at: Date; readonly corrected: string | null }
  | { readonly type: 'OBJECTION_REJECTED'; readonly at: Date }

export type DataObjectionRefusal =
  | { readonly code: 'OBJECTION_EXISTS' }
  | { readonly code: 'OBJECTION_MISSING' }
  | { readonly code: 'OBJECTION_OPEN' }
  | { readonly code: 'OTHER_REMEDY'; readonly remedy: OtherRemedy }
  | { readonly code: 'INCOMPLETE'; readonly missing: readonly string[] }
  | { readonly code: 'VALUE_INVALID'; readonly field: CorrectableField }
  | { readonly code: 'SOURCE_ASKED_BEFORE' }
  | { readonly code: 'ANSWER_OVERDUE'; readonly answerDueOn: CalendarDay }
  | { readonly code: 'SEPARATION_OF_DUTIES'; readonly is: 'RECORDER' }
  | { readonly code: 'STEP_FORBIDDEN'; readonly from: DataObjectionState; readonly to: DataObjectionState }
  | CalendarNotLoaded

type Decided = Result<DataObjectionEvent, DataObjectionRefusal>
type CommandOf<T extends DataObjectionCommand['type']> = Extract<DataObjectionCommand, { type: T }>

/**
 * Whether a step of an objection to data may be taken, and what then happened (rulebook R5; 河南省社会信用条例 art. 41): answered in 3 working days,
 * in 7 from the same start where the source has to be asked, and that must be said within the 3.
 */
export function decideDataObjection(state: DataObjection | null, command: DataObjectionCommand, context: RemedyContext): Decided {
  if (command.type === 'FILE_DATA_OBJECTION') return state === null ? file(command, context) : refuse({ code: 'OBJECTION_EXISTS' })
  if (state === null) return refuse({ code: 'OBJECTION_MISSING' })
  const to = command.type === 'REJECT' ? 'REJECTED' : 'UPHELD'
  const moved = moveTo(dataObjectionTransitions, state.state, to)
  if (!moved.ok) return moved
  if (command.actorId === state.recordedById) return refuse({ code: 'SEPARATION_OF_DUTIES', is: 'RECORDER' })
  const { now } = context
  switch (command.type) {
    case 'ASK_SOURCE':
      return askSource(state, command, context)
    case 'UPHOLD': {
      const { reasons, corrected } = command
      const missing = incomplete({ reasons, ...(state.field === null ? {} : { corrected: corrected ?? '' }) })
      const problem = missing ?? invalid(state.field, corrected)
      return problem ? refuse(problem) : ok({ type: 'OBJECTION_UPHELD', at: now, corrected: state.field === null ? null : corrected })
    }
    case 'REJECT': {
      const problem = incomplete({ reasons: command.reasons })
      return problem ? refuse(problem) : ok({ type: 'OBJECTION_REJECTED', at: now })
    }
  }
}

function file(command: CommandOf<'FILE_DATA_OBJECTION'>, { now, calendar, ruleSet }: RemedyContext): Decided {
  const { record, field, proposed, statement, hasOpenObjection } = command
  const remedy = otherRemedyFor(record, field)
  if (remedy) return refuse({ code: 'OTHER_REMEDY', remedy })
  if (hasOpenObjection) return refuse({ code: 'OBJECTION_OPEN' })
  const problem = incomplete({ statement, ...(field === null ? {} : { proposed: proposed ?? '' }) }) ?? invalid(field, proposed)
  if (problem) return refuse(problem)
  const due = addWorkingDays(shanghaiDayOf(now), ruleSet.parameters.dataObjectionAnswerWorkingDays.value, calendar)
  return due.ok ? ok({ type: 'DATA_OBJECTED', filedAt: now, answerDueOn: due.value }) : due
}

function askSource(state: DataObjection, { reason }: CommandOf<'ASK_SOURCE'>, { now, calendar, ruleSet }: RemedyContext): Decided {
  const { answerDueOn, isSourceAsked, filedOn } = state
  if (isSourceAsked) return refuse({ code: 'SOURCE_ASKED_BEFORE' })
  if (now >= endOfShanghaiDay(answerDueOn)) return refuse({ code: 'ANSWER_OVERDUE', answerDueOn })
  const problem = incomplete({ reason })
  if (problem) return refuse(problem)
  const due = addWorkingDays(filedOn, ruleSet.parameters.dataObjectionSourceWorkingDays.value, calendar)
  return due.ok ? ok({ type: 'SOURCE_ASKED', at: now, answerDueOn: due.value }) : due
}

/** Whether a value can't stand in that field: days are days, points are numbers; anything else is text. */
function invalid(field: CorrectableField | null, value: string | null): DataObjectionRefusal | null {
  if (field === null || value === null) return null
  const isDay = field === 'occurredOn' || field === 'countsUntilOn'
  const isFit = isDay ? isCalendarDay(value) : field !== 'points' || (value.trim() !== '' && Number.isFinite(Number(value)))
  return isFit ? null : { code: 'VALUE_INVALID', field }
}

/** The objection after an event that follows its filing. */
export function applyDataObjectionEvent(
  state: DataObjection,
  event: Exclude<DataObjectionEvent, { type: 'DATA_OBJECTED' }>,
): DataObjection {
  switch (event.type) {
    case 'SOURCE_ASKED':
      return { ...state, isSourceAsked: true, answerDueOn: event.answerDueOn }
    case 'OBJECTION_UPHELD':
      return { ...state, state: 'UPHELD' }
    case 'OBJECTION_REJECTED':
      return { ...state, state: 'REJECTED' }
  }
}
