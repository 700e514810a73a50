import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { certificateFindings } from './certificate-findings.ts'
import type { HeldQualification } from './certificate-findings.ts'
import { changeFinding } from './change-finding.ts'
import { compareChange } from './compare-change.ts'
import { exitHolds } from './exit.ts'
import { splitProfile } from './profile-change.ts'
import type { Profile } from './profile-change.ts'
import {
  checkDueOn,
  decideChange,
  finalRegisterChangeStates,
  registerChangeStates,
  registerChangeTransitions,
  withdrawChange,
} from './register-change.ts'
import { profileFields, upkeepRuleSets } from './upkeep-rule-set.ts'
import type { UpkeepRuleSet } from './upkeep-rule-set.ts'
import { joinWanted, wantedQualification } from './wanted-change.ts'
import type { WantedCertificate, WantedProfile, WantedQualification } from './wanted-change.ts'

const rules = upkeepRuleSets[0] as UpkeepRuleSet
const noon = (day: string) => new Date(`${day}T04:00:00Z`)

describe('the procedure', () => {
  it('every state can be reached, every running one left, no final one', () =>
    expect(faultsOf(registerChangeTransitions, 'SUBMITTED', finalRegisterChangeStates)).toEqual({
      unreachable: [],
      deadEnds: [],
      leavableFinals: [],
    }))

  test.each(registerChangeStates)('%s: withdrawn only while it runs', (state) =>
    expect(withdrawChange(state).ok).toBe(!finalRegisterChangeStates.includes(state)),
  )

  test.each([
    ['on a Thursday', '2026-11-19', '2026-11-23'],
    ['on a Friday', '2026-11-20', '2026-11-24'],
    ['on a Saturday', '2026-11-21', '2026-11-24'],
    ['before the National Day holiday', '2026-09-30', '2026-10-09'],
  ])('2 working days for a request %s', (_, day, due) =>
    expect(checkDueOn(noon(day), rules, calendarOf2026)).toEqual({ ok: true, value: due }),
  )

  it('a year without calendar is told, never guessed', () =>
    expect(checkDueOn(noon('2026-12-31'), rules, calendarOf2026)).toMatchObject({ refusal: { code: 'CALENDAR_NOT_LOADED', year: 2027 } }))

  const barred = changeFinding('PERSON_BARRED', { name: '甲' })
  test.each([
    ['accepted', 'SUBMITTED', 'ACCEPTED', '', [changeFinding('OPEN_CASE')], { ok: true, value: 'ACCEPTED' }],
    [
      'accepted over a blocking finding',
      'SUBMITTED',
      'ACCEPTED',
      '',
      [barred],
      { refusal: { code: 'CHANGE_BLOCKED', findings: ['PERSON_BARRED'] } },
    ],
    ['refused because of it', 'SUBMITTED', 'REFUSED', '人员受限', [barred], { ok: true, value: 'REFUSED' }],
    ['refused without reasons', 'SUBMITTED', 'REFUSED', ' ', [], { refusal: { code: 'REASONS_WANTED' } }],
    ['decided twice', 'ACCEPTED', 'REFUSED', '理由', [], { refusal: { code: 'STEP_FORBIDDEN' } }],
    ['an exit that waits', 'WAITING', 'ACCEPTED', '', [], { refusal: { code: 'STEP_FORBIDDEN' } }],
  ] as const)('%s', (_, state, outcome, reasons, findings, answer) =>
    expect(decideChange(state, outcome, reasons, findings)).toMatchObject(answer),
  )
})

describe('a wish for the profile', () => {
  const current: Profile = {
    ...{ name: '甲公司', nameEn: null, legalRepresentative: '甲', legalForm: '有限责任公司', divisionCode: '410105' },
    ...{ address: '旧址', phone: '1', introduction: '' },
  }

  it('telephone and introduction at once, the rest after the check, what is the same not at all', () =>
    expect(splitProfile({ phone: '2', introduction: '新', address: '新址', name: '甲公司' }, current, rules)).toEqual({
      atOnce: { phone: '2', introduction: '新' },
      toCheck: { address: '新址' },
    }))

  it('no field is lost and none comes twice, whatever is wanted', () => {
    const wanted = fc.record(
      { name: fc.string(), address: fc.string(), phone: fc.string(), introduction: fc.string() },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(wanted, (wish) => {
        const { atOnce, toCheck } = splitProfile(wish, current, rules)
        const differing = profileFields.filter(
          (field) => wish[field as keyof typeof wish] !== undefined && wish[field as keyof typeof wish] !== current[field],
        )
        expect([...Object.keys(atOnce), ...Object.keys(toCheck)].sort()).toEqual([...differing].sort())
      }),
    )
  })

  it('a further wish joins the running one; the later word counts', () =>
    expect(joinWanted<'PROFILE'>({ address: '一', legalForm: '二' } satisfies WantedProfile, { address: '三' })).toEqual({
      address: '三',
      legalForm: '二',
    }))
})

const certificate = (certificateNo: string, changes: Partial<WantedCertificate> = {}): WantedCertificate => ({
  ...{
    name: '测绘资质',
    grade: null,
    certificateNo,
    issuer: '某局',
    validFromOn: '2024-01-01',
    validUntilOn: '2026-11-30',
  },
  serviceItemCodes: ['A'],
  ...changes,
})
const held: HeldQualification = { id: '0190a000-0000-7000-8000-000000000001', ...certificate('旧') }

