import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ownDefaultsOf, ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { LegalBasis, NoRuleSetInForce, RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'
import { intakeParameters } from './intake-parameters.ts'
import type { ToleranceParameters } from './tolerance-parameters.ts'
import { trackingParameters } from './tracking-parameters.ts'

export interface ToleranceRuleSet extends RuleSet {
  readonly parameters: ToleranceParameters
}

/** Zhengzhou's notice of 2018-02-27 on deepening the reform of administrative approval, clause 三(六). */
const zhengzhouNotice: LegalBasis = {
  instrument: '郑州市深化行政审批制度改革文件（2018-02-27）',
  clause: '三(六)',
  textZh:
    '主要申报材料齐全且符合法定形式、非关键性材料有欠缺或瑕疵的事项（即办件除外），申请人书面承诺限期补齐的先予受理；涉及申请人身份及人身关系、国家已有档案材料不能证明的，申请人承诺并公示的先予办理。累计满3次未按时补齐或者承诺不实的，列入失信名单，一年内不再适用容缺受理，终生不再适用容缺办理。',
  textEn:
    'Where the essential materials are complete and in legal form and others are missing or flawed (immediate items excepted), the case is accepted on a written promise to supply them by a date; matters of identity and personal relations that state files cannot prove are handled on a published promise. Three cumulative misses or one untrue promise lead to the dishonesty list: no tolerant acceptance for one year, no tolerant handling for life.',
  evidence: 'S',
}

const licensingLaw32: LegalBasis = {
  instrument: '行政许可法',
  clause: '第三十二条第一款第（四）项、第八十二条',
  textZh:
    '材料不齐全或者不符合法定形式的，应当当场或者在五个工作日内一次告知需要补正的全部内容，逾期不告知的，自收到申请材料之日起即为受理。',
  textEn:
    'Where materials are incomplete or not in legal form, everything to be corrected is told at once or within five working days; otherwise the application counts as accepted on the day it was received.',
  evidence: 'F',
}

const anyang = (clause: string, textZh: string, textEn: string): LegalBasis => ({
  instrument: '安阳市告知承诺制规定（参照）',
  clause,
  textZh,
  textEn,
  evidence: 'F',
})

const promisedLimit: LegalBasis = {
  instrument: '各地容缺受理办法（节录，参照）',
  clause: '承诺期限',
  textZh: '补正期限不超过该事项的承诺办结时限，自受理次日起按工作日计算',
  textEn: 'The promised day lies within the promised time limit of the item, in working days from the day after acceptance',
  evidence: 'E',
}

const ownDefault = ownDefaultsOf('信选容缺默认规则 ZZ-TOLERANCE-1')

const founded = <T>(value: T, basis: LegalBasis): RuleParameter<T> => ({ value, basis, isUnderLegalReview: false })
const underReview = <T>(value: T, basis: LegalBasis): RuleParameter<T> => ({ value, basis, isUnderLegalReview: true })

const parameters: ToleranceParameters = {
  missesToList: founded(3, zhengzhouNotice),
  isUntrueListed: founded(true, zhengzhouNotice),
  acceptanceBarYears: founded(1, zhengzhouNotice),
  // A lifetime bar from a city notice sits badly with the general right to credit repair.
  isHandlingBarredForLife: underReview(true, zhengzhouNotice),
  isMissesConsumedByListing: founded(
    false,
    ownDefault(
      'T.1',
      '“累计”按字面理解：一年期满后再有一次未履行即再次列入',
      '"Cumulative" read literally: after the year one more miss lists again',
    ),
  ),
  isHoldPlacedAtTrigger: founded(
    true,
    ownDefault(
      'T.2',
      '满三次时先行暂停两种方式，经另一名人员决定后方可列入',
      'At the third miss both modes are held; only a decision by another officer lists',
    ),
  ),
  canRepairEndBars: underReview(false, ownDefault('T.3', '信用修复不提前终止限制', 'Credit repair does not end the bars early')),
  onMiss: founded('REFUSE', ownDefault('T.4', '逾期未补齐的，对该办件不予审批', 'The case whose promise was missed is refused')),
  isRejectedMaterialMissing: founded(
    true,
    ownDefault(
      'T.5',
      '补交材料经审查退回且未另定期限的，视为未补交',
      'A rejected material counts as missing unless a second due day was set',
    ),
  ),
  isExtensionAllowedOnce: founded(true, ownDefault('T.6', '期限届满日之前可延期一次', 'One extension, before the due day')),
  supplementLimit: founded('PROMISED_TIME_LIMIT', promisedLimit),
  isEssentialMaterialRequired: founded(true, zhengzhouNotice),
  isImmediateItemExcludedFromAcceptance: founded(true, zhengzhouNotice),
  isImmediateItemExcludedFromHandling: founded(
    false,
    ownDefault('T.7', '“即办件除外”仅限定容缺受理', 'The exception of immediate items is read as one of tolerant acceptance only'),
  ),
  isHandlingForIdentityOnly: founded(true, zhengzhouNotice),
  isSensitiveFieldExcludedFromHandling: founded(
    true,
    anyang(
      '第二十五条',
      '涉及国家安全、国家秘密、公共安全、金融业审慎监管、生态环境保护，直接关系人身健康、生命财产安全的，不适用',
      'National security, secrets, public safety, prudential finance, ecological environment, human health, life and property are excluded',
    ),
  ),
  isDishonestyGateClosed: founded(
    true,
    anyang('第二十九条', '有严重不良信用记录且未修复的，修复前不适用', 'With an unrepaired record of dishonesty, not before repair'),
  ),
  correctionNoticeWorkingDays: founded(5, licensingLaw32),
  ...intakeParameters,
  ...trackingParameters,
}

/** All versions of the tolerance rules, as data. */
export const toleranceRuleSets: readonly ToleranceRuleSet[] = [
  {
    version: 'ZZ-TOLERANCE-1',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    legalBasis: [zhengzhouNotice, licensingLaw32],
    parameters,
  },
]

/** The tolerance rules in force on the day of the event. */
export function toleranceRuleSetOn(day: CalendarDay): Result<ToleranceRuleSet, NoRuleSetInForce> {
  return ruleSetOn(toleranceRuleSets, day)
}
