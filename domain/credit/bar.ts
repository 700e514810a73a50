import type { CalendarDay } from '#domain/kernel/calendar-day.ts'

/** What a subject can be kept from; the same words are the purposes of a credit check. */
export const barKinds = ['PROVIDE_SERVICES', 'PRESELECTION', 'TOLERANT_ACCEPTANCE', 'TOLERANT_HANDLING'] as const
export type BarKind = (typeof barKinds)[number]

/**
 * One thing a subject is kept from, with its reason. Bars are compared with the day they are read on, so no sweep can make
 * them late. `from` and `until` are the first and last barred day; `until` null means for life, or for as long as its source
 * stands. `sourceId` is the entry, decision or breach it follows from. A hold is provisional: a decision must follow.
 */
export interface Bar {
  readonly kind: BarKind
  readonly from: CalendarDay
  readonly until: CalendarDay | null
  readonly reasonCode: string
  readonly clause: string
  readonly ruleSetVersion: string
  readonly sourceId: string | null
  readonly isHold: boolean
}

/** Whether the bar holds on that day, first and last day included. */
export function isInForceOn(bar: Bar, day: CalendarDay): boolean {
  return bar.from <= day && (bar.until === null || day <= bar.until)
}

/** The bars of one kind that hold on that day. */
export function barsOn(bars: readonly Bar[], kind: BarKind, day: CalendarDay): readonly Bar[] {
  return bars.filter((bar) => bar.kind === kind && isInForceOn(bar, day))
}

/** Whether the subject is kept from this on that day. */
export function isBarredOn(bars: readonly Bar[], kind: BarKind, day: CalendarDay): boolean {
  return barsOn(bars, kind, day).length > 0
}
