import type { LegalBasis, RuleParameter } from '#domain/kernel/rule-set.ts'
import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { PauseCause } from './pause-causes.ts'

/**
 * A reason against a tolerant mode that a manager may set aside in writing 例外准用. A bar or an entry on the dishonesty list is none of them:
 * no rule set can let a person of the agency override the credit gate.
 */
export interface AllowedException {
  readonly mode: 'TOLERANT_ACCEPTANCE' | 'TOLERANT_HANDLING'
  readonly refusalCode: 'ITEM_IMMEDIATE' | 'ESSENTIAL_MATERIAL_MISSING' | 'ITEM_EXCLUDED'
}

/** The parameters of intake: pauses of the time limit, and exceptions. */
export interface IntakeParameters {
  /** Working days that a pause lasts at most, by its cause. */
  readonly pauseWorkingDays: RuleParameter<Readonly<Record<PauseCause, number>>>
  /** No cause pauses the same case twice. */
  readonly isEachPauseCauseOnce: RuleParameter<boolean>
  /** Where a manager's documented exception is possible; empty: nowhere. */
  readonly modeExceptions: RuleParameter<readonly AllowedException[]>
}

const ownDefault = ownDefaultsOf('信选容缺默认规则 ZZ-TOLERANCE-1')
const founded = <T>(value: T, basis: LegalBasis): RuleParameter<T> => ({ value, basis, isUnderLegalReview: false })

/** The lawful basis that each cause is cited with. */
export const pauseBasis: Readonly<Record<PauseCause, string>> = {
  SUPPLEMENT: '容缺受理承诺书：补齐期间不计入办理时限',
  EXPERT_REVIEW: '行政许可法 第四十五条（鉴定、专家评审所需时间不计算在期限内）',
  PUBLICITY: '行政许可法 第四十五条（听证等所需时间不计算在期限内）',
}

export const intakeParameters: IntakeParameters = {
  pauseWorkingDays: founded(
    { SUPPLEMENT: 20, EXPERT_REVIEW: 30, PUBLICITY: 20 },
    ownDefault(
      'T.11',
      '时限中止：待补材料最长20个工作日，专家评审30个工作日，公示、听证20个工作日',
      'A pause lasts 20 working days at most for an awaited supplement, 30 for expert review, 20 for publicity or a hearing',
    ),
  ),
  isEachPauseCauseOnce: founded(true, ownDefault('T.12', '同一事由只能中止一次', 'The same cause pauses a case once')),
  modeExceptions: founded([], ownDefault('T.13', '不设例外准用', 'No exceptions are provided for')),
}
