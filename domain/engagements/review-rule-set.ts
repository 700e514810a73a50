import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ownDefaultsOf, ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { NoRuleSetInForce, RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'

/** The parameters of service reviews (rulebook R4), each with its own basis. How the raters weigh is in the credit rules. */
export interface ReviewParameters {
  /** Working days from the day after the upload of the result within which it may be reviewed. */
  readonly windowWorkingDays: RuleParameter<number>
  /** Working days from the day after a review within which it may be amended, once. */
  readonly amendmentWorkingDays: RuleParameter<number>
  /** Whether authority and centre have the window from the acceptance, where the owner accepted after the upload. */
  readonly isWindowFromAcceptance: RuleParameter<boolean>
}

export interface ReviewRuleSet extends RuleSet {
  readonly parameters: ReviewParameters
}

const ownDefault = ownDefaultsOf('信选服务评价默认规则 ZZ-REVIEW-1')
const wujiang = { instrument: '吴江区中介服务评价办法', evidence: 'E' } as const

const parameters: ReviewParameters = {
  windowWorkingDays: {
    value: 15,
    basis: {
      ...wujiang,
      clause: '评价时限',
      textZh: '成果上传次日起15个工作日内评价',
      textEn: 'Reviewed within 15 working days from the day after the result was uploaded',
    },
    isUnderLegalReview: false,
  },
  amendmentWorkingDays: {
    value: 3,
    basis: {
      ...wujiang,
      clause: '评价修改',
      textZh: '评价后3个工作日内可以修改一次',
      textEn: 'A review may be amended once within 3 working days',
    },
    isUnderLegalReview: false,
  },
  isWindowFromAcceptance: {
    value: true,
    basis: ownDefault(
      'ZZ-V1.1',
      '主管部门和平台评价的是已验收的成果；业主验收晚于上传的，其期限自验收次日起算，不因他人迟延而丧失评价',
      'Authority and centre review an accepted result; where it was accepted after the upload, their window begins the day after acceptance, so that nobody loses it by another’s delay',
    ),
    isUnderLegalReview: true,
  },
}

/** Every version of the rules, in force or past. */
export const reviewRuleSets: readonly ReviewRuleSet[] = [
  {
    version: 'ZZ-REVIEW-1',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
    legalBasis: Object.values(parameters).map((parameter: RuleParameter<unknown>) => parameter.basis),
    parameters,
  },
]

/** The rules of that day. */
export const reviewRulesOn = (day: CalendarDay): Result<ReviewRuleSet, NoRuleSetInForce> => ruleSetOn(reviewRuleSets, day)
