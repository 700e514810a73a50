import { describe, expect, it } from 'vitest'
import type { Bar } from '#domain/credit/bar.ts'
import type { PoolTerm, PreselectionFacts } from './preselection.ts'
import { checkPreselectable, checkPreselected, poolStateAt } from './preselection.ts'

const now = new Date('2026-11-20T02:00:00Z')
const pool: PoolTerm = { validUntilOn: '2026-12-31', closedAt: null }
const joined = { joinedAt: new Date('2026-11-01T02:00:00Z'), leftAt: null }

const bar = (facts: Partial<Bar>): Bar => ({
  kind: 'PRESELECTION',
  from: '2026-11-20',
  until: '2027-11-19',
  reasonCode: 'LISTED_BLACKLIST',
  clause: '三(三)',
  ruleSetVersion: 'ZZ-LISTING-1',
  sourceId: 'entry',
  isHold: false,
  ...facts,
})

const facts: PreselectionFacts = {
  now,
  item: {
    code: 'ZJ-SUR-001',
    nameZh: '地形测绘',
    status: 'RETAINED',
    cancelledBy: null,
    isQualificationRequired: true,
    approvingAgency: '自然资源主管部门',
    feeBasis: 'MARKET',
    feeUnit: null,
    referenceSize: 1,
    feeCeiling: null,
  },
  intermediary: {
    status: 'LISTED',
    agencyTies: [],
    qualifications: [
      {
        name: '测绘资质证书',
        certificateNo: '乙测1',
        validFromOn: '2024-01-01',
        validUntilOn: '2026-11-20',
        serviceItemCodes: ['ZJ-SUR-001'],
      },
    ],
  },
  bars: [],
  divisionLine: ['410105', '410100'],
}
const with_ = (firm: Partial<PreselectionFacts['intermediary']>): PreselectionFacts => ({
  ...facts,
  intermediary: { ...facts.intermediary, ...firm },
})
const agency = { name: '区自然资源局', kind: '自然资源主管部门', divisionCodes: ['410105'] }

describe('003 三(三): who stands in a pool for government-invested projects', () => {
  it('a firm of the register with its certificate does, on the last day of the certificate too', () => {
    expect(checkPreselectable(facts)).toEqual({ ok: true, value: true })
  })

  it.each([
    ['blacklisted, from the first day on', { ...facts, bars: [bar({})] }, 'INTERMEDIARY_BLACKLISTED'],
    ['barred from services alone', { ...facts, bars: [bar({ kind: 'PROVIDE_SERVICES' })] }, 'INTERMEDIARY_BLACKLISTED'],
    ['suspended', { ...facts, bars: [bar({ kind: 'PROVIDE_SERVICES', isHold: true })] }, 'INTERMEDIARY_SUSPENDED'],
    ['leaving the register', with_({ status: 'EXITING' }), 'INTERMEDIARY_NOT_LISTED'],
    ['out of the register', with_({ status: 'EXITED' }), 'INTERMEDIARY_NOT_LISTED'],
    ['without a certificate', with_({ qualifications: [] }), 'QUALIFICATION_MISSING'],
    ['the day after its certificate', { ...facts, now: new Date('2026-11-20T16:00:00Z') }, 'QUALIFICATION_EXPIRED'],
    [
      'a unit of the approving agency',
      with_({ agencyTies: [{ agency, kind: 'SUBORDINATE_UNIT', through: [agency.name] }] }),
      'AFFILIATED_WITH_AGENCY',
    ],
    ['in a pool for a cancelled item', { ...facts, item: { ...facts.item, status: 'CANCELLED', cancelledBy: '某文件' } }, 'ITEM_CANCELLED'],
  ] as const)('%s: out, and told why', (_name, changed, code) => {
    expect(checkPreselectable(changed as PreselectionFacts)).toMatchObject({ ok: false, refusal: { code } })
  })

  it.each([
    ['a bar that begins tomorrow', bar({ from: '2026-11-21' })],
    ['one that ended yesterday', bar({ from: '2025-11-20', until: '2026-11-19' })],
    ['one of the firm as applicant', bar({ kind: 'TOLERANT_ACCEPTANCE' })],
  ])('%s keeps nobody out', (_name, one) => {
    expect(checkPreselectable({ ...facts, bars: [one] }).ok).toBe(true)
  })
})

describe('membership', () => {
  it('counts from the instant of joining to the instant of leaving', () => {
    const member = { joinedAt: now, leftAt: new Date(now.getTime() + 1) }
    const at = (ms: number) => checkPreselected(pool, member, { ...facts, now: new Date(now.getTime() + ms) }).ok
    expect([at(-1), at(0), at(1)]).toEqual([false, true, false])
  })

  it('nobody is a member who never joined', () => {
    expect(checkPreselected(pool, null, facts)).toMatchObject({ refusal: { code: 'NOT_PRESELECTED' } })
  })

  it.each([
    ['2026-12-31T15:59:59.999Z', 'OPEN'],
    ['2026-12-31T16:00:00Z', 'EXPIRED'],
  ])('a pool valid until 2026-12-31 is at %s %s, by Shanghai days', (at, state) => {
    expect(poolStateAt(pool, new Date(at))).toBe(state)
  })

  it('a closed pool has no members from that instant; who had to be in it before is judged by then', () => {
    const closed = { ...pool, closedAt: now }
    expect(poolStateAt(closed, new Date(now.getTime() - 1))).toBe('OPEN')
    expect(checkPreselected(closed, joined, facts)).toMatchObject({ refusal: { code: 'POOL_ENDED', state: 'CLOSED' } })
    expect(checkPreselected(closed, joined, facts, new Date(now.getTime() - 1)).ok).toBe(true)
    expect(checkPreselected(closed, joined, { ...facts, bars: [bar({})] }, new Date(now.getTime() - 1)).ok).toBe(false)
  })
})
