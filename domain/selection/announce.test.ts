import { describe, expect, it, test } from 'vitest'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import type { ServiceItem } from '#domain/catalogue/service-item.ts'
import { checkDraft, decideAnnouncement } from './announce.ts'
import type { SelectionDraft, WantedTimes } from './announce.ts'
import { awardDays } from './award.ts'
import { checkPoolSize } from './close.ts'
import type { Criterion } from './criteria.ts'
import { canonicalPool, freezePool } from './pool.ts'
import { answerDue, isPublicityOver, publicityUntil, resumedUntil } from './publicity.ts'
import { mayChooseDirectly, nextRound } from './re-announce.ts'
import { fundSources, selectionModes } from './selection.ts'
import type { FundSource, SelectionMode } from './selection.ts'
import { closingDueAt } from './sign-up.ts'
import { ZZ_SELECTION_1 } from './zz-selection-1.ts'

const item: ServiceItem = {
  ...{ code: 'ZJ-EIA-001', nameZh: '环境影响评价', status: 'RETAINED', cancelledBy: null, isQualificationRequired: false },
  ...{ approvingAgency: '生态环境部门', feeBasis: 'MARKET', feeUnit: null, referenceSize: 1, feeCeiling: null },
}
const draft: SelectionDraft = { mode: 'RANDOM_DRAW', fundSource: 'STATE', size: null, criteria: [], item }
const now = new Date('2026-09-28T01:00:00Z')
const context = { now, calendar: calendarOf2026, ruleSet: ZZ_SELECTION_1 }
const times = (closes: string, more: Partial<WantedTimes> = {}): WantedTimes => ({
  signUpOpensAt: null,
  signUpClosesAt: new Date(closes),
  opensAt: null,
  ...more,
})

