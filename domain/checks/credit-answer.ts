import { barsOn } from '#domain/credit/bar.ts'
import type { BarKind } from '#domain/credit/bar.ts'
import { barKinds } from '#domain/credit/bar.ts'
import type { CreditGrade } from '#domain/credit/grade.ts'
import { membershipsOn } from '#domain/credit/list-membership.ts'
import type { CreditStanding } from '#domain/credit/standing.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { ListKind } from '#domain/listings/list-kind.ts'

/** The part of a credit standing 信用状况 that a check reads; `grade` as `gradeOn` gives it for the day of the check. */
export type CheckedStanding = Pick<CreditStanding, 'lists' | 'bars' | 'grade' | 'score' | 'ruleSetVersion'>

/** CLEAR nothing speaks against it; CAUTION nothing forbids it, but look; BARRED it is forbidden today. */
export type CheckResult = 'CLEAR' | 'CAUTION' | 'BARRED'

export interface CheckReason {
  readonly code: string
  readonly clause: string
  readonly from: CalendarDay
  /** Last day, null for life or open. */
  readonly until: CalendarDay | null
  /** The entry, decision or breach behind it. */
  readonly source: string | null
  readonly isHold: boolean
  readonly isUnderAppeal: boolean
}

export interface PurposeAnswer {
  readonly purpose: BarKind
  readonly result: CheckResult
  readonly reasons: readonly CheckReason[]
}

/** The answer of a credit check 信用核查, as it goes on the receipt. */
export interface CreditAnswer {
  /** The worst result over the purposes. */
  readonly result: CheckResult
  readonly purposes: readonly PurposeAnswer[]
  readonly grade: CreditGrade
  readonly score: number | null
  readonly checkedOn: CalendarDay
  readonly checkedAt: string
  readonly ruleSetVersion: string
}

const intermediaryPurposes: readonly BarKind[] = ['PROVIDE_SERVICES', 'PRESELECTION']
const adverseLists: readonly ListKind[] = ['BLACKLIST', 'DISHONESTY']

/** The adverse lists the subject is on. The clause is that of the bars the entry brings; without any, the rules it was read under. */
function listReasons(standing: CheckedStanding, on: CalendarDay): readonly CheckReason[] {
  return adverseLists
    .flatMap((list) => membershipsOn(standing.lists, list, on))
    .map(({ entryId, list, from, until, isUnderAppeal }) => ({
      code: `ON_${list}`,
      clause: standing.bars.find((bar) => bar.sourceId === entryId)?.clause ?? standing.ruleSetVersion,
      from,
      until,
      source: entryId,
      isHold: false,
      isUnderAppeal,
    }))
}

/** Ours: the lowest grade is a reason to look at an intermediary, never to refuse it. */
function gradeReasons(standing: CheckedStanding, purpose: BarKind, on: CalendarDay): readonly CheckReason[] {
  if (standing.grade !== 'D' || !intermediaryPurposes.includes(purpose)) return []
  return [{ code: 'GRADE_D', clause: standing.ruleSetVersion, from: on, until: null, source: null, isHold: false, isUnderAppeal: false }]
}

function answerPurpose(standing: CheckedStanding, purpose: BarKind, on: CalendarDay): PurposeAnswer {
  const bars = barsOn(standing.bars, purpose, on)
  const barReasons = bars.map(({ reasonCode, clause, from, until, sourceId, isHold }): CheckReason => ({
    code: reasonCode,
    clause,
    from,
    until,
    source: sourceId,
    isHold,
    isUnderAppeal: standing.lists.some((entry) => entry.entryId === sourceId && entry.isUnderAppeal),
  }))
  // An entry that bars from this purpose is named by its bar already.
  const listed = listReasons(standing, on).filter((reason) => !barReasons.some((bar) => bar.source === reason.source))
  const cautions = [...listed, ...gradeReasons(standing, purpose, on)]
  const result = barReasons.length > 0 ? 'BARRED' : cautions.length > 0 ? 'CAUTION' : 'CLEAR'
  return { purpose, result, reasons: [...barReasons, ...cautions] }
}

/**
 * What an officer is told about a subject at `now`, per purpose and with reasons (rulebook R1, R3, R5). Bars are compared with
 * the Shanghai day of `now`, so an expired one needs no sweep to stop counting.
 */
export function answerCreditCheck(standing: CheckedStanding, now: Date): CreditAnswer {
  const checkedOn = shanghaiDayOf(now)
  const purposes = barKinds.map((purpose) => answerPurpose(standing, purpose, checkedOn))
  const hasResult = (result: CheckResult) => purposes.some((answer) => answer.result === result)
  return {
    result: hasResult('BARRED') ? 'BARRED' : hasResult('CAUTION') ? 'CAUTION' : 'CLEAR',
    purposes,
    grade: standing.grade,
    score: standing.score,
    checkedOn,
    checkedAt: now.toISOString(),
    ruleSetVersion: standing.ruleSetVersion,
  }
}
