import { describe, expect, it, test } from 'vitest'
import { variantOf, zzTolerance1 } from '#domain/commitments/tolerance-rules.fixture.ts'
import type { AcceptanceRequest } from './acceptance-request.ts'
import { allowedModes } from './allowed-modes.ts'
import { decideException } from './mode-exception.ts'
import type { WantedException } from './mode-exception.ts'

const request: AcceptanceRequest = {
  item: { kind: 'IMMEDIATE', promisedWorkingDays: 3, isExcludedFromHandling: false },
  materials: [
    { seq: 1, isEssential: true, isIdentityMatter: false, presence: 'PRESENT' },
    { seq: 2, isEssential: false, isIdentityMatter: false, presence: 'MISSING' },
  ],
  bars: [],
  dishonestyEntries: [],
  on: '2026-03-04',
}
const barred: AcceptanceRequest = {
  ...request,
  bars: [
    {
      ...{ kind: 'TOLERANT_ACCEPTANCE', from: '2026-01-01', until: null, reasonCode: 'LISTED_CUMULATIVE_MISSES', clause: '三(六)' },
      ...{ ruleSetVersion: 'ZZ-TOLERANCE-1', sourceId: null, isHold: false },
    },
  ],
}
const wanted = { mode: 'TOLERANT_ACCEPTANCE', refusalCode: 'ITEM_IMMEDIATE' } as const satisfies WantedException
const providing = variantOf({ modeExceptions: [wanted] })
const allowed = (of: AcceptanceRequest, rules: typeof zzTolerance1, granted: readonly WantedException[]) =>
  allowedModes(of, rules, granted).find(({ mode }) => mode === 'TOLERANT_ACCEPTANCE')

describe('a manager’s exception', () => {
  it('is possible nowhere by our default, and one that was granted has no effect', () => {
    const decisions = allowedModes(request, zzTolerance1)
    expect(decideException(wanted, decisions, zzTolerance1)).toEqual({ ok: false, refusal: { code: 'EXCEPTION_NOT_PROVIDED', ...wanted } })
    expect(allowed(request, zzTolerance1, [wanted])).toMatchObject({ isAllowed: false, reasons: [{ code: 'ITEM_IMMEDIATE' }] })
  })

  it('sets aside the one reason the rules name, and no other', () => {
    expect(decideException(wanted, allowedModes(request, providing), providing)).toEqual({ ok: true, value: wanted })
    expect(allowed(request, providing, [wanted])).toMatchObject({ isAllowed: true, materials: [2] })
    expect(allowed(barred, providing, [wanted])).toMatchObject({ isAllowed: false, reasons: [{ code: 'BARRED' }] })
  })

  it('is none where the reason doesn’t stand in the way', () => {
    const committed = { ...request, item: { ...request.item, kind: 'COMMITTED' as const } }
    expect(decideException(wanted, allowedModes(committed, providing), providing)).toMatchObject({
      refusal: { code: 'EXCEPTION_NOT_NEEDED' },
    })
  })

  test.each(['BARRED', 'DISHONESTY_ENTRY'])('never lifts the credit gate: %s', (refusalCode) => {
    const gate = { mode: 'TOLERANT_ACCEPTANCE', refusalCode } as const
    expect(decideException(gate, allowedModes(barred, providing), providing)).toMatchObject({ refusal: { code: 'EXCEPTION_NOT_PROVIDED' } })
    expect(allowed(barred, providing, [gate])?.isAllowed).toBe(false)
  })
})
