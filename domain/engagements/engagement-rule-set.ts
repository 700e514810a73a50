import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ownDefaultsOf, ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { NoRuleSetInForce, RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'

/** The parameters of engagements under way (rulebook R3, R4), each with its own basis. */
export interface EngagementParameters {
  /** Calendar days after the choice or award within which the contract is concluded. */
  readonly contractDays: RuleParameter<number>
  /** Working days after submission within which the owner accepts or returns a result; then it counts as accepted. */
  readonly acceptanceWorkingDays: RuleParameter<number>
  /** More late than this many working days is a violation. */
  readonly lateViolationWorkingDays: RuleParameter<number>
  /** Working days the other side has for its statement, after which the office may answer a dispute without it. */
  readonly disputeStatementWorkingDays: RuleParameter<number>
}

export interface EngagementRuleSet extends RuleSet {
  readonly parameters: EngagementParameters
}

const ownDefault = ownDefaultsOf('信选委托履行默认规则 ZZ-ENGAGEMENT-1')

const parameters: EngagementParameters = {
  contractDays: {
    value: 30,
    basis: {
      instrument: '招标投标法（类推）',
      clause: '第四十六条',
      textZh: '自选取或者中选之日起三十日内订立合同',
      textEn: 'The contract is concluded within thirty days of the choice or award',
      evidence: 'F',
    },
    isUnderLegalReview: false,
  },
  acceptanceWorkingDays: {
    value: 15,
    basis: ownDefault(
      'ZZ-E1.1',
      '业主收到成果后15个工作日内验收或者退回，逾期视为验收通过',
      'The owner accepts or returns a result within 15 working days; then it counts as accepted',
    ),
    isUnderLegalReview: true,
  },
  lateViolationWorkingDays: {
    value: 10,
    basis: {
      instrument: '湖口县中介服务机构负面行为清单及评分管理办法',
      clause: '综合类一般违规第（5）项',
      textZh: '逾期超过10个工作日交付；逾期算至验收通过的那一版提交之日，成果在业主处等待答复的工作日不计（计算方法为平台默认）',
      textEn:
        'Delivery more than 10 working days late; counted to the submission of the accepted version, without the working days a version lay with the owner (the way of counting is our own default)',
      evidence: 'E',
    },
    isUnderLegalReview: false,
  },
  disputeStatementWorkingDays: {
    value: 5,
    basis: ownDefault(
      'ZZ-E1.2',
      '争议提出后5个工作日内由对方陈述；逾期未陈述的，监管部门可以径行答复',
      'The other side states its case within 5 working days; then the office may answer without it',
    ),
    isUnderLegalReview: false,
  },
}

/** Every version of the rules, in force or past. */
export const engagementRuleSets: readonly EngagementRuleSet[] = [
  {
    version: 'ZZ-ENGAGEMENT-1',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    legalBasis: Object.values(parameters).map((parameter: RuleParameter<unknown>) => parameter.basis),
    parameters,
  },
]

/** The rules of that day. */
export const engagementRulesOn = (day: CalendarDay): Result<EngagementRuleSet, NoRuleSetInForce> => ruleSetOn(engagementRuleSets, day)
