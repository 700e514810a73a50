import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { LegalBasis } from '#domain/kernel/rule-set.ts'
import type { EngagementSide } from './contract.ts'
import type { EngagementState } from './engagement.ts'

/** Why an engagement ends before its result is there 终止事由. */
export const terminationCauses = [
  'MUTUAL',
  'FORCE_MAJEURE',
  'REFUSED_PERFORMANCE',
  'DELIVERY_OVERDUE',
  'FUNDAMENTAL_BREACH',
  'OWNER_DISCRETION',
  'INTERMEDIARY_LISTED',
  'ITEM_CANCELLED',
  'NO_CONTRACT',
] as const
export type TerminationCause = (typeof terminationCauses)[number]

/** What must be true besides, as the record shows it; what is no matter of record is said in the reasons and may be disputed. */
export type TerminationCondition =
  'CONTRACT' | 'NO_CONTRACT_IN_TIME' | 'LATE_BEYOND_LIMIT' | 'FIRM_LISTED' | 'ITEM_IS_CANCELLED' | 'NOT_DELIVERED'

export interface TerminationRule {
  readonly sides: readonly EngagementSide[]
  readonly only: readonly TerminationCondition[]
  /** The other side has to agree. */
  readonly needsConsent: boolean
  readonly basis: LegalBasis
}

const civilCode = (clause: string, textZh: string, textEn: string): LegalBasis => ({
  instrument: '民法典',
  clause,
  textZh,
  textEn,
  evidence: 'E',
})
const zhengzhou = (textZh: string, textEn: string): LegalBasis => ({
  instrument: '郑州市深化行政审批制度改革文件（2018-02-27）',
  clause: '三(三)',
  textZh,
  textEn,
  evidence: 'S',
})
const ownDefault = ownDefaultsOf('信选委托履行默认规则 ZZ-ENGAGEMENT-1')

const both: readonly EngagementSide[] = ['OWNER', 'INTERMEDIARY']

/** Who may end an engagement for which cause, under which conditions, and by which clause. */
export const terminationRules: Readonly<Record<TerminationCause, TerminationRule>> = {
  MUTUAL: {
    sides: both,
    only: [],
    needsConsent: true,
    basis: civilCode('第五百六十二条', '当事人协商一致，可以解除合同', 'The parties may end the contract by agreement'),
  },
  FORCE_MAJEURE: {
    sides: both,
    only: ['CONTRACT'],
    needsConsent: false,
    basis: civilCode('第五百六十三条第一款第一项', '因不可抗力致使不能实现合同目的', 'Force majeure defeats the purpose of the contract'),
  },
  REFUSED_PERFORMANCE: {
    sides: both,
    only: ['CONTRACT'],
    needsConsent: false,
    basis: civilCode(
      '第五百六十三条第一款第二项',
      '履行期限届满前，对方明确表示或者以行为表明不履行主要债务',
      'Before the time is up the other side says or shows that it won’t perform',
    ),
  },
  DELIVERY_OVERDUE: {
    sides: ['OWNER'],
    only: ['CONTRACT', 'NOT_DELIVERED', 'LATE_BEYOND_LIMIT'],
    needsConsent: false,
    basis: civilCode(
      '第五百六十三条第一款第三项',
      '对方迟延履行主要债务，经催告后在合理期限内仍未履行；本平台以逾期超过10个工作日为准（平台默认）',
      'The other side is late and does not perform within reasonable time; here: more than 10 working days late (our own default)',
    ),
  },
  FUNDAMENTAL_BREACH: {
    sides: both,
    only: ['CONTRACT'],
    needsConsent: false,
    basis: civilCode(
      '第五百六十三条第一款第四项',
      '对方有其他违约行为致使不能实现合同目的',
      'Another breach of the other side defeats the purpose of the contract',
    ),
  },
  OWNER_DISCRETION: {
    sides: ['OWNER'],
    only: ['NOT_DELIVERED'],
    needsConsent: false,
    basis: civilCode(
      '第七百八十七条',
      '定作人在承揽人完成工作前可以随时解除合同，造成损失的应当赔偿',
      'The client may end the contract at any time before the work is done, and makes good the loss',
    ),
  },
  INTERMEDIARY_LISTED: {
    sides: ['OWNER'],
    only: ['NOT_DELIVERED', 'FIRM_LISTED'],
    needsConsent: false,
    basis: zhengzhou('列入黑名单的中介机构不得从事行政审批中介服务', 'A blacklisted institution may not provide the services of approvals'),
  },
  ITEM_CANCELLED: {
    sides: both,
    only: ['NOT_DELIVERED', 'ITEM_IS_CANCELLED'],
    needsConsent: false,
    basis: zhengzhou('已取消的中介服务事项，不得再要求提供', 'A service that was cancelled may not be demanded any more'),
  },
  NO_CONTRACT: {
    sides: both,
    only: ['NO_CONTRACT_IN_TIME'],
    needsConsent: false,
    basis: ownDefault(
      'ZZ-E1.3',
      '选取后30日内未订立合同的，任何一方可以终止委托',
      'Without a contract within 30 days of the choice either side may end the engagement',
    ),
  },
}

