import type { CreditGrade } from '#domain/credit/grade.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ownDefaultsOf, ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { LegalBasis, NoRuleSetInForce, RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'

/** Tickets in the draw of a sample, whole numbers from 1 up: who holds half as many is drawn about half as often. */
export interface VerificationWeights {
  /** Takes precedence over the grade. */
  readonly redListed: number
  readonly byGrade: Readonly<Record<CreditGrade, number>>
}

/** The parameters of the truth of promises, afterwards (rulebook R1.3, R1.4). */
export interface VerificationParameters {
  /** Working days in which the applicant may answer the notice that a promise seems untrue. */
  readonly defenceWorkingDays: RuleParameter<number>
  readonly sampleWeights: RuleParameter<VerificationWeights>
}

export interface VerificationRuleSet extends RuleSet {
  readonly parameters: VerificationParameters
}

const ownDefault = ownDefaultsOf('信选核查默认规则 ZZ-VERIFICATION-1')

const fewerVerifications: LegalBasis = {
  instrument: '山东省社会信用条例',
  clause: '第二十六条',
  textZh: '守信主体减少核查频次；每类主体的权重为平台默认参数',
  textEn: 'Who keeps faith is verified less often; the weight of each class is our own default',
  evidence: 'F',
}

const revocation: LegalBasis = {
  instrument: '郑交法〔2017〕131号',
  clause: '二(一)1',
  textZh: '申请人承诺不实的，撤销审批决定，并告知有关单位',
  textEn: 'Where a promise was untrue the decision is revoked and the bodies concerned are told',
  evidence: 'S',
}

const parameters: VerificationParameters = {
  defenceWorkingDays: {
    value: 10,
    basis: ownDefault(
      'ZZ-V1.1',
      '告知送达后10个工作日内可陈述申辩',
      'A statement of defence may be filed for 10 working days after the notice',
    ),
    isUnderLegalReview: false,
  },
  sampleWeights: {
    value: { redListed: 1, byGrade: { A: 2, B: 4, N: 4, C: 6, D: 8, E: 8 } },
    basis: fewerVerifications,
    isUnderLegalReview: false,
  },
}

/** All versions of the rules about verification, as data. */
export const verificationRuleSets: readonly VerificationRuleSet[] = [
  {
    version: 'ZZ-VERIFICATION-1',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    legalBasis: [revocation, fewerVerifications],
    parameters,
  },
]

/** What an untrue promise leads to, and by what authority. */
export const revocationBasis = revocation

/** The rules in force on the day of the event. */
export function verificationRuleSetOn(day: CalendarDay): Result<VerificationRuleSet, NoRuleSetInForce> {
  return ruleSetOn(verificationRuleSets, day)
}
