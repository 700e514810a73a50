import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { LegalBasis, RuleParameter } from '#domain/kernel/rule-set.ts'
import type { SelectionParameters, SelectionRuleSet } from './selection-rule-set.ts'

const ownDefault = ownDefaultsOf('信选选取默认规则 ZZ-SELECTION-1')

const haizhou: LegalBasis = {
  instrument: '连云港市海州区网上中介超市选取规则（节录，参照）',
  clause: '最优价选取',
  textZh: '在95%、96%、97%、98%中随机抽取下浮系数，去掉最高、最低报价后的平均价乘以系数为基准价，最接近者中选',
  textEn: 'One of 95, 96, 97, 98 % is drawn; the mean without highest and lowest quote times that is the reference; the nearest quote wins',
  evidence: 'E',
}

const minimumOfThree: LegalBasis = {
  instrument: '网上中介服务超市管理办法（各地节录，参照）',
  clause: '选取',
  textZh: '使用财政性资金的，报名机构不少于3家；信用择优报名少于2家的，选取失败',
  textEn: 'With state funds at least 3 bidders; a credit-weighted shortlist with fewer than 2 sign-ups fails',
  evidence: 'E',
}

const tenderPublicity: LegalBasis = {
  instrument: '招标投标法实施条例（类推）',
  clause: '第五十四条',
  textZh: '中标候选人公示期不得少于3日；异议3日内答复，答复前暂停。本平台以工作日计（平台默认参数）',
  textEn: 'Publicity of at least 3 days; objections answered within 3 days, on hold until then. Counted in working days (our own default)',
  evidence: 'D',
}

const contractIn30Days: LegalBasis = {
  instrument: '招标投标法（类推）',
  clause: '第四十六条',
  textZh: '自中标通知书发出之日起三十日内订立书面合同',
  textEn: 'The contract is made within thirty days of the award',
  evidence: 'F',
}

const minimum = (STATE: number, MIXED: number, PRIVATE: number) => ({ STATE, MIXED, PRIVATE })
const usualMinimum = minimum(3, 3, 1)

const parameters: SelectionParameters = {
  minimumPool: {
    value: {
      DIRECT: minimum(1, 1, 1),
      RANDOM_DRAW: usualMinimum,
      LOWEST_QUOTE: usualMinimum,
      AVERAGE_PRICE: usualMinimum,
      COMPARATIVE: usualMinimum,
      CREDIT_SHORTLIST: minimum(2, 2, 2),
    },
    basis: minimumOfThree,
    isUnderLegalReview: true,
  },
  directFundSources: {
    value: ['PRIVATE'],
    basis: ownDefault(
      'ZZ-S1.1',
      '使用社会资金的，业主可以直接选取；财政性资金和混合资金须公告选取',
      'Private funds: the owner may choose directly; state and mixed funds: by an announced selection',
    ),
    isUnderLegalReview: true,
  },
  minimumSignUpWorkingDays: {
    value: 3,
    basis: ownDefault('ZZ-S1.2', '报名期不少于3个工作日', 'Sign-up lasts at least 3 working days'),
    isUnderLegalReview: false,
  },
  closingDelaySeconds: {
    value: 90,
    basis: ownDefault(
      'ZZ-S1.3',
      '截止时刻之前服务器已收到的报名一律有效；截止后90秒冻结名单',
      'What the server received before the line counts; the pool is frozen 90 seconds after it',
    ),
    isUnderLegalReview: false,
  },
  decisionWorkingDays: {
    value: 10,
    basis: ownDefault(
      'ZZ-S1.10',
      '业主在开启或抽取后10个工作日内评分、择优，逾期本轮失败',
      'The owner scores or picks within 10 working days of the opening or draw; after them the round fails',
    ),
    isUnderLegalReview: false,
  },
  publicityWorkingDays: { value: 3, basis: tenderPublicity, isUnderLegalReview: false },
  objectionAnswerWorkingDays: { value: 3, basis: tenderPublicity, isUnderLegalReview: false },
  contractDays: { value: 30, basis: contractIn30Days, isUnderLegalReview: false },
  reAnnouncements: {
    value: 1,
    basis: ownDefault('ZZ-S1.4', '选取失败的，可以重新公告一次', 'A failed selection may be announced once more'),
    isUnderLegalReview: false,
  },
  abnormallyLowShare: {
    value: 0.7,
    basis: ownDefault('ZZ-S1.5', '低于报价中位数70%的，须书面说明', 'A quote under 70 % of the median is explained in writing'),
    isUnderLegalReview: true,
  },
  explanationWorkingDays: {
    value: 1,
    basis: ownDefault('ZZ-S1.6', '说明在1个工作日内提交', 'The explanation is due within 1 working day'),
    isUnderLegalReview: false,
  },
  averagePercents: { value: [95, 96, 97, 98], basis: haizhou, isUnderLegalReview: false },
  creditTailShare: {
    value: 0.2,
    basis: ownDefault('ZZ-S1.7', '按信用排序，末位20%不进入抽取', 'Ranked by credit, the last 20 % are not drawn from'),
    isUnderLegalReview: false,
  },
  shortlistSize: {
    value: 3,
    basis: ownDefault('ZZ-S1.8', '按信用加权抽取3家供业主择优', 'Three are drawn, weighted by credit, for the owner to pick from'),
    isUnderLegalReview: false,
  },
  shareGraceHours: {
    value: 24,
    basis: ownDefault(
      'ZZ-S1.9',
      '监督单位密钥在开启时刻后24小时内未到的，本轮作废，不占用重新公告次数',
      'Where the supervising body’s key has not come 24 hours after the opening time, the round is void and does not count',
    ),
    isUnderLegalReview: false,
  },
  unratedScore: {
    value: 75,
    basis: ownDefault('ZZ-S1.11', '尚未评级的机构按75分参与择优和加权', 'A bidder who is not rated yet counts as 75 points'),
    isUnderLegalReview: false,
  },
  drawTimes: {
    value: { drawDelayMinutes: 10, beaconPatienceHours: 24, lotteryEntryDays: 3, revealHours: 48, minimumContributions: 2 },
    basis: ownDefault(
      'ZZ-S1.12',
      '抽取依次使用截止后10分钟起的首轮公共随机信标（等候24小时）、次日起首期公开开奖号码（3日内由两人录入）、机构公开的随机数（48小时，至少2家）',
      'A draw uses the first beacon round due 10 minutes after closing (waited for 24 hours), else the first public lottery drawing from the next day on (entered by two people within 3 days), else what bidders reveal (48 hours, two at least)',
    ),
    isUnderLegalReview: false,
  },
}

/** The first rules of selections kept here. */
export const ZZ_SELECTION_1: SelectionRuleSet = {
  version: 'ZZ-SELECTION-1',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  legalBasis: Object.values(parameters).map((parameter: RuleParameter<unknown>) => parameter.basis),
  parameters,
}

/** Every version of the selection rules, in force or past. A round keeps to the version it was announced under. */
export const selectionRuleSets: readonly SelectionRuleSet[] = [ZZ_SELECTION_1]

/** The rules a round was announced under. */
export function selectionRules(version: string): SelectionRuleSet {
  const found = selectionRuleSets.find((ruleSet) => ruleSet.version === version)
  if (!found) throw new Error(`no selection rules ${version}`)
  return found
}
