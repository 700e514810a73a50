import type { LegalBasis, RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'
import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'

/** The parameters of reports and complaints (rulebook R7), each with its own basis. */
export interface ComplaintParameters {
  /** Calendar days to the answer, from the day after the receipt. */
  readonly answerDays: RuleParameter<number>
  /** Calendar days that the one extension adds. */
  readonly extensionDays: RuleParameter<number>
  /** Calendar days in which a misaddressed one is sent on. */
  readonly transferDays: RuleParameter<number>
  /** Calendar days after which nothing of the network it came from is kept. */
  readonly networkKeptDays: RuleParameter<number>
  /** Months for which a substantiated one counts on the credit record. */
  readonly countsMonths: RuleParameter<number>
  /** How many may come from one network while that is kept. */
  readonly mostFromOneNetwork: RuleParameter<number>
}

export interface ComplaintRuleSet extends RuleSet {
  readonly parameters: ComplaintParameters
}

const ownDefault = ownDefaultsOf('信选投诉举报默认规则 ZZ-COMPLAINT-1')

const henan = (textZh: string, textEn: string): LegalBasis => ({
  instrument: '河南省社会信用条例',
  clause: '第七十八条（节录，天数按自然日理解）',
  textZh,
  textEn,
  evidence: 'F',
})

const parameters: ComplaintParameters = {
  answerDays: {
    value: 30,
    basis: henan('受理投诉举报之日起三十日内答复', 'A report or complaint is answered within 30 days'),
    isUnderLegalReview: false,
  },
  extensionDays: {
    value: 30,
    basis: henan('情况复杂的，可以延长三十日', 'In a complicated matter once 30 days more'),
    isUnderLegalReview: false,
  },
  transferDays: {
    value: 5,
    basis: henan('不属于本部门职责的，五日内转办', 'What belongs to another office is sent on within 5 days'),
    isUnderLegalReview: false,
  },
  countsMonths: {
    value: 12,
    basis: ownDefault('ZZ-C1.3', '查实的投诉举报计入信用记录12个月', 'A substantiated complaint counts for 12 months'),
    isUnderLegalReview: false,
  },
  networkKeptDays: {
    value: 30,
    basis: ownDefault(
      'ZZ-C1.1',
      '仅为防止滥用保存来源网络的不可逆摘要，30日后清除',
      'Only a keyed digest of the network is kept, against abuse, and forgotten after 30 days',
    ),
    isUnderLegalReview: true,
  },
  mostFromOneNetwork: {
    value: 30,
    basis: ownDefault('ZZ-C1.2', '同一网络30日内最多提交30件', 'At most 30 from one network in 30 days'),
    isUnderLegalReview: false,
  },
}

/** Every version of the rules of reports and complaints, in force or past. */
export const complaintRuleSets: readonly ComplaintRuleSet[] = [
  {
    version: 'ZZ-COMPLAINT-1',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    legalBasis: Object.values(parameters).map((parameter: RuleParameter<unknown>) => parameter.basis),
    parameters,
  },
]