describe('wanted certificates', () => {
  const facts = {
    today: '2026-11-20',
    items: new Map([
      ['A', { code: 'A', status: 'RETAINED', isQualificationRequired: true }],
      ['C', { code: 'C', status: 'CANCELLED', isQualificationRequired: true }],
    ]),
    offeredItemCodes: ['A'],
  }
  const renewal = (changes: Partial<WantedCertificate>): WantedQualification => ({
    op: 'RENEW',
    qualificationId: held.id,
    certificate: certificate('新', changes),
  })
  test.each<[string, WantedQualification, readonly string[]]>([
    ['a renewal that joins on', renewal({ validFromOn: '2026-12-01', validUntilOn: '2031-11-30' }), []],
    ['a renewal that overlaps', renewal({ validFromOn: '2026-11-01', validUntilOn: null }), []],
    ['a renewal with a gap of a day', renewal({ validFromOn: '2026-12-02', validUntilOn: null }), ['CERTIFICATE_GAP']],
    ['one that ended yesterday', { op: 'ADD', certificate: certificate('过', { validUntilOn: '2026-11-19' }) }, ['CERTIFICATE_EXPIRED']],
    ['one that ends today', { op: 'ADD', certificate: certificate('今', { validUntilOn: '2026-11-20' }) }, []],
    ['one for a cancelled item', { op: 'ADD', certificate: certificate('消', { serviceItemCodes: ['C'] }) }, ['ITEM_CANCELLED']],
    ['the only one removed', { op: 'REMOVE', qualificationId: held.id }, ['ITEM_LEFT_UNCOVERED']],
    [
      'the only one changed to another item',
      { op: 'CHANGE', qualificationId: held.id, certificate: certificate('旧', { serviceItemCodes: [] }) },
      ['ITEM_LEFT_UNCOVERED'],
    ],
  ])('%s', (_, wanted, codes) => expect(certificateFindings([wanted], [held], facts).map(({ code }) => code)).toEqual(codes))

  it('two wishes about one certificate are one: the later', () => {
    const first = renewal({ validUntilOn: '2030-01-01' })
    const later: WantedQualification = { op: 'REMOVE', qualificationId: held.id }
    const other: WantedQualification = { op: 'ADD', certificate: certificate('别') }
    expect(joinWanted<'QUALIFICATIONS'>([first, other], [later])).toEqual([other, later])
  })

  it('an end before the beginning is refused beside its field', () => {
    const parsed = wantedQualification.safeParse({ op: 'ADD', certificate: certificate('倒', { validUntilOn: '2023-12-31' }) })
    expect(parsed.error?.issues).toMatchObject([{ path: ['certificate', 'validUntilOn'], message: 'ENDS_BEFORE_IT_BEGINS' }])
  })

  it('old and new stand side by side', () =>
    expect(compareChange('QUALIFICATIONS', [renewal({ validUntilOn: null })], { [held.id]: { ...held } })).toMatchObject([
      {
        op: 'RENEW',
        title: '测绘资质',
        fields: expect.arrayContaining([
          { field: 'certificateNo', before: '旧', after: '新' },
          { field: 'validUntilOn', before: '2026-11-30', after: null },
          { field: 'serviceItemCodes', before: 'A', after: 'A' },
        ]) as unknown,
      },
    ]))

  it('of a person the sealed number and its hash are never compared', () => {
    const identity = { identityCipher: 'sealed', identityHash: 'hash', identityMasked: '4101**********002X' }
    const [line] = compareChange('PRACTITIONERS', [{ op: 'ADD', name: '甲', title: '工程师', certificateNo: null, ...identity }], {})
    expect(line?.fields.map(({ field }) => field)).toEqual(['name', 'identityMasked', 'title'])
  })
})

describe('what an exit waits for', () => {
  const engagement = (state: 'ACTIVE' | 'DELIVERED' | 'COMPLETED' | 'TERMINATED', deliveredOn: string | null = null) => ({
    number: 'XQ-1',
    state,
    deliveredAt: deliveredOn === null ? null : noon(deliveredOn),
  })
  test.each([
    ['a running engagement', engagement('ACTIVE'), '2026-11-20', ['ENGAGEMENT']],
    ['a result on the last day for its review', engagement('DELIVERED', '2026-11-02'), '2026-11-23', ['REVIEW_WINDOW']],
    ['a result the day after', engagement('DELIVERED', '2026-11-02'), '2026-11-24', []],
    ['a result whose window runs over a holiday', engagement('DELIVERED', '2026-09-21'), '2026-10-15', ['REVIEW_WINDOW']],
    ['a result whose window nobody knows the end of', engagement('DELIVERED', '2026-12-28'), '2026-12-31', ['REVIEW_WINDOW']],
    ['a reviewed engagement', engagement('COMPLETED', '2026-11-02'), '2026-11-03', []],
    ['a terminated one', engagement('TERMINATED'), '2026-11-03', []],
  ])('%s', (_, one, today, held) =>
    expect(exitHolds({ engagements: [one], openCases: [] }, rules, today, calendarOf2026).map(({ because }) => because)).toEqual(held),
  )

  it('a case that the firm knows of, as long as the rules say so', () => {
    const facts = { engagements: [], openCases: ['AJ-1'] }
    expect(exitHolds(facts, rules, '2026-11-20', calendarOf2026)).toEqual([{ because: 'VIOLATION_CASE', number: 'AJ-1' }])
    const { isExitHeldByCases } = rules.parameters
    const milder = { ...rules, parameters: { ...rules.parameters, isExitHeldByCases: { ...isExitHeldByCases, value: false } } }
    expect(exitHolds(facts, milder, '2026-11-20', calendarOf2026)).toEqual([])
  })
})