describe('R3: an announcement', () => {
  it.each([
    ['three working days before the holiday', '2026-10-08T02:00:00Z', true],
    ['a second before the third working day', '2026-09-30T15:59:59Z', false],
  ])('Monday before National Day: %s', (_case, closes, isAllowed) => {
    expect(decideAnnouncement(draft, times(closes), context).ok).toBe(isAllowed)
  })

  it.each([
    ['opens in the past', times('2026-10-12T02:00:00Z', { signUpOpensAt: new Date('2026-09-27T00:00:00Z') }), 'SIGN_UP_OPENS_IN_PAST'],
    ['runs into a year without calendar', times('2026-12-31T02:00:00Z'), 'CALENDAR_NOT_LOADED'],
  ])('%s', (_case, wanted, code) => {
    expect(decideAnnouncement(draft, wanted, context)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('quotes are opened at the line at the earliest, and nothing else has an opening', () => {
    const closes = '2026-10-12T02:00:00Z'
    const early = times(closes, { opensAt: new Date('2026-10-12T01:59:59Z') })
    const quoted = { ...draft, mode: 'LOWEST_QUOTE' } as const
    expect(decideAnnouncement(quoted, early, context)).toMatchObject({ refusal: { code: 'OPENING_BEFORE_CLOSING' } })
    expect(decideAnnouncement(quoted, times(closes), context)).toMatchObject({ value: { opensAt: new Date(closes), minimumPool: 3 } })
    expect(decideAnnouncement(draft, early, context)).toMatchObject({ value: { opensAt: null } })
  })
})

describe('R3: a draft', () => {
  const criteria: Criterion[] = [
    { key: 'credit', title: '信用', kind: 'CREDIT', weight: 30 },
    { key: 'plan', title: '方案', kind: 'SCORED', weight: 40 },
    { key: 'quote', title: '报价', kind: 'QUOTE', weight: 30 },
  ]
  const perUnit = { ...item, feeUnit: 'VEHICLE' } as const
  it.each<[string, Partial<SelectionDraft>, string | null]>([
    ['direct choice is not announced', { mode: 'DIRECT' }, 'MODE_NOT_ANNOUNCED'],
    ['a cancelled item is selected for by nobody', { item: { ...item, status: 'CANCELLED' } }, 'ITEM_CANCELLED'],
    ['comparative with its criteria', { mode: 'COMPARATIVE', criteria }, null],
    ['comparative without', { mode: 'COMPARATIVE' }, 'CRITERION_KIND_MISSING'],
    ['a lottery weighs nothing', { criteria }, 'CRITERIA_NOT_USED'],
    ['listed fees by unit need a size', { item: perUnit }, 'SIZE_REQUIRED'],
    ['quotes say their own fee', { item: perUnit, mode: 'LOWEST_QUOTE' }, null],
    ['a size given', { item: perUnit, size: 12 }, null],
  ])('%s', (_case, changes, code) => {
    expect(checkDraft({ ...draft, ...changes })).toMatchObject(code === null ? { ok: true } : { refusal: { code } })
  })
})

describe('R3: fewest bidders by mode and money', () => {
  /** Written apart from the rule set. */
  const fewest: Record<Exclude<SelectionMode, 'DIRECT'>, Record<FundSource, number>> = {
    RANDOM_DRAW: { STATE: 3, MIXED: 3, PRIVATE: 1 },
    LOWEST_QUOTE: { STATE: 3, MIXED: 3, PRIVATE: 1 },
    AVERAGE_PRICE: { STATE: 3, MIXED: 3, PRIVATE: 1 },
    COMPARATIVE: { STATE: 3, MIXED: 3, PRIVATE: 1 },
    CREDIT_SHORTLIST: { STATE: 2, MIXED: 2, PRIVATE: 2 },
  }
  const cases = selectionModes.flatMap((mode) =>
    mode === 'DIRECT' ? [] : fundSources.map((fundSource) => [mode, fundSource, fewest[mode][fundSource]] as const),
  )
  test.each(cases)('%s with %s funds: %d', (mode, fundSource, minimum) => {
    const asked = { mode, fundSource }
    expect(checkPoolSize(minimum, asked, ZZ_SELECTION_1).ok).toBe(true)
    expect(checkPoolSize(minimum - 1, asked, ZZ_SELECTION_1)).toEqual({
      ok: false,
      refusal: { code: 'POOL_TOO_SMALL', found: minimum - 1, minimum },
    })
  })
})

describe('R3: rounds', () => {
  const failed = (round: number, code = 'POOL_TOO_SMALL') => ({ state: 'FAILED', round, failure: { code } }) as const
  it.each([
    ['the first failed round is announced once more', failed(1), 2],
    ['the second is the last', failed(2), null],
    ['a round whose key never came doesn’t count', failed(1, 'SHARE_NOT_RELEASED'), 1],
    ['nor does a second one', failed(2, 'SHARE_NOT_RELEASED'), 2],
  ])('%s', (_case, ended, round) => {
    const next = nextRound(ended, ZZ_SELECTION_1)
    expect(next.ok ? next.value : null).toBe(round)
  })

  it.each<[FundSource, number, string, boolean]>([
    ['PRIVATE', 2, 'POOL_TOO_SMALL', true],
    ['PRIVATE', 1, 'POOL_TOO_SMALL', false],
    ['PRIVATE', 2, 'SHARE_NOT_RELEASED', false],
    ['STATE', 2, 'POOL_TOO_SMALL', false],
    ['MIXED', 2, 'POOL_TOO_SMALL', false],
  ])('%s money after round %d failed for %s: direct choice %s', (fundSource, round, code, isAllowed) => {
    expect(mayChooseDirectly({ ...failed(round, code), fundSource }, ZZ_SELECTION_1)).toBe(isAllowed)
  })
})

describe('R3: days', () => {
  const at = (instant: string) => ({ ...context, now: new Date(instant) })
  it('publicity and answers run three working days, over the holiday', () => {
    expect(publicityUntil(at('2026-09-30T02:00:00Z'))).toEqual({ ok: true, value: '2026-10-10' })
    expect(answerDue(at('2026-09-30T02:00:00Z'))).toEqual({ ok: true, value: '2026-10-10' })
  })

  it('the award may be made from the day after', () => {
    expect(isPublicityOver('2026-10-10', new Date('2026-10-10T15:59:59.999Z'))).toBe(false)
    expect(isPublicityOver('2026-10-10', new Date('2026-10-10T16:00:00Z'))).toBe(true)
    expect(isPublicityOver(null, now)).toBe(false)
  })

  it.each([
    ['two days were left', '2026-11-09T02:00:00Z', '2026-11-11', '2026-11-12T02:00:00Z', '2026-11-16'],
    ['none was left: one is given', '2026-11-11T02:00:00Z', '2026-11-11', '2026-11-12T02:00:00Z', '2026-11-13'],
    ['answered on the same day nothing is lost', '2026-11-09T02:00:00Z', '2026-11-11', '2026-11-09T08:00:00Z', '2026-11-11'],
  ])('resumed: %s', (_case, pausedAt, untilOn, answeredAt, resumed) => {
    expect(resumedUntil(new Date(pausedAt), untilOn, at(answeredAt))).toEqual({ ok: true, value: resumed })
  })

  it('an award gives thirty calendar days for the contract and the promised working days', () => {
    const days = awardDays({ feeFen: 1, promisedWorkingDays: 10 }, at('2026-11-12T02:00:00Z'))
    expect(days).toEqual({ ok: true, value: { contractDueOn: '2026-12-12', deliverDueOn: '2026-11-26' } })
  })

  it('the pool is frozen ninety seconds after the line', () => {
    expect(closingDueAt(new Date('2026-11-05T10:00:00Z'), 90)).toEqual(new Date('2026-11-05T10:01:30Z'))
  })
})

describe('the frozen pool', () => {
  const bidder = (uscc: string) => ({
    ...{ signUpId: `id-${uscc}`, uscc, name: uscc, offeringId: 'o', offeringVersion: 1, feeFen: 1, promisedWorkingDays: 1 },
    ...{ grade: 'N' as const, score: null, signedUpAt: '2026-11-03T02:00:00.000Z', contributionHash: null },
  })
  it('is one text for one set of bidders, whoever came first', () => {
    const codes = ['91410100MADEM0003X', '91410100MADEM00011', '91410100MADEM0002Y']
    const pool = freezePool('XX-2026-000001', now, codes.map(bidder))
    expect(pool.places.map(({ place, uscc }) => [place, uscc])).toEqual(codes.toSorted().map((uscc, index) => [index + 1, uscc]))
    expect(canonicalPool(freezePool('XX-2026-000001', now, codes.toReversed().map(bidder)))).toBe(canonicalPool(pool))
    expect(canonicalPool(pool)).toContain(
      '{"frozenAt":"2026-09-28T01:00:00.000Z","places":[{"contributionHash":null,"feeFen":1,"grade":"N","name":',
    )
  })
})
