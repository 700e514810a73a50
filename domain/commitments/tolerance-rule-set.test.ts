import { describe, expect, it, test } from 'vitest'
import { toleranceRuleSetOn, toleranceRuleSets } from './tolerance-rule-set.ts'
import { zzTolerance1 } from './tolerance-rules.fixture.ts'

describe('R1: the rules are data with their basis', () => {
  it('ZZ-TOLERANCE-1 is in force from 2026-01-01', () => {
    expect(toleranceRuleSetOn('2026-01-01')).toMatchObject({ ok: true, value: { version: 'ZZ-TOLERANCE-1' } })
    expect(toleranceRuleSetOn('2025-12-31')).toMatchObject({ ok: false, refusal: { code: 'NO_RULE_SET_IN_FORCE' } })
  })

  test.each([
    ['003 三(六)', 'missesToList', 3, 'S'],
    ['003 三(六)', 'isUntrueListed', true, 'S'],
    ['003 三(六)', 'acceptanceBarYears', 1, 'S'],
    ['003 三(六)', 'isHandlingBarredForLife', true, 'S'],
    ['003 三(六)', 'isEssentialMaterialRequired', true, 'S'],
    ['003 三(六)', 'isImmediateItemExcludedFromAcceptance', true, 'S'],
    ['003 三(六)', 'isHandlingForIdentityOnly', true, 'S'],
    ['行政许可法 art. 32(4), 82', 'correctionNoticeWorkingDays', 5, 'F'],
    ['安阳 art. 25', 'isSensitiveFieldExcludedFromHandling', true, 'F'],
    ['安阳 art. 29', 'isDishonestyGateClosed', true, 'F'],
    ['promised limit', 'supplementLimit', 'PROMISED_TIME_LIMIT', 'E'],
    ['our default', 'isMissesConsumedByListing', false, 'D'],
    ['our default', 'isHoldPlacedAtTrigger', true, 'D'],
    ['our default', 'onMiss', 'REFUSE', 'D'],
    ['our default', 'isRejectedMaterialMissing', true, 'D'],
    ['our default', 'isExtensionAllowedOnce', true, 'D'],
    ['our default', 'canRepairEndBars', false, 'D'],
    ['our default', 'isImmediateItemExcludedFromHandling', false, 'D'],
    ['our default', 'publicityWorkingDays', 5, 'D'],
    ['our default', 'publicityAnswerWorkingDays', 5, 'D'],
    ['our default', 'reminderDaysAhead', [5, 3, 1, 0], 'D'],
    ['our default', 'pauseWorkingDays', { SUPPLEMENT: 20, EXPERT_REVIEW: 30, PUBLICITY: 20 }, 'D'],
    ['our default', 'isEachPauseCauseOnce', true, 'D'],
    ['our default', 'modeExceptions', [], 'D'],
  ] as const)('%s: %s is %s, evidence %s', (_, name, value, evidence) =>
    expect(zzTolerance1.parameters[name]).toMatchObject({ value, basis: { evidence } }),
  )

  it('the lifetime bar is flagged for legal review', () =>
    expect(zzTolerance1.parameters.isHandlingBarredForLife.isUnderLegalReview).toBe(true))

  it('every default of ours says so in both languages, and every basis can be printed', () => {
    for (const { basis } of toleranceRuleSets.flatMap((rules) => Object.values(rules.parameters))) {
      expect([basis.instrument, basis.clause, basis.textZh, basis.textEn].every((text) => text.length > 0)).toBe(true)
      expect(basis.textZh.includes('平台默认参数')).toBe(basis.evidence === 'D')
      expect(basis.textEn.includes('our own default')).toBe(basis.evidence === 'D')
    }
  })
})
