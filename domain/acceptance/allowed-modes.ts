import type { ToleranceRuleSet } from '#domain/commitments/tolerance-rule-set.ts'
import { barsOn } from '#domain/credit/bar.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import type { RuleParameter } from '#domain/kernel/rule-set.ts'
import type { AcceptanceMode, AcceptanceRequest, SubmittedMaterial, TolerantMode } from './acceptance-request.ts'
import { exceptionsInForce } from './mode-exception.ts'
import type { WantedException } from './mode-exception.ts'
import type { ModeDecision, ModeRefusal, ModeRefusalCode, ModeRequirement, RefusalFacts } from './mode-decision.ts'

// One instance per code of the union; the cast is checked by the mapped type of `facts`.
function reason<Code extends ModeRefusalCode>(code: Code, rule: RuleParameter<unknown>, facts: RefusalFacts[Code]): ModeRefusal {
  return { code, clause: citeBasis(rule.basis), facts } as ModeRefusal
}

const seqsOf = (materials: readonly SubmittedMaterial[]) => materials.map((material) => material.seq)

/** The credit gate (R1.5): bars and holds on the mode, and unrepaired entries from elsewhere. */
function gateReasons(mode: TolerantMode, request: AcceptanceRequest, rules: ToleranceRuleSet): readonly ModeRefusal[] {
  const { isDishonestyGateClosed } = rules.parameters
  const barred = barsOn(request.bars, mode, request.on).map(({ from, until, reasonCode, isHold, sourceId, clause }): ModeRefusal => ({
    code: 'BARRED',
    clause,
    facts: { from, until, reasonCode, isHold, sourceId },
  }))
  const listed = request.dishonestyEntries
    .filter((entry) => isDishonestyGateClosed.value && !entry.isFromBrokenCommitments)
    .filter((entry) => entry.from <= request.on && (entry.endedOn === null || request.on < entry.endedOn))
    .map((entry) => reason('DISHONESTY_ENTRY', isDishonestyGateClosed, { entryId: entry.entryId, from: entry.from }))
  return [...barred, ...listed]
}

/** R1.1 and R1.2: everything essential is there, only the rest is missing or flawed, and the item is no immediate one. */
function acceptanceReasons(request: AcceptanceRequest, lacking: readonly SubmittedMaterial[], rules: ToleranceRuleSet): ModeRefusal[] {
  const { isEssentialMaterialRequired, isImmediateItemExcludedFromAcceptance, supplementLimit } = rules.parameters
  const { kind, promisedWorkingDays } = request.item
  const reasons: ModeRefusal[] = []
  if (lacking.length === 0) reasons.push(reason('NOTHING_MISSING', isEssentialMaterialRequired, {}))
  if (kind === 'IMMEDIATE' && isImmediateItemExcludedFromAcceptance.value) {
    reasons.push(reason('ITEM_IMMEDIATE', isImmediateItemExcludedFromAcceptance, {}))
  } else if (promisedWorkingDays < 1) {
    // The due day comes after the receipt day and within the limit: there is none.
    reasons.push(reason('NO_TIME_TO_SUPPLY', supplementLimit, { promisedWorkingDays }))
  }
  const essential = lacking.filter((material) => material.isEssential)
  if (essential.length > 0 && isEssentialMaterialRequired.value) {
    reasons.push(reason('ESSENTIAL_MATERIAL_MISSING', isEssentialMaterialRequired, { materials: seqsOf(essential) }))
  }
  return reasons
}

