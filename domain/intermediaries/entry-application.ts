import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { StepForbidden, TransitionTable } from '#domain/kernel/transition-table.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { EntryProblem } from './entry-completeness.ts'
import type { EntryFinding } from './entry-findings.ts'
import type { EntryRuleSet } from './entry-rule-set.ts'

/** States of an application to enter the register 入驻申请. */
export const entryStates = ['DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLICITY', 'LISTED', 'REFUSED', 'WITHDRAWN'] as const
export type EntryState = (typeof entryStates)[number]

export const finalEntryStates: readonly EntryState[] = ['LISTED', 'REFUSED', 'WITHDRAWN']

/**
 * The procedure (rulebook R3). From publicity an application goes back to the form check where something came up that only an officer may
 * judge: the sweep that lists decides nothing.
 */
export const entryTransitions: TransitionTable<EntryState> = {
  DRAFT: ['SUBMITTED', 'WITHDRAWN'],
  SUBMITTED: ['PUBLICITY', 'RETURNED', 'REFUSED', 'WITHDRAWN'],
  RETURNED: ['SUBMITTED', 'WITHDRAWN'],
  PUBLICITY: ['LISTED', 'SUBMITTED', 'RETURNED', 'REFUSED', 'WITHDRAWN'],
  LISTED: [],
  REFUSED: [],
  WITHDRAWN: [],
}

/** While it may be edited: by the applicant, before it is submitted and when it came back. */
export const isEditable = (state: EntryState): boolean => state === 'DRAFT' || state === 'RETURNED'

export interface EntryContext {
  readonly now: Date
  readonly calendar: WorkingCalendar
  readonly ruleSet: EntryRuleSet
}

type Forbidden = StepForbidden<EntryState>

/** Submitted for the form check, to be done by `checkDueOn`. */
export interface EntrySubmitted {
  readonly state: 'SUBMITTED'
  readonly submittedAt: Date
  readonly checkDueOn: CalendarDay
  readonly ruleSetVersion: string
}

/** Submits a draft in which nothing is missing. What the register says against it is for the form check. */
export function decideSubmission(
  state: EntryState,
  problems: readonly EntryProblem[],
  { now, calendar, ruleSet }: EntryContext,
): Result<EntrySubmitted, Forbidden | CalendarNotLoaded | { readonly code: 'ENTRY_INCOMPLETE'; readonly steps: readonly string[] }> {
  const moved = isEditable(state) ? moveTo(entryTransitions, state, 'SUBMITTED') : forbidden(state, 'SUBMITTED')
  if (!moved.ok) return moved
  if (problems.length > 0) return refuse({ code: 'ENTRY_INCOMPLETE', steps: [...new Set(problems.map(({ step }) => step))] })
  return submissionAt({ now, calendar, ruleSet })
}

/** From now on the form check has its working days; also when something found at listing calls for a new one. */
export function submissionAt({ now, calendar, ruleSet }: EntryContext): Result<EntrySubmitted, CalendarNotLoaded> {
  const due = addWorkingDays(shanghaiDayOf(now), ruleSet.parameters.checkWorkingDays.value, calendar)
  return due.ok ? ok({ state: 'SUBMITTED', submittedAt: now, checkDueOn: due.value, ruleSetVersion: ruleSet.version }) : due
}

/** What the checking officer says. A wrong check character passes only if the officer says so expressly (rulebook R8). */
export interface EntryCheck {
  readonly outcome: 'PASS' | 'RETURN' | 'REFUSE'
  readonly reasons: string
  readonly isUsccOverrideAccepted: boolean
}
export const entryCheckOutcomes = ['PASS', 'RETURN', 'REFUSE'] as const

export type EntryChecked =
  | { readonly state: 'PUBLICITY'; readonly publicityFromOn: CalendarDay; readonly publicityUntilOn: CalendarDay }
  | { readonly state: 'RETURNED' | 'REFUSED' }

export type CheckRefusal =
  | Forbidden
  | CalendarNotLoaded
  | { readonly code: 'REASONS_REQUIRED' }
  | { readonly code: 'ENTRY_HAS_FINDINGS'; readonly findings: readonly string[] }
  | { readonly code: 'USCC_OVERRIDE_UNREVIEWED' }

