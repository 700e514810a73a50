import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { LegalBasis, RuleParameter } from '#domain/kernel/rule-set.ts'

/** The clocks of appeal, repair and objection to data (rulebook R5), in working days. */
export interface RemedyParameters {
  /** After an appeal, for the answer: the reviewer always has to look at the source, the file of whoever decided. */
  readonly appealAnswerWorkingDays: RuleParameter<number>
  readonly repairAnswerWorkingDays: RuleParameter<number>
  readonly dataObjectionAnswerWorkingDays: RuleParameter<number>
  /** The same where the source of the data has to be asked. */
  readonly dataObjectionSourceWorkingDays: RuleParameter<number>
}

const ownDefault = ownDefaultsOf('信选名单管理默认规则 ZZ-LISTING-1')

const henanObjection = (textZh: string, textEn: string): LegalBasis => ({
  instrument: '河南省社会信用条例',
  clause: '第四十一条',
  textZh,
  textEn,
  evidence: 'F',
})

export const REMEDIES_1: RemedyParameters = {
  appealAnswerWorkingDays: {
    value: 7,
    basis: henanObjection(
      '提出异议的应当即时标注，三个工作日内答复；需要向信息来源单位核查的，七个工作日内答复。申诉均须核查原决定案卷',
      'Marked at once, answered in 3 working days, 7 where the source must check; an appeal always needs the file of the decision',
    ),
    isUnderLegalReview: true,
  },
  repairAnswerWorkingDays: {
    value: 10,
    basis: ownDefault('ZZ-L1.9', '信用修复申请10个工作日内作出决定', 'A repair is decided within 10 working days'),
    isUnderLegalReview: false,
  },
  dataObjectionAnswerWorkingDays: {
    value: 3,
    basis: henanObjection('对信息的异议三个工作日内答复', 'An objection to data is answered in 3 working days'),
    isUnderLegalReview: false,
  },
  dataObjectionSourceWorkingDays: {
    value: 7,
    basis: henanObjection('需要向信息来源单位核查的七个工作日内答复', 'In 7 working days where the source must check'),
    isUnderLegalReview: false,
  },
}
