import type { CalendarDay } from '#domain/kernel/calendar-day.ts'

/** What can have happened to an entry, or is still to come, as the public may read it. */
export const entryCourseKinds = [
  'NOTICE_SERVED',
  'DEFENCE_FILED',
  'NOMINATED',
  'PUBLICITY_STARTED',
  'PUBLICITY_ENDED',
  'LISTED',
  'APPEALED',
  'APPEAL_UPHELD',
  'APPEAL_VARIED',
  'APPEAL_ANNULLED',
  'REVIEW_KEPT',
  'REPAIR_POSSIBLE',
  'REVIEW_DUE',
  'REPAIRED',
  'REMOVED',
  'ANNULLED',
  'PUBLICITY_OVER',
] as const
export type EntryCourseKind = (typeof entryCourseKinds)[number]

/** One line of an entry's course. */
export interface EntryCourseLine {
  readonly kind: EntryCourseKind
  readonly on: CalendarDay
  /** True: it hasn't come yet. */
  readonly isAhead: boolean
}

export interface EntryCourseFacts {
  readonly noticeServedOn: CalendarDay | null
  readonly defenceFiledOn: CalendarDay | null
  readonly nominatedOn: CalendarDay | null
  readonly publicity: { readonly fromOn: CalendarDay; readonly untilOn: CalendarDay } | null
  readonly decidedOn: CalendarDay
  readonly appeals: readonly {
    readonly filedOn: CalendarDay
    readonly decidedOn: CalendarDay | null
    readonly outcome: 'UPHELD' | 'VARIED' | 'ANNULLED' | null
  }[]
  readonly reviewsKeptOn: readonly CalendarDay[]
  /** Day of the yearly review that is open. */
  readonly reviewDueOn: CalendarDay | null
  readonly earliestRepairOn: CalendarDay | null
  readonly untilOn: CalendarDay | null
  readonly ended: { readonly as: 'REPAIRED' | 'REMOVED' | 'ANNULLED'; readonly on: CalendarDay } | null
}

/**
 * The course of an entry on a day, the first thing first: what happened, and what lies ahead. Once it has ended nothing is ahead any more, and
 * a repair that nobody asked for isn't told as something that happened.
 */
export function entryCourseOn(facts: EntryCourseFacts, today: CalendarDay): readonly EntryCourseLine[] {
  const { publicity, ended, untilOn } = facts
  const isOver = ended !== null || (untilOn !== null && untilOn < today)
  const lines: (readonly [EntryCourseKind, CalendarDay | null | undefined])[] = [
    ['NOTICE_SERVED', facts.noticeServedOn],
    ['DEFENCE_FILED', facts.defenceFiledOn],
    ['NOMINATED', facts.nominatedOn],
    ['PUBLICITY_STARTED', publicity?.fromOn],
    ['PUBLICITY_ENDED', publicity?.untilOn],
    ['LISTED', facts.decidedOn],
    ...facts.appeals.flatMap(({ filedOn, decidedOn, outcome }) => [
      ['APPEALED', filedOn] as const,
      ...(outcome === null ? [] : [[`APPEAL_${outcome}`, decidedOn] as const]),
    ]),
    ...facts.reviewsKeptOn.map((on) => ['REVIEW_KEPT', on] as const),
    ['REVIEW_DUE', isOver ? null : facts.reviewDueOn],
    ['REPAIR_POSSIBLE', isOver ? null : facts.earliestRepairOn],
    ...(ended ? [[ended.as, ended.on] as const] : []),
    ['PUBLICITY_OVER', ended ? null : untilOn],
  ]
  return lines
    .flatMap(([kind, on]) => (on ? [{ kind, on, isAhead: kind === 'PUBLICITY_OVER' ? today <= on : today < on }] : []))
    .map((line, index) => ({ line, index }))
    .sort((a, b) => (a.line.on < b.line.on ? -1 : a.line.on > b.line.on ? 1 : a.index - b.index))
    .map(({ line }) => line)
}