/** The form check 形式审查: nobody is passed whom the register would refuse, and nobody turned away without reasons. */
export function decideCheck(
  state: EntryState,
  check: EntryCheck,
  findings: readonly EntryFinding[],
  { now, calendar, ruleSet }: EntryContext,
): Result<EntryChecked, CheckRefusal> {
  const wanted = ({ PASS: 'PUBLICITY', RETURN: 'RETURNED', REFUSE: 'REFUSED' } as const)[check.outcome]
  const moved = state === 'SUBMITTED' ? moveTo(entryTransitions, state, wanted) : forbidden(state, wanted)
  if (!moved.ok) return moved
  if (wanted !== 'PUBLICITY') return check.reasons.trim() === '' ? refuse({ code: 'REASONS_REQUIRED' }) : ok({ state: wanted })
  const blocking = findings.filter(({ level }) => level === 'BLOCKS')
  if (blocking.length > 0) return refuse({ code: 'ENTRY_HAS_FINDINGS', findings: [...new Set(blocking.map((one) => one.code))] })
  if (findings.some(({ level }) => level === 'REVIEW') && !check.isUsccOverrideAccepted) return refuse({ code: 'USCC_OVERRIDE_UNREVIEWED' })
  const today = shanghaiDayOf(now)
  const until = addWorkingDays(today, ruleSet.parameters.publicityWorkingDays.value, calendar)
  return until.ok ? ok({ state: wanted, publicityFromOn: addDays(today, 1), publicityUntilOn: until.value }) : until
}

/** An application as far as publicity asks. */
export interface PublishedEntry {
  readonly state: EntryState
  readonly publicityFromOn: CalendarDay | null
  readonly publicityUntilOn: CalendarDay | null
}

/** Whether the application is public on that day. */
export const isInPublicity = ({ state, publicityFromOn }: PublishedEntry, day: CalendarDay): boolean =>
  state === 'PUBLICITY' && publicityFromOn !== null && publicityFromOn <= day

/** Takes an objection 异议 by anyone, from the first to the last day of the publicity; says by when it is answered. */
export function decideObjectionFiling(
  entry: PublishedEntry,
  { now, calendar, ruleSet }: EntryContext,
): Result<{ readonly answerDueOn: CalendarDay }, CalendarNotLoaded | { readonly code: 'NOT_IN_PUBLICITY'; readonly untilOn: string }> {
  const today = shanghaiDayOf(now)
  const { publicityUntilOn } = entry
  if (!isInPublicity(entry, today) || publicityUntilOn === null || today > publicityUntilOn) {
    return refuse({ code: 'NOT_IN_PUBLICITY', untilOn: publicityUntilOn ?? '' })
  }
  const due = addWorkingDays(today, ruleSet.parameters.objectionAnswerWorkingDays.value, calendar)
  return due.ok ? ok({ answerDueOn: due.value }) : due
}

/** What the office says to an objection. Upheld during publicity, it ends the application or sends it back. */
export interface ObjectionAnswer {
  readonly outcome: 'UPHELD' | 'DISMISSED'
  readonly consequence: 'RETURN' | 'REFUSE' | null
  readonly answer: string
}

export type AnswerRefusal =
  Forbidden | { readonly code: 'REASONS_REQUIRED' } | { readonly code: 'OBJECTION_DECIDED' } | { readonly code: 'CONSEQUENCE_REQUIRED' }

/** The application's new state; null where it stays. An application that left publicity meanwhile is not touched, but everybody gets an answer. */
export function decideObjectionAnswer(
  state: EntryState,
  isOpen: boolean,
  { outcome, consequence, answer }: ObjectionAnswer,
): Result<'RETURNED' | 'REFUSED' | null, AnswerRefusal> {
  if (!isOpen) return refuse({ code: 'OBJECTION_DECIDED' })
  if (answer.trim() === '') return refuse({ code: 'REASONS_REQUIRED' })
  if (outcome === 'DISMISSED' || state !== 'PUBLICITY') return ok(null)
  if (consequence === null) return refuse({ code: 'CONSEQUENCE_REQUIRED' })
  const wanted = consequence === 'RETURN' ? 'RETURNED' : 'REFUSED'
  const moved = moveTo(entryTransitions, state, wanted)
  return moved.ok ? ok(wanted) : moved
}

/** Whether the sweep may list it: the day after publicity ended, with no objection open. */
export function isDueForListing(entry: PublishedEntry, openObjections: number, day: CalendarDay): boolean {
  return entry.state === 'PUBLICITY' && entry.publicityUntilOn !== null && entry.publicityUntilOn < day && openObjections === 0
}

const forbidden = (from: EntryState, to: EntryState) => refuse<Forbidden>({ code: 'STEP_FORBIDDEN', from, to })