/** What the record says of an engagement that somebody wants to end. `lateWorkingDays` is counted up to today while nothing is delivered. */
export interface TerminableEngagement {
  readonly state: EngagementState
  readonly hasContract: boolean
  readonly contractDueOn: CalendarDay
  readonly today: CalendarDay
  readonly lateWorkingDays: number
  readonly lateViolationWorkingDays: number
  readonly isFirmListed: boolean
  readonly isItemCancelled: boolean
  /** Who proposed to end it by agreement, while the other side has not answered. */
  readonly proposedBySide: EngagementSide | null
  /** An accepted result has been paid work: nothing is left to end. */
  readonly isAccepted: boolean
}

export type TerminationRefusal =
  | { readonly code: 'ENGAGEMENT_WRONG_STATE'; readonly state: EngagementState; readonly allowed: readonly EngagementState[] }
  | { readonly code: 'TERMINATION_NOT_YOURS'; readonly cause: TerminationCause }
  | { readonly code: 'TERMINATION_NOT_MET'; readonly cause: TerminationCause; readonly missing: readonly TerminationCondition[] }
  | { readonly code: 'TERMINATION_PROPOSED' }
  | { readonly code: 'NO_TERMINATION_PROPOSAL' }
  | { readonly code: 'OWN_PROPOSAL' }
  | { readonly code: 'RESULT_ACCEPTED' }

const isMet: Readonly<Record<TerminationCondition, (on: TerminableEngagement) => boolean>> = {
  CONTRACT: ({ hasContract }) => hasContract,
  NO_CONTRACT_IN_TIME: ({ hasContract, contractDueOn, today }) => !hasContract && today > contractDueOn,
  LATE_BEYOND_LIMIT: ({ lateWorkingDays, lateViolationWorkingDays }) => lateWorkingDays > lateViolationWorkingDays,
  FIRM_LISTED: ({ isFirmListed }) => isFirmListed,
  ITEM_IS_CANCELLED: ({ isItemCancelled }) => isItemCancelled,
  NOT_DELIVERED: ({ state }) => state === 'ACTIVE',
}

/** Whether the side may end the engagement for this cause; `isEnded` is false where the other side has to agree first. */
export function decideTermination(
  engagement: TerminableEngagement,
  { side, cause }: { readonly side: EngagementSide; readonly cause: TerminationCause },
): Result<{ readonly isEnded: boolean }, TerminationRefusal> {
  const { state } = engagement
  if (state !== 'ACTIVE' && state !== 'DELIVERED')
    return refuse({ code: 'ENGAGEMENT_WRONG_STATE', state, allowed: ['ACTIVE', 'DELIVERED'] })
  if (engagement.isAccepted) return refuse({ code: 'RESULT_ACCEPTED' })
  const rule = terminationRules[cause]
  if (!rule.sides.includes(side)) return refuse({ code: 'TERMINATION_NOT_YOURS', cause })
  const missing = rule.only.filter((condition) => !isMet[condition](engagement))
  if (missing.length > 0) return refuse({ code: 'TERMINATION_NOT_MET', cause, missing })
  if (!rule.needsConsent) return ok({ isEnded: true })
  return engagement.proposedBySide === null ? ok({ isEnded: false }) : refuse({ code: 'TERMINATION_PROPOSED' })
}

/** Whether the side may answer the other's proposal to end by agreement, or take its own one back. */
export function decideTerminationAnswer(
  engagement: TerminableEngagement,
  { side, isAgreed }: { readonly side: EngagementSide; readonly isAgreed: boolean },
): Result<{ readonly isEnded: boolean }, TerminationRefusal> {
  const { state, proposedBySide } = engagement
  if (state !== 'ACTIVE' && state !== 'DELIVERED')
    return refuse({ code: 'ENGAGEMENT_WRONG_STATE', state, allowed: ['ACTIVE', 'DELIVERED'] })
  if (proposedBySide === null) return refuse({ code: 'NO_TERMINATION_PROPOSAL' })
  if (isAgreed && proposedBySide === side) return refuse({ code: 'OWN_PROPOSAL' })
  return ok({ isEnded: isAgreed })
}

/** The causes for which the side could end it now. */
export const causesOpenTo = (engagement: TerminableEngagement, side: EngagementSide): readonly TerminationCause[] =>
  terminationCauses.filter((cause) => decideTermination(engagement, { side, cause }).ok)
