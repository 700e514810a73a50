import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'
import type { CreditGrade } from './grade.ts'
import type { ReviewRater } from './credit-fact.ts'
import type { HonourParameters } from './honour-parameters.ts'
import { ZZ_1_HONOURS } from './honour-parameters.ts'

/** The parameters of the credit rating (rulebook R6), each with its own basis. */
export interface CreditParameters extends HonourParameters {
  /** Weights of the raters; only those present in an engagement share its weight. */
  readonly raterWeights: RuleParameter<Readonly<Record<ReviewRater, number>>>
  /** The marks a rating runs between; the worst becomes 0, the best 100. */
  readonly reviewScale: RuleParameter<{ readonly worst: number; readonly best: number }>
  readonly reviewWindowMonths: RuleParameter<number>
  /** How many engagements the platform mean counts for. */
  readonly priorEngagements: RuleParameter<number>
  readonly conductBase: RuleParameter<number>
  readonly conductBounds: RuleParameter<{ readonly least: number; readonly most: number }>
  readonly honoursCap: RuleParameter<number>
  /** Signed points of one substantiated complaint. */
  readonly complaintPoints: RuleParameter<number>
  readonly scoreWeights: RuleParameter<{ readonly review: number; readonly conduct: number }>
  /** Least score of each grade; below the last one it is D. */
  readonly gradeThresholds: RuleParameter<Readonly<Record<Exclude<CreditGrade, 'D' | 'E' | 'N'>, number>>>
  /** Not rated while both hold: fewer reviewed engagements than this, and listed for fewer months than that. */
  readonly notRated: RuleParameter<{ readonly engagements: number; readonly months: number }>
  /** The grade shown instead of any other while blacklisted. */
  readonly blacklistedGrade: RuleParameter<'E'>
}

export interface CreditRuleSet extends RuleSet {
  readonly parameters: CreditParameters
}

const ownDefault = ownDefaultsOf('信选信用评价默认规则 ZZ-1')

const parameters: CreditParameters = {
  raterWeights: {
    value: { OWNER: 5, AUTHORITY: 3, PLATFORM: 2 },
    basis: {
      instrument: '余姚市中介机构服务评价规则',
      clause: 'ZZ-1.1',
      textZh: '项目业主、主管部门、平台中心评价权重为5:3:2',
      textEn: 'Reviews of owner, competent authority and platform centre weigh 5:3:2',
      evidence: 'E',
    },
    isUnderLegalReview: false,
  },
  reviewScale: {
    value: { worst: 1, best: 5 },
    basis: ownDefault('ZZ-1.2', '五个维度各评1至5分，平均后按比例换算为0至100', 'Five dimensions from 1 to 5, their mean scaled to 0–100'),
    isUnderLegalReview: false,
  },
  reviewWindowMonths: {
    value: 24,
    basis: ownDefault('ZZ-1.3', '取最近24个月的委托', 'Engagements of the last 24 months count'),
    isUnderLegalReview: false,
  },
  priorEngagements: {
    value: 5,
    basis: ownDefault('ZZ-1.4', '平台平均分按5次委托计入', 'The platform mean counts as 5 engagements'),
    isUnderLegalReview: false,
  },
  conductBase: {
    value: 100,
    basis: ownDefault('ZZ-1.5', '行为分以100分起算', 'The conduct score starts at 100'),
    isUnderLegalReview: false,
  },
  conductBounds: {
    value: { least: 0, most: 110 },
    basis: ownDefault('ZZ-1.6', '行为分不低于0、不高于110', 'The conduct score stays within 0–110'),
    isUnderLegalReview: false,
  },
  honoursCap: {
    value: 10,
    basis: ownDefault('ZZ-1.7', '荣誉加分合计不超过10分', 'Honours add 10 points at most'),
    isUnderLegalReview: false,
  },
  complaintPoints: {
    value: -1,
    basis: {
      instrument: '泰兴市中介机构信用评价规则',
      clause: 'ZZ-1.8',
      textZh: '经查实的投诉每件扣1分',
      textEn: 'One point off for each substantiated complaint',
      evidence: 'E',
    },
    isUnderLegalReview: false,
  },
  scoreWeights: {
    value: { review: 0.6, conduct: 0.4 },
    basis: ownDefault(
      'ZZ-1.9',
      '评价分占60%，行为分占40%；无评价的只计行为分',
      'Score = 0.6 × review + 0.4 × conduct; without reviews conduct alone',
    ),
    isUnderLegalReview: false,
  },
  gradeThresholds: {
    value: { A: 90, B: 75, C: 60 },
    basis: {
      instrument: '莆田市中介机构信用等级规则',
      clause: 'ZZ-1.10',
      textZh: '信用等级分A至D；分数线90、75、60为平台默认参数',
      textEn: 'Grades A to D; the thresholds 90, 75 and 60 are our own default',
      evidence: 'D',
    },
    isUnderLegalReview: false,
  },
  notRated: {
    value: { engagements: 3, months: 12 },
    basis: {
      instrument: '莆田市中介机构信用等级规则',
      clause: 'ZZ-1.11',
      textZh: '入驻不满一年的暂不评级；少于3次已评价委托的条件为平台默认参数',
      textEn: 'Not rated while listed under a year; the condition of fewer than 3 reviewed engagements is our own default',
      evidence: 'D',
    },
    isUnderLegalReview: false,
  },
  blacklistedGrade: {
    value: 'E',
    basis: ownDefault('ZZ-1.12', '列入黑名单期间信用等级为E', 'Grade E while blacklisted'),
    isUnderLegalReview: false,
  },
  ...ZZ_1_HONOURS,
}

/** The city's default credit rating. Its shape leans on rules in operation elsewhere; no instrument of the city prescribes it. */
export const ZZ_1: CreditRuleSet = {
  version: 'ZZ-1',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  legalBasis: Object.values(parameters).map((parameter: RuleParameter<unknown>) => parameter.basis),
  parameters,
}

/** The versions of the city's rating that are in the code. Later ones are drafted, simulated and published as rows. */
export const creditRuleSets: readonly CreditRuleSet[] = [ZZ_1]
