import type { LegalBasis, RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'
import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'

/** The parts of the profile that a firm can have changed. */
export const profileFields = [
  'name',
  'nameEn',
  'legalRepresentative',
  'legalForm',
  'divisionCode',
  'address',
  'phone',
  'introduction',
] as const
export type ProfileField = (typeof profileFields)[number]

/** The parameters of upkeep (rulebook R3), each with its own basis. */
export interface UpkeepParameters {
  /** Working days of the form check 形式审查, from the day after the request. */
  readonly checkWorkingDays: RuleParameter<number>
  /** What takes effect at once, because nobody's rights hang on it. */
  readonly immediateProfileFields: RuleParameter<readonly ProfileField[]>
  /** Calendar days before a certificate's last day on which the firm is reminded, the longest first. */
  readonly reminderDays: RuleParameter<readonly number[]>
  /** Whether an exit waits for open violation cases as it waits for engagements. */
  readonly isExitHeldByCases: RuleParameter<boolean>
}

export interface UpkeepRuleSet extends RuleSet {
  readonly parameters: UpkeepParameters
}

const ownDefault = ownDefaultsOf('信选登记变更默认规则 ZZ-UPKEEP-1')

const hunanCheck: LegalBasis = {
  instrument: '湖南省网上中介服务超市管理办法（节录，参照）',
  clause: '入驻审查',
  textZh: '登记事项变更参照入驻，2个工作日内完成形式审查；审查前仍按原登记展示',
  textEn: 'A change of what is registered is checked in form within 2 working days, as an entry is; until then the old entry stands',
  evidence: 'E',
}

const parameters: UpkeepParameters = {
  checkWorkingDays: { value: 2, basis: hunanCheck, isUnderLegalReview: false },
  immediateProfileFields: {
    value: ['phone', 'introduction'],
    basis: ownDefault(
      'ZZ-U1.1',
      '联系电话和机构简介由机构自行更新，即时生效',
      'Telephone and introduction are updated by the institution itself',
    ),
    isUnderLegalReview: false,
  },
  reminderDays: {
    value: [90, 30, 7],
    basis: ownDefault(
      'ZZ-U1.2',
      '资质到期前90日、30日、7日各提醒一次（自然日）',
      'A reminder 90, 30 and 7 calendar days before a certificate ends',
    ),
    isUnderLegalReview: false,
  },
  isExitHeldByCases: {
    value: true,
    basis: ownDefault(
      'ZZ-U1.3',
      '退出不终止在办委托和违规案件；全部办结后退出自动生效',
      'An exit ends neither engagements nor violation cases; it takes effect by itself when the last of them has ended',
    ),
    isUnderLegalReview: true,
  },
}

/** Every version of the upkeep rules, in force or past. */
export const upkeepRuleSets: readonly UpkeepRuleSet[] = [
  {
    version: 'ZZ-UPKEEP-1',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    legalBasis: Object.values(parameters).map((parameter: RuleParameter<unknown>) => parameter.basis),
    parameters,
  },
]
