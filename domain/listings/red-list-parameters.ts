import type { CreditGrade } from '#domain/credit/grade.ts'
import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { LegalBasis, RuleParameter } from '#domain/kernel/rule-set.ts'

/** What a subject must show for the red list (rulebook R6). */
export const redListCriteria = ['GRADE', 'REVIEWS', 'NO_VIOLATION', 'NOT_LISTED'] as const
export type RedListCriterion = (typeof redListCriteria)[number]

/** The red list's own parameters: who may stand on it, and by what procedure (rulebook R5, R6). */
export interface RedListParameters {
  /** The grade wanted at the last half-year dates before the day; each date as `MM-DD`. */
  readonly redListGrade: RuleParameter<{
    readonly grade: CreditGrade
    readonly halfYearDates: readonly string[]
    readonly successive: number
  }>
  readonly redListReviewedEngagements: RuleParameter<number>
  readonly redListCleanMonths: RuleParameter<number>
  /** What an authority's own nomination must meet, too; what the criteria's own must, is all of them. */
  readonly redListAuthorityCriteria: RuleParameter<readonly RedListCriterion[]>
  /** Working days of the publicity before the decision, from the day after it was ordered. */
  readonly redListPublicityWorkingDays: RuleParameter<number>
  readonly redListObjectionAnswerWorkingDays: RuleParameter<number>
  /** Months between two reviews of an entry, and calendar days that a review is opened ahead of its day. */
  readonly redListReview: RuleParameter<{ readonly everyMonths: number; readonly opensDaysAhead: number }>
  /** Grades that bring the red list's benefits without an entry. */
  readonly gradesWithBenefits: RuleParameter<readonly CreditGrade[]>
}

const ownDefault = ownDefaultsOf('信选红名单管理默认规则 ZZ-LISTING-1')

const own = <T>(value: T, basis: LegalBasis): RuleParameter<T> => ({ value, basis, isUnderLegalReview: false })

/** ZZ-LISTING-1. That there is a publicity first is law; how long it lasts, and the criteria, are ours. */
export const RED_LIST_1: RedListParameters = {
  redListGrade: own(
    { grade: 'A', halfYearDates: ['01-01', '07-01'], successive: 2 },
    ownDefault(
      'ZZ-L2.1',
      '连续两个半年评价日（1月1日、7月1日）信用等级均为A',
      'Grade A at two successive half-year dates (1 January, 1 July)',
    ),
  ),
  redListReviewedEngagements: own(10, ownDefault('ZZ-L2.2', '已评价的委托不少于10项', 'At least 10 reviewed engagements')),
  redListCleanMonths: own(
    24,
    ownDefault('ZZ-L2.3', '24个月内没有违规记录和不实承诺', 'No violation and no untrue commitment on record in 24 months'),
  ),
  redListAuthorityCriteria: own(
    ['NO_VIOLATION', 'NOT_LISTED'],
    ownDefault(
      'ZZ-L2.4',
      '主管部门推荐的，也须24个月内没有违规记录、不在其他名单上',
      'An authority’s nominee, too, has no violation in 24 months and stands on no other list',
    ),
  ),
  redListPublicityWorkingDays: own(
    7,
    ownDefault(
      'ZZ-L2.5',
      '列入红名单前公示（河南省社会信用条例第二十八条），期限为7个工作日',
      'Publicity before listing (Henan Social Credit Regulation art. 28) lasts 7 working days',
    ),
  ),
  redListObjectionAnswerWorkingDays: own(
    5,
    ownDefault('ZZ-L2.6', '公示期异议5个工作日内答复', 'An objection is answered within 5 working days'),
  ),
  redListReview: own(
    { everyMonths: 12, opensDaysAhead: 60 },
    ownDefault('ZZ-L2.7', '列入后每年复核一次，提前60日启动', 'Each entry is reviewed every year; the review opens 60 days ahead'),
  ),
  gradesWithBenefits: own(
    ['A'],
    ownDefault('ZZ-L2.8', '信用等级为A的同样享受红名单便利', 'Grade A brings the same benefits as the red list'),
  ),
}