/** R1.3: what is lacking concerns identity or personal relations, the state's files can't prove it, and the field is open to it. */
function handlingReasons(request: AcceptanceRequest, lacking: readonly SubmittedMaterial[], rules: ToleranceRuleSet): ModeRefusal[] {
  const { isHandlingForIdentityOnly, isSensitiveFieldExcludedFromHandling, isImmediateItemExcludedFromHandling } = rules.parameters
  const reasons: ModeRefusal[] = []
  const others = lacking.filter((material) => !material.isIdentityMatter)
  const identity = lacking.filter((material) => material.isIdentityMatter)
  const provable = identity.filter((material) => material.isProvableByStateFiles === true)
  if (lacking.length === 0) reasons.push(reason('NOTHING_MISSING', isHandlingForIdentityOnly, {}))
  else if (isHandlingForIdentityOnly.value) {
    if (identity.length === 0) reasons.push(reason('NO_IDENTITY_MATTER', isHandlingForIdentityOnly, { materials: seqsOf(others) }))
    else if (others.length > 0) reasons.push(reason('OTHER_MATERIAL_MISSING', isHandlingForIdentityOnly, { materials: seqsOf(others) }))
    if (provable.length > 0) reasons.push(reason('PROVABLE_BY_STATE_FILES', isHandlingForIdentityOnly, { materials: seqsOf(provable) }))
  }
  if (request.item.kind === 'IMMEDIATE' && isImmediateItemExcludedFromHandling.value) {
    reasons.push(reason('ITEM_IMMEDIATE', isImmediateItemExcludedFromHandling, {}))
  }
  if (request.item.isExcludedFromHandling && isSensitiveFieldExcludedFromHandling.value) {
    reasons.push(reason('ITEM_EXCLUDED', isSensitiveFieldExcludedFromHandling, {}))
  }
  return reasons
}

/**
 * Which modes the law allows for this application, each with every reason against it (rulebook R1 items 1 to 5). One of NORMAL
 * and CORRECTION_NOTICE is always allowed: that is the lawful way when tolerance is refused or not wanted.
 * @param granted reasons that a manager set aside; those the rules don't provide for stay reasons
 */
export function allowedModes(
  request: AcceptanceRequest,
  rules: ToleranceRuleSet,
  granted: readonly WantedException[] = [],
): readonly ModeDecision[] {
  const lacking = request.materials.filter((material) => material.presence !== 'PRESENT')
  const { correctionNoticeWorkingDays } = rules.parameters
  const setAside = exceptionsInForce(granted, rules)
  const decide = (mode: AcceptanceMode, found: readonly ModeRefusal[], requires: readonly ModeRequirement[]): ModeDecision => {
    const reasons = found.filter(({ code }) => !setAside.some((one) => one.mode === mode && one.refusalCode === code))
    const isAllowed = reasons.length === 0
    return { mode, isAllowed, reasons, requires: isAllowed ? requires : [], materials: isAllowed ? seqsOf(lacking) : [] }
  }
  const incomplete = [reason('MATERIALS_INCOMPLETE', correctionNoticeWorkingDays, { materials: seqsOf(lacking) })]
  const nothingMissing = [reason('NOTHING_MISSING', correctionNoticeWorkingDays, {})]
  return [
    decide('NORMAL', lacking.length > 0 ? incomplete : [], []),
    decide(
      'TOLERANT_ACCEPTANCE',
      [...acceptanceReasons(request, lacking, rules), ...gateReasons('TOLERANT_ACCEPTANCE', request, rules)],
      ['SIGNED_COMMITMENT', 'SUPPLEMENT_DUE_DAY'],
    ),
    decide(
      'TOLERANT_HANDLING',
      [...handlingReasons(request, lacking, rules), ...gateReasons('TOLERANT_HANDLING', request, rules)],
      ['SIGNED_COMMITMENT', 'PUBLICITY'],
    ),
    decide('CORRECTION_NOTICE', lacking.length > 0 ? [] : nothingMissing, ['LIST_OF_EVERYTHING_MISSING']),
  ]
}

/** The way that is open without any tolerance: acceptance of a complete application, else the correction notice. */
export function lawfulFallback(decisions: readonly ModeDecision[]): 'NORMAL' | 'CORRECTION_NOTICE' {
  return decisions.some(({ mode, isAllowed }) => mode === 'NORMAL' && isAllowed) ? 'NORMAL' : 'CORRECTION_NOTICE'
}
