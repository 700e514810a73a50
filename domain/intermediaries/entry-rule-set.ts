import type { LegalBasis, RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'
import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'

/** One statement that an institution signs when it asks to enter 入驻承诺. */
export interface EntryStatement {
  readonly code: 'TRUE_AND_COMPLETE' | 'KEEPS_CURRENT' | 'OPEN_FEES' | 'AVOIDANCE_DECLARED' | 'ACCEPTS_RULES'
  readonly zh: string
  readonly en: string
}

/** The parameters of entry into the register (rulebook R3), each with its own basis. */
export interface EntryParameters {
  /** Working days of the form check 形式审查, from the day after it was submitted. */
  readonly checkWorkingDays: RuleParameter<number>
  /** Working days of the publicity 公示 that begins the day after the form check was passed. */
  readonly publicityWorkingDays: RuleParameter<number>
  /** Working days in which an objection is answered. */
  readonly objectionAnswerWorkingDays: RuleParameter<number>
  /** Whether a code with a wrong check character can pass on a reviewed reason. */
  readonly isUsccOverrideAllowed: RuleParameter<boolean>
  readonly statements: RuleParameter<readonly EntryStatement[]>
}

export interface EntryRuleSet extends RuleSet {
  readonly parameters: EntryParameters
}

const ownDefault = ownDefaultsOf('信选机构入驻默认规则 ZZ-ENTRY-1')

const hunanCheck: LegalBasis = {
  instrument: '湖南省网上中介服务超市管理办法（节录，参照）',
  clause: '入驻审查',
  textZh: '中介服务机构以承诺方式入驻，2个工作日内完成形式审查',
  textEn: 'An institution enters by commitment; the form check takes 2 working days',
  evidence: 'E',
}

const early: LegalBasis = {
  instrument: 'GB 32100-2015',
  clause: '第18位校验码',
  textZh: '校验码不符的早期试点代码，须说明理由并经审查人员逐件核准',
  textEn: 'An early pilot code whose check character does not fit passes only with a reason that the checking officer has reviewed',
  evidence: 'D',
}

const statements: readonly EntryStatement[] = [
  {
    code: 'TRUE_AND_COMPLETE',
    zh: '所填内容和所列资质、人员真实、准确、完整；不实的，自愿承担撤销入驻、列入名单等后果。',
    en: 'All that is stated, certificates and staff included, is true, accurate and complete; if not, we accept removal from the register, listing and what else follows.',
  },
  {
    code: 'KEEPS_CURRENT',
    zh: '登记事项变化的，及时申请变更；资质到期的，不再承接相应事项。',
    en: 'We apply for a change whenever something registered changes, and take no more work for which a certificate has expired.',
  },
  {
    code: 'OPEN_FEES',
    zh: '按公开的收费标准和服务时限提供服务，不在标价之外收费。',
    en: 'We serve at the published fees and within the published time, and charge nothing beside them.',
  },
  {
    code: 'AVOIDANCE_DECLARED',
    zh: '如实申报与审批部门、行业协会的关联关系，不承接应当回避的事项。',
    en: 'We have declared every tie to agencies and associations, and take no work from which we are barred by one.',
  },
  {
    code: 'ACCEPTS_RULES',
    zh: '遵守公平竞争和信用管理规则，接受评价、核查和社会监督。',
    en: 'We keep to the rules of fair competition and credit, and accept reviews, verification and public supervision.',
  },
]

const parameters: EntryParameters = {
  checkWorkingDays: { value: 2, basis: hunanCheck, isUnderLegalReview: false },
  publicityWorkingDays: {
    value: 3,
    basis: ownDefault('ZZ-E1.1', '入驻前公示3个工作日', 'Publicity of 3 working days before the entry'),
    isUnderLegalReview: false,
  },
  objectionAnswerWorkingDays: {
    value: 3,
    basis: ownDefault('ZZ-E1.2', '公示期异议3个工作日内答复', 'An objection is answered within 3 working days'),
    isUnderLegalReview: false,
  },
  isUsccOverrideAllowed: { value: true, basis: early, isUnderLegalReview: false },
  statements: {
    value: statements,
    basis: ownDefault('ZZ-E1.3', '入驻承诺五项', 'Five statements signed at entry'),
    isUnderLegalReview: true,
  },
}

/** Every version of the entry rules, in force or past. */
export const entryRuleSets: readonly EntryRuleSet[] = [
  {
    version: 'ZZ-ENTRY-1',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    legalBasis: Object.values(parameters).map((parameter: RuleParameter<unknown>) => parameter.basis),
    parameters,
  },
]
