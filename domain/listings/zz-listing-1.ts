import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { LegalBasis, RuleParameter } from '#domain/kernel/rule-set.ts'
import type { ListingParameters, ListingRuleSet } from './listing-rule-set.ts'
import { PROCEDURE_1 } from './procedure-parameters.ts'
import { RED_LIST_1 } from './red-list-parameters.ts'
import { REMEDIES_1 } from './remedy-parameters.ts'

const ownDefault = ownDefaultsOf('信选名单管理默认规则 ZZ-LISTING-1')

const zhengzhouBlacklist = (textZh: string, textEn: string): LegalBasis => ({
  instrument: '郑州市深化行政审批制度改革文件（2018-02-27）',
  clause: '三(三)',
  textZh,
  textEn,
  evidence: 'S',
})

const anyangGate: LegalBasis = {
  instrument: '安阳市告知承诺与容缺办理规定',
  clause: '第二十九条',
  textZh: '有未修复失信记录的申请人不适用容缺受理、容缺办理',
  textEn: 'An applicant with an unrepaired dishonesty record gets no tolerance',
  evidence: 'F',
}

const shandongBenefit = (textZh: string, textEn: string): LegalBasis => ({
  instrument: '山东省社会信用条例',
  clause: '第二十六条',
  textZh,
  textEn,
  evidence: 'F',
})

const suspension = ownDefault(
  'ZZ-L1.2',
  '临时暂停为单独作出、说明理由、载明日期的措施，合计不超过30日',
  'An interim suspension is a separate, reasoned, dated measure of 30 days at most in sum',
)

const parameters: ListingParameters = {
  defenceWorkingDays: {
    value: 10,
    basis: ownDefault('ZZ-L1.1', '告知书送达后10个工作日内可陈述申辩', 'Defence may be filed for 10 working days after the notice'),
    isUnderLegalReview: false,
  },
  suspensionMaxDays: { value: 30, basis: suspension, isUnderLegalReview: false },
  listableCategories: {
    value: ['ILLEGAL_FEE', 'FALSE_REPORT', 'IMPROPER_GAIN', 'MARKET_DISRUPTION'],
    basis: {
      instrument: '郑交法〔2017〕131号',
      clause: '二(二)9',
      textZh: '违规收费、出具虚假证明或报告、谋取不正当利益、扰乱市场秩序的机构及个人列入黑名单，限制其提供中介服务',
      textEn: 'Unlawful fees, false certificates or reports, improper gain and market disruption list institutions and individuals',
      evidence: 'S',
    },
    isUnderLegalReview: false,
  },
  publicityWindows: {
    value: {
      MINOR: { minMonths: 0, maxMonths: 3, isNormallyPublished: false },
      GENERAL: { minMonths: 3, maxMonths: 12, isNormallyPublished: true },
      SERIOUS: { minMonths: 12, maxMonths: 36, isNormallyPublished: true },
    },
    basis: {
      instrument: '信用修复管理办法（2026年4月1日起施行）',
      clause: '公示期限',
      textZh: '轻微信息一般不公示、最长3个月；一般信息最短3个月、最长1年；严重信息最短1年、最长3年；自决定文书作出之日起算',
      textEn:
        'Minor: normally unpublished, 3 months at most; general: 3 months to 1 year; serious: 1 to 3 years; from the date of the decision',
      evidence: 'E',
    },
    isUnderLegalReview: false,
  },
  brokenCommitmentsSeverity: {
    value: 'GENERAL',
    basis: ownDefault(
      'ZZ-L1.3',
      '未履行承诺列入失信名单的，按一般失信信息公示',
      'Dishonesty entries after broken commitments are published as general',
    ),
    isUnderLegalReview: true,
  },
  ...PROCEDURE_1,
  ...RED_LIST_1,
  ...REMEDIES_1,
}

const effects: ListingRuleSet['effects'] = {
  BLACKLIST: [
    {
      bars: 'PROVIDE_SERVICES',
      basis: zhengzhouBlacklist(
        '列入黑名单的中介服务机构，限制其在郑州市从事行政审批中介服务',
        'A blacklisted intermediary is kept from approval-intermediary services in Zhengzhou',
      ),
    },
    {
      bars: 'PRESELECTION',
      basis: zhengzhouBlacklist(
        '列入黑名单的不得作为政府投资项目中介服务的预选机构',
        'A blacklisted intermediary is never preselected for government-invested projects',
      ),
    },
  ],
  RED_LIST: [],
  DISHONESTY: [
    { bars: 'TOLERANT_ACCEPTANCE', basis: anyangGate },
    { bars: 'TOLERANT_HANDLING', basis: anyangGate },
  ],
}

const benefits: ListingRuleSet['benefits'] = {
  BLACKLIST: [],
  RED_LIST: [
    {
      benefit: 'TOLERANCE_OFFERED_FIRST',
      basis: shandongBenefit('守信主体优先适用容缺受理', 'Tolerant acceptance is offered first'),
    },
    {
      benefit: 'FEWER_VERIFICATIONS',
      basis: shandongBenefit('守信主体减少核查频次', 'Fewer verifications'),
    },
  ],
  DISHONESTY: [],
}

/** The city's lists and their procedure. */
export const ZZ_LISTING_1: ListingRuleSet = {
  version: 'ZZ-LISTING-1',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  legalBasis: [
    ...Object.values(parameters).map((parameter: RuleParameter<unknown>) => parameter.basis),
    ...[...Object.values(effects), ...Object.values(benefits)].flat().map((effect) => effect.basis),
  ],
  parameters,
  effects,
  benefits,
  suspensionEffects: [{ bars: 'PROVIDE_SERVICES', basis: suspension }],
}

/** Every version of the listing rules, in force or past. */
export const listingRuleSets: readonly ListingRuleSet[] = [ZZ_LISTING_1]
