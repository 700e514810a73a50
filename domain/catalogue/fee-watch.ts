import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addDays } from '#domain/kernel/calendar-day.ts'
import { ownDefaultsOf, ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { NoRuleSetInForce, RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok } from '#domain/kernel/result.ts'
import type { FeeSchedule } from './fee-schedule.ts'
import { feeAt } from './fee-schedule.ts'

/** When a rise of a market fee is worth a look. It stays allowed: whoever has chosen keeps the fee that was shown. */
export interface FeeWatchRules extends RuleSet {
  /** Days after a choice in which the same service should not become dearer by more than the per cent below. */
  readonly daysAfterChoice: RuleParameter<number>
  readonly percentAfterChoice: RuleParameter<number>
  /** Days in which the reference fee should not rise by more than the per cent below. */
  readonly shortTimeDays: RuleParameter<number>
  readonly percentInShortTime: RuleParameter<number>
}

const ownDefault = ownDefaultsOf('信选收费监测默认规则 ZZ-FEE-1')
const parameter = (value: number, clause: string, zh: string, en: string): RuleParameter<number> => ({
  value,
  basis: ownDefault(clause, zh, en),
  isUnderLegalReview: false,
})

/** No source sets these numbers (evidence D). */
export const feeWatchRuleSets: readonly FeeWatchRules[] = [
  {
    version: 'ZZ-FEE-1',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
    legalBasis: [ownDefault('ZZ-F1', '收费短期内大幅上涨的提示', 'Notice of fees that rise sharply within a short time')],
    daysAfterChoice: parameter(30, 'ZZ-F1.1', '选取后的观察期为30日', 'Watched for 30 days after a choice'),
    percentAfterChoice: parameter(10, 'ZZ-F1.2', '选取后涨幅超过10%的提示', 'A rise over 10 % after a choice is noticed'),
    shortTimeDays: parameter(90, 'ZZ-F1.3', '短期为90日', 'A short time is 90 days'),
    percentInShortTime: parameter(30, 'ZZ-F1.4', '短期内涨幅超过30%的提示', 'A rise over 30 % within a short time is noticed'),
  },
]

/** Earlier prices of one offering. Reference fees are in fen; an agreed fee is what a client confirmed for his own size. */
export interface FeePast {
  /** Each reference fee with the last day on which it was asked, the fee replaced now among them. */
  readonly referenceFees: readonly { readonly feeFen: number; readonly untilOn: CalendarDay }[]
  readonly agreedFees: readonly { readonly feeFen: number; readonly size: number | null; readonly chosenOn: CalendarDay }[]
}

/** A rise worth a look: from the lowest fee of the time watched. Percentages of a fee that was 0 are told as null. */
export interface SharpRise {
  readonly because: 'SOON_AFTER_CHOICE' | 'IN_SHORT_TIME'
  readonly fromFen: number
  readonly toFen: number
  readonly percent: number | null
  readonly limitPercent: number
  readonly days: number
  readonly ruleSetVersion: string
}

/** Whether the new schedule is a sharp rise against what was asked and agreed lately; null: it isn't. */
export function findSharpRise(
  next: { readonly schedule: FeeSchedule; readonly referenceFeeFen: number },
  past: FeePast,
  today: CalendarDay,
): Result<SharpRise | null, NoRuleSetInForce> {
  const inForce = ruleSetOn(feeWatchRuleSets, today)
  if (!inForce.ok) return inForce
  const { version, daysAfterChoice, percentAfterChoice, shortTimeDays, percentInShortTime } = inForce.value
  const watched = { days: daysAfterChoice.value, limitPercent: percentAfterChoice.value }
  for (const { feeFen, size, chosenOn } of past.agreedFees) {
    const again = feeAt(next.schedule, size)
    if (chosenOn < addDays(today, -watched.days) || !again.ok || !isOver(feeFen, again.value, watched.limitPercent)) continue
    return ok({ because: 'SOON_AFTER_CHOICE', ...rise(feeFen, again.value), ...watched, ruleSetVersion: version })
  }
  const short = { days: shortTimeDays.value, limitPercent: percentInShortTime.value }
  const lately = past.referenceFees.filter(({ untilOn }) => untilOn >= addDays(today, -short.days)).map(({ feeFen }) => feeFen)
  const lowest = lately.length === 0 ? null : Math.min(...lately)
  if (lowest === null || !isOver(lowest, next.referenceFeeFen, short.limitPercent)) return ok(null)
  return ok({ because: 'IN_SHORT_TIME', ...rise(lowest, next.referenceFeeFen), ...short, ruleSetVersion: version })
}

const isOver = (fromFen: number, toFen: number, limitPercent: number): boolean => toFen * 100 > fromFen * (100 + limitPercent)

const rise = (fromFen: number, toFen: number) => ({
  fromFen,
  toFen,
  percent: fromFen === 0 ? null : Math.round(((toFen - fromFen) * 100) / fromFen),
})
