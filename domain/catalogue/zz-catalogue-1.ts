import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { LegalBasis, RuleParameter } from '#domain/kernel/rule-set.ts'
import type { CatalogueParameters, CatalogueRuleSet, StepRule, StepTaker } from './catalogue-rule-set.ts'

const ownDefault = ownDefaultsOf('信选清单调整默认规则 ZZ-CATALOGUE-1')

/** 001 三(二)5: who does what on which route. */
const routeBasis = (textZh: string, textEn: string): LegalBasis => ({
  instrument: '上政文〔2016〕31号',
  clause: '三(二)5',
  textZh,
  textEn,
  evidence: 'S',
})

const fiveSteps: LegalBasis = {
  instrument: '郑交法〔2017〕131号',
  clause: '二(四)11',
  textZh: '通过申请、转办、审核、审议和公布5个环节规范运行清单的动态调整',
  textEn: 'Adjustment runs through application, referral, examination, deliberation and publication',
  evidence: 'S',
}

const step = (by: StepTaker, basis: LegalBasis, isDocumentRequired = false): StepRule => ({ by, isDocumentRequired, basis })

const byDistrict = routeBasis(
  '因机构改革和职能调整的，由责任单位向区政务服务改革管理办公室提出申请，由其在清单中调整',
  'On a change of organisation or duties the agency applies to the district reform office, which adjusts the catalogue',
)
const byCity = routeBasis(
  '因法律法规规章立、改、废的，经市政务服务改革管理办公室审核',
  'On a change of law the city reform office examines the application',
)
const byMeeting = routeBasis(
  '因法律法规规章立、改、废的，区政务服务改革管理办公室提交区政府常务会议审定',
  'On a change of law the district reform office puts it before the executive meeting, which decides',
)
const filing = routeBasis('报市政务服务改革管理办公室备案', 'It is filed with the city reform office')

const routes: CatalogueRuleSet['routes'] = {
  ORGANISATIONAL: {
    APPLICATION: step('APPLYING_AGENCY', byDistrict),
    REFERRAL: step('OFFICE', fiveSteps),
    EXAMINATION: step('OFFICE', byDistrict),
    DELIBERATION: step('OFFICE', fiveSteps, true),
    PUBLICATION: step('OFFICE', byDistrict, true),
    FILING: step('CITY_OFFICE', filing, true),
  },
  CHANGE_OF_LAW: {
    APPLICATION: step('APPLYING_AGENCY', byMeeting),
    REFERRAL: step('OFFICE', fiveSteps),
    EXAMINATION: step('CITY_OFFICE', byCity),
    DELIBERATION: step('OFFICE', byMeeting, true),
    PUBLICATION: step('OFFICE', fiveSteps, true),
    FILING: null,
  },
}

const parameters: CatalogueParameters = {
  separations: {
    value: [
      ['APPLICATION', 'REFERRAL'],
      ['APPLICATION', 'EXAMINATION'],
      ['APPLICATION', 'DELIBERATION'],
      ['APPLICATION', 'PUBLICATION'],
      ['APPLICATION', 'FILING'],
      ['APPLICATION', 'RETURN'],
      ['APPLICATION', 'REJECTION'],
      ['EXAMINATION', 'PUBLICATION'],
      ['PUBLICATION', 'FILING'],
    ],
    basis: ownDefault(
      'ZZ-C1.1',
      '申请人不办理其后各环节，审核人不办理公布，公布人不办理备案',
      'Who applied takes no later step; who examined does not publish; who published does not file',
    ),
    isUnderLegalReview: false,
  },
  engagementAfterCancellation: {
    value: 'RUNS_TO_ITS_END',
    basis: ownDefault(
      'ZZ-C1.2',
      '事项取消前已成立的委托按原约定履行完毕，或者由委托人决定终止',
      'Engagements made before a cancellation run to their end on their terms, unless the client ends them',
    ),
    isUnderLegalReview: true,
  },
  isOneRunningChangePerItem: {
    value: true,
    basis: ownDefault('ZZ-C1.3', '同一事项同时只办理一件调整申请', 'One adjustment of an item at a time'),
    isUnderLegalReview: false,
  },
  isBaseVersionRequired: {
    value: true,
    basis: ownDefault(
      'ZZ-C1.4',
      '申请所依据的事项版本已被更新的，退回后重新申请，不予公布',
      'A proposal written against a version that was replaced is returned, not published',
    ),
    isUnderLegalReview: false,
  },
}

/** The first rules of adjustment kept here. They cover the whole time the catalogue is kept (from its first edition). */
export const ZZ_CATALOGUE_1: CatalogueRuleSet = {
  version: 'ZZ-CATALOGUE-1',
  effectiveFrom: '2024-01-01',
  effectiveTo: null,
  legalBasis: [
    fiveSteps,
    byDistrict,
    byCity,
    byMeeting,
    filing,
    ...Object.values(parameters).map((parameter: RuleParameter<unknown>) => parameter.basis),
  ],
  routes,
  parameters,
}

/** Every version of the rules of adjustment, in force or past. */
export const catalogueRuleSets: readonly CatalogueRuleSet[] = [ZZ_CATALOGUE_1]
