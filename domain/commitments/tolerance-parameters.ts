import type { RuleParameter } from '#domain/kernel/rule-set.ts'
import type { IntakeParameters } from './intake-parameters.ts'
import type { TrackingParameters } from './tracking-parameters.ts'

/** What a missed case itself suffers: refused 不予审批, deemed withdrawn 视为撤回, or its acceptance revoked 撤销受理. */
export type OnMiss = 'REFUSE' | 'WITHDRAWN' | 'REVOKE_ACCEPTANCE'

/** The parameters of deficiency-tolerant acceptance and tolerant handling (rulebook R1), each with its own basis. */
export interface ToleranceParameters extends TrackingParameters, IntakeParameters {
  /** So many cumulative misses lead to the dishonesty list. */
  readonly missesToList: RuleParameter<number>
  /** One untrue commitment leads there at once. */
  readonly isUntrueListed: RuleParameter<boolean>
  readonly acceptanceBarYears: RuleParameter<number>
  readonly isHandlingBarredForLife: RuleParameter<boolean>
  /** False: after the bar one more miss lists again. True: as many new ones as the first time. */
  readonly isMissesConsumedByListing: RuleParameter<boolean>
  /** True: only a decision of another officer lists; until then a hold. */
  readonly isHoldPlacedAtTrigger: RuleParameter<boolean>
  /** Whether a granted credit repair ends both bars. */
  readonly canRepairEndBars: RuleParameter<boolean>
  readonly onMiss: RuleParameter<OnMiss>
  /** A rejected material counts as missing unless a second due day was set. */
  readonly isRejectedMaterialMissing: RuleParameter<boolean>
  readonly isExtensionAllowedOnce: RuleParameter<boolean>
  /** How far the promised day may lie: the item's promised time limit, in working days from the day after acceptance. */
  readonly supplementLimit: RuleParameter<'PROMISED_TIME_LIMIT'>
  /** Tolerance is for missing or flawed non-essential materials only. */
  readonly isEssentialMaterialRequired: RuleParameter<boolean>
  readonly isImmediateItemExcludedFromAcceptance: RuleParameter<boolean>
  readonly isImmediateItemExcludedFromHandling: RuleParameter<boolean>
  /** Handling covers identity and personal relations that the state's own files can't prove, and nothing else. */
  readonly isHandlingForIdentityOnly: RuleParameter<boolean>
  /** Items of sensitive fields are not handled on a commitment. */
  readonly isSensitiveFieldExcludedFromHandling: RuleParameter<boolean>
  /** An unrepaired dishonesty entry closes both modes; entries of this procedure bring their own bars instead. */
  readonly isDishonestyGateClosed: RuleParameter<boolean>
  /** Working days within which the correction notice goes out; later, the case counts as accepted when filed. */
  readonly correctionNoticeWorkingDays: RuleParameter<number>
}
