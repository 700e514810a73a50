import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { RuleParameter } from '#domain/kernel/rule-set.ts'
import type { Severity } from './list-kind.ts'

/** The clocks of a violation case from its taking up to the service of its decision (rulebook R5), each with its own basis. */
export interface ProcedureParameters {
  /** Calendar days from the day the investigation starts to its last day. */
  readonly investigationDays: RuleParameter<number>
  /** Calendar days that an investigation is extended by, once, with reasons. */
  readonly investigationExtensionDays: RuleParameter<number>
  /** Severities with a right to a hearing; for the others the office may refuse one, with reasons. */
  readonly hearingSeverities: RuleParameter<readonly Severity[]>
  /** Working days between the notice of a hearing and the hearing itself, at least. */
  readonly hearingNoticeWorkingDays: RuleParameter<number>
  /** Working days after the service of a decision in which an appeal may be filed. */
  readonly appealWorkingDays: RuleParameter<number>
}

const ownDefault = ownDefaultsOf('信选名单管理默认规则 ZZ-LISTING-1')

export const PROCEDURE_1: ProcedureParameters = {
  investigationDays: {
    value: 60,
    basis: ownDefault('ZZ-L1.4', '调查自开始之日起60日内完成', 'An investigation ends within 60 days of its start'),
    isUnderLegalReview: false,
  },
  investigationExtensionDays: {
    value: 30,
    basis: ownDefault('ZZ-L1.5', '调查期限可说明理由延长一次，30日', 'An investigation is extended once, with reasons, by 30 days'),
    isUnderLegalReview: false,
  },
  hearingSeverities: {
    value: ['GENERAL', 'SERIOUS'],
    basis: ownDefault(
      'ZZ-L1.6',
      '拟列入名单的一般、严重违规，当事人要求听证的应当组织听证',
      'For general and serious violations that may be listed, a hearing is held when the party asks for it',
    ),
    isUnderLegalReview: true,
  },
  hearingNoticeWorkingDays: {
    value: 7,
    basis: ownDefault('ZZ-L1.7', '听证的7个工作日前通知当事人', 'The party is told of the hearing 7 working days ahead'),
    isUnderLegalReview: false,
  },
  appealWorkingDays: {
    value: 10,
    basis: ownDefault(
      'ZZ-L1.8',
      '决定书送达后10个工作日内可申诉',
      'An appeal may be filed for 10 working days after service of the decision',
    ),
    isUnderLegalReview: false,
  },
}
