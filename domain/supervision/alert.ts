import type { LegalBasis } from '#domain/kernel/rule-set.ts'
import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import { collusionBasis } from '#domain/selection/collusion-signals.ts'
import { unusualUseBasis } from './unusual-promises.ts'

/** Yellow: somebody should look. Red: what was found is forbidden on its face. */
export const alertLevels = ['YELLOW', 'RED'] as const
export type AlertLevel = (typeof alertLevels)[number]

export const alertStates = ['OPEN', 'HANDLED'] as const
export type AlertState = (typeof alertStates)[number]

/** What a rule can notice 预警 (rulebook R2, R3, R7). An alert decides nothing: a person looks and says what came of it. */
export const alertKinds = [
  'CANCELLED_ITEM_DEMANDED',
  'UNLISTED_SERVICE_DEMANDED',
  'PRACTITIONER_AT_SEVERAL_INSTITUTIONS',
  'FORM_CHECK_OVERDUE',
  'ANSWER_OVERDUE',
  'FEE_OVER_CEILING',
  'FEE_RAISED_AFTER_CHOICE',
  'FEE_RAISED_SHARPLY',
  'AFFILIATION_UNDECLARED',
  'CONTRACT_OVERDUE',
  'SHARE_NOT_RELEASED',
  'COLLUSION_SIGNAL',
  'UNUSUAL_PROMISES',
  'CALENDAR_NOT_LOADED',
] as const
export type AlertKind = (typeof alertKinds)[number]

/** The level a kind has unless the rule that raised it knows better, and what it rests on. */
export interface AlertRule {
  readonly level: AlertLevel
  readonly basis: LegalBasis
}

const ownDefault = ownDefaultsOf('信选预警默认规则 ZZ-ALERT-1')

const zhengzhou = (textZh: string, textEn: string): LegalBasis => ({
  instrument: '郑州市深化行政审批制度改革文件（2018-02-27）',
  clause: '三(三)',
  textZh,
  textEn,
  evidence: 'S',
})

/** Which matters are watched is law or policy where the basis says so; yellow or red is our own choice throughout (evidence D). */
export const alertRules: Readonly<Record<AlertKind, AlertRule>> = {
  CANCELLED_ITEM_DEMANDED: {
    level: 'RED',
    basis: zhengzhou('已取消的中介服务事项，任何部门不得再要求提供', 'Nobody may demand an intermediary service that was cancelled'),
  },
  UNLISTED_SERVICE_DEMANDED: {
    level: 'YELLOW',
    basis: {
      instrument: '广东省优化营商环境条例',
      clause: '第四十三条',
      textZh: '未纳入清单的中介服务事项，不得作为行政审批的受理条件',
      textEn: 'A service that is not on the list is no condition of acceptance',
      evidence: 'F',
    },
  },
  PRACTITIONER_AT_SEVERAL_INSTITUTIONS: {
    level: 'YELLOW',
    basis: ownDefault('ZZ-A1.1', '同一从业人员在两家以上机构登记', 'One practitioner is registered with two institutions or more'),
  },
  FORM_CHECK_OVERDUE: {
    level: 'RED',
    basis: ownDefault('ZZ-A1.2', '入驻或者变更申请的形式审查超过期限', 'The form check of an application is overdue'),
  },
  ANSWER_OVERDUE: {
    level: 'RED',
    basis: {
      instrument: '榆林市电子监察预警规则（节录，参照）',
      clause: '时限预警',
      textZh: '办理时限用去90%的黄色预警，超过时限的红色预警；本平台也用于投诉举报、申诉、信用修复、数据异议的答复期限',
      textEn:
        'Yellow when 90 % of a time limit is used, red when it is exceeded; here also for answers to complaints, appeals, repairs and objections to data',
      evidence: 'E',
    },
  },
  FEE_OVER_CEILING: {
    level: 'RED',
    basis: ownDefault('ZZ-A1.3', '收费高于政府规定的上限', 'A fee stands over the government’s ceiling'),
  },
  FEE_RAISED_AFTER_CHOICE: {
    level: 'RED',
    basis: ownDefault('ZZ-A1.4', '选取后收取的费用高于选取时确认的费用', 'More was charged than was confirmed at the choice'),
  },
  FEE_RAISED_SHARPLY: {
    level: 'YELLOW',
    basis: ownDefault('ZZ-A1.5', '收费短期内大幅上涨', 'A fee rose sharply within a short time'),
  },
  CONTRACT_OVERDUE: {
    level: 'YELLOW',
    basis: {
      instrument: '招标投标法（类推）',
      clause: '第四十六条',
      textZh: '选取或者中选后三十日内未订立合同',
      textEn: 'No contract within thirty days of the choice or award',
      evidence: 'F',
    },
  },
  AFFILIATION_UNDECLARED: {
    level: 'YELLOW',
    basis: ownDefault('ZZ-A1.6', '发现机构未申报的关联关系', 'A tie to an agency was found that the institution had not declared'),
  },
  SHARE_NOT_RELEASED: {
    level: 'RED',
    basis: ownDefault(
      'ZZ-A1.7',
      '监督单位未在期限内解封报价，本轮选取作废',
      'The supervising body did not release its key in time; the round of a selection is void',
    ),
  },
  COLLUSION_SIGNAL: { level: 'YELLOW', basis: collusionBasis },
  UNUSUAL_PROMISES: { level: 'YELLOW', basis: unusualUseBasis },
  CALENDAR_NOT_LOADED: {
    level: 'RED',
    basis: ownDefault(
      'ZZ-A1.8',
      '所需年度的放假安排未导入，期限无法判断',
      'The holiday notice of a year is not loaded; days in it cannot be judged',
    ),
  },
}
