import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Bar } from '#domain/credit/bar.ts'
import { readEntry } from './entry-completeness.ts'
import { entryDraftSchema, entrySteps } from './entry-draft.ts'
import type { EntryDraftInput } from './entry-draft.ts'
import { feeScheduleOfText } from './entry-fee.ts'
import { findingsOf } from './entry-findings.ts'
import type { EntryFacts } from './entry-findings.ts'
import { entryRuleSets } from './entry-rule-set.ts'

const ruleSet = entryRuleSets[0]!
const sealed = (hash: string) => ({ cipher: 'sealed', hash, masked: '410199********0000', problem: null })
const complete: EntryDraftInput = {
  identity: {
    name: '虚构环保有限公司',
    uscc: ' 9141 0104 demj 0000 3u ',
    legalForm: '有限责任公司',
    divisionCode: '410105',
    address: '花园路1号',
    phone: '0371-55550000',
  },
  legalRepresentative: { name: '钱多多', identity: sealed('a') },
  qualifications: [
    {
      name: '测绘资质',
      certificateNo: '1',
      issuer: '省厅',
      validFromOn: '2024-01-01',
      validUntilOn: '2027-01-01',
      serviceItemCodes: ['ZJ-1'],
    },
  ],
  practitioners: [{ key: '1', name: '孙小红', title: '工程师', identity: sealed('b') }],
  affiliations: { isNoneDeclared: true },
  offerings: [
    { serviceItemCode: 'ZJ-1', divisionCodes: ['410100'], fee: { kind: 'FIXED', amount: '１２，０００' }, promisedWorkingDays: '１０' },
  ],
  commitments: { accepted: ruleSet.parameters.statements.value.map(({ code }) => code), signerName: '钱多多' },
}
const read = (changes: EntryDraftInput = {}) => readEntry(entryDraftSchema.parse({ ...complete, ...changes }), ruleSet)
const problemsOf = (changes: EntryDraftInput) => read(changes).problems.map(({ step, path, code }) => `${step}.${path} ${code}`)

describe('R3: what an application must say', () => {
  it('an empty draft misses every step', () =>
    expect(readEntry({}, ruleSet).problems.map(({ step, code }) => [step, code])).toEqual(entrySteps.map((step) => [step, 'STEP_MISSING'])))

  it('a complete one is read: codes folded, full-width figures understood', () => {
    const { entry, problems } = read()
    expect(problems).toEqual([])
    expect(entry).toMatchObject({
      identity: { uscc: '91410104DEMJ00003U' },
      offerings: [{ fee: { kind: 'FIXED', feeFen: 1_200_000 }, promisedWorkingDays: 10 }],
      qualifications: [{ grade: null, validUntilOn: '2027-01-01' }],
    })
  })

  const [offering] = complete.offerings ?? []
  const [person] = complete.practitioners ?? []
  const [certificate] = complete.qualifications ?? []
  const tie = { kind: 'OWNER', partyName: '母公司', fromOn: '2020-01-01' }
  test.each<[string, EntryDraftInput, string[]]>([
    ['blank is missing', { identity: { ...complete.identity, address: '  ' } }, ['identity.address REQUIRED']],
    ['no telephone', { identity: { ...complete.identity, phone: '没有' } }, ['identity.phone PHONE_INVALID']],
    ['no certificates are needed here', { qualifications: [] }, []],
    [
      'a certificate without items',
      { qualifications: [{ ...certificate, serviceItemCodes: [] }] },
      ['qualifications.0.serviceItemCodes ITEMS_MISSING'],
    ],
    [
      'an impossible day',
      { qualifications: [{ ...certificate, validFromOn: '2026-02-30' }] },
      ['qualifications.0.validFromOn DAY_INVALID'],
    ],
    [
      'ends before it begins',
      { qualifications: [{ ...certificate, validUntilOn: '2023-12-31' }] },
      ['qualifications.0.validUntilOn ENDS_BEFORE_IT_BEGINS'],
    ],
    ['nobody works there', { practitioners: [] }, ['practitioners. PRACTITIONERS_MISSING']],
    ['one person twice', { practitioners: [person!, { ...person, key: '2' }] }, ['practitioners.1.identity PERSON_NAMED_TWICE']],
    [
      'a wrong number',
      { practitioners: [{ ...person, identity: { ...sealed('x'), hash: null, problem: 'checkChar' } }] },
      ['practitioners.0.identity IDENTITY_INVALID'],
    ],
    ['no number', { legalRepresentative: { name: '钱多多' } }, ['legalRepresentative.identity REQUIRED']],
    ['ties neither named nor denied', { affiliations: {} }, ['affiliations.isNoneDeclared AFFILIATIONS_UNDECLARED']],
    [
      'ties both named and denied',
      { affiliations: { isNoneDeclared: true, ties: [tie] } },
      ['affiliations.isNoneDeclared AFFILIATIONS_CONTRADICTED'],
    ],
    [
      'a unit of no agency',
      { affiliations: { ties: [{ ...tie, kind: 'SUBORDINATE_UNIT' }] } },
      ['affiliations.ties.0.agencyId AGENCY_WANTED'],
    ],
    [
      'more than all shares',
      { affiliations: { ties: [{ ...tie, sharePercent: '101' }] } },
      ['affiliations.ties.0.sharePercent SHARE_INVALID'],
    ],
    ['nothing on offer', { offerings: [] }, ['offerings. OFFERINGS_MISSING']],
    ['one item twice', { offerings: [offering!, offering!] }, ['offerings.1.serviceItemCode ITEM_OFFERED_TWICE']],
    ['no fee', { offerings: [{ ...offering, fee: { kind: 'FIXED', amount: '面议' } }] }, ['offerings.0.fee.amount FEE_INVALID']],
    ['half a day', { offerings: [{ ...offering, promisedWorkingDays: '0.5' }] }, ['offerings.0.promisedWorkingDays WORKING_DAYS_INVALID']],
    [
      'four of five statements',
      { commitments: { ...complete.commitments, accepted: complete.commitments?.accepted?.slice(1) } },
      ['commitments.accepted STATEMENTS_NOT_ACCEPTED'],
    ],
  ])('%s', (_, changes, expected) => expect(problemsOf(changes)).toEqual(expected))

  it('R8: a wrong check character is told with the right one, and passes on to review with a reason; a wrong length never does', () => {
    const identity = { ...complete.identity, uscc: '91410104DEMJ000030' }
    expect(read({ identity }).problems).toEqual([
      { step: 'identity', path: 'uscc', code: 'USCC_INVALID', facts: { reason: 'checkChar', expected: 'U' } },
    ])
    expect(problemsOf({ identity: { ...identity, usccReason: '早期试点代码' } })).toEqual([])
    expect(problemsOf({ identity: { ...identity, uscc: '911101', usccReason: '早期试点代码' } })).toEqual(['identity.uscc USCC_INVALID'])
  })

  it('R8: a wrong code is told while other fields are still empty', () =>
    expect(problemsOf({ identity: { uscc: '91410104DEMJ000030', name: '虚构' } })).toContain('identity.uscc USCC_INVALID'))

  it('whatever is typed, it is kept or told, never thrown', () => {
    const text = fc.string({ maxLength: 60 })
    const draft = fc.record({
      identity: fc.record({ name: text, uscc: text, phone: text }),
      offerings: fc.array(
        fc.record({ serviceItemCode: text, fee: fc.record({ kind: text, amount: text, minimum: text }), promisedWorkingDays: text }),
        { maxLength: 3 },
      ),
      affiliations: fc.record({
        ties: fc.array(fc.record({ kind: text, partyUscc: text, sharePercent: text, fromOn: text }), { maxLength: 2 }),
      }),
    })
    fc.assert(
      fc.property(draft, (typed) => {
        const kept = entryDraftSchema.parse(typed)
        expect(kept).toMatchObject(typed)
        expect(readEntry(kept, ruleSet).problems.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('R3: fees as typed', () => {
  const none = { kind: '', unit: '', amount: '', minimum: '', maximum: '', tiers: [] }
  test.each([
    [
      { kind: 'FIXED', amount: '¥1,200.50' },
      { kind: 'FIXED', feeFen: 120_050 },
    ],
    [
      { kind: 'PER_UNIT', unit: 'MU', amount: '3.5', minimum: '100' },
      { kind: 'PER_UNIT', unit: 'MU', feeFenPerUnit: 350, minFen: 10_000, maxFen: null },
    ],
    [
      { kind: 'PERCENTAGE', amount: '0.35%', maximum: '9' },
      { kind: 'PERCENTAGE', ratePpm: 3500, minFen: null, maxFen: 900 },
    ],
    [
      {
        kind: 'TIERED',
        unit: 'PROJECT_COST',
        tiers: [
          { upTo: '1,000,000', rate: '1.5' },
          { upTo: '', rate: '0.0001' },
          { upTo: '', rate: '' },
        ],
      },
      {
        kind: 'TIERED',
        unit: 'PROJECT_COST',
        tiers: [
          { upTo: 1_000_000, rate: 15_000 },
          { upTo: null, rate: 1 },
        ],
        minFen: null,
        maxFen: null,
      },
    ],
  ])('%j', (typed, value) => expect(feeScheduleOfText({ ...none, ...typed })).toEqual({ ok: true, value }))

  test.each([
    [{ kind: '' }, 'kind FEE_KIND_INVALID'],
    [{ kind: 'FIXED' }, 'amount REQUIRED'],
    [{ kind: 'FIXED', amount: '-1' }, 'amount FEE_INVALID'],
    [{ kind: 'FIXED', amount: '0.001' }, 'amount FEE_INVALID'],
    [{ kind: 'PER_UNIT', amount: '1' }, 'unit FEE_UNIT_INVALID'],
    [{ kind: 'PER_UNIT', unit: 'PROJECT_COST', amount: '1' }, 'unit FEE_UNIT_INVALID'],
    [{ kind: 'PERCENTAGE', amount: '101' }, 'amount FEE_RATE_INVALID'],
    [{ kind: 'PERCENTAGE', amount: '1', minimum: '9', maximum: '8' }, 'minimum FEE_MIN_OVER_MAX'],
    [{ kind: 'TIERED', unit: 'MU' }, 'tiers FEE_TIERS_MISSING'],
    [{ kind: 'TIERED', unit: 'MU', tiers: [{ upTo: '许多', rate: '1' }] }, 'tiers.0.upTo FEE_TIER_SIZE_INVALID'],
    [{ kind: 'TIERED', unit: 'MU', tiers: [{ upTo: '10', rate: '1' }] }, 'tiers.0.upTo FEE_TIERS_LAST_NOT_OPEN'],
  ])('%j: %s', (typed, problem) => {
    const result = feeScheduleOfText({ ...none, ...typed })
    expect(result.ok ? null : `${result.refusal.path} ${result.refusal.code}`).toBe(problem)
  })
})

describe('R2, R3, R5: what the program finds', () => {
  const { entry } = read()
  const item: EntryFacts['items'] extends ReadonlyMap<string, infer Item> ? Partial<Item> : never = {
    ...{
      code: 'ZJ-1',
      nameZh: '测绘',
      status: 'RETAINED',
      cancelledBy: null,
      isQualificationRequired: true,
      approvingAgencyZh: '自然资源',
    },
    ...{ feeBasis: 'GOVERNMENT_SET', feeUnit: null, referenceSize: 1, feeCeiling: null },
  }
  const facts = (changes: Partial<EntryFacts> = {}, ofItem: typeof item = {}): EntryFacts => ({
    today: '2026-11-20',
    registration: 'NONE',
    isUsccInOtherApplication: false,
    parties: [],
    practitionersElsewhere: [],
    items: new Map([['ZJ-1', { ...item, ...ofItem } as never]]),
    unknownDivisions: [],
    unknownAgencies: [],
    barredOffers: [],
    ...changes,
  })
  const found = (of: EntryFacts, on = entry!) => findingsOf(on, of).map(({ level, code }) => `${level} ${code}`)
  const bar: Bar = {
    ...{ kind: 'PROVIDE_SERVICES', from: '2026-01-01', until: '2026-12-31', reasonCode: 'LISTED', clause: '三(三)' },
    ...{ ruleSetVersion: 'ZZ-LISTING-1', sourceId: null, isHold: false },
  }

  test.each<[string, EntryFacts, string[]]>([
    ['nothing', facts(), []],
    ['in the register already', facts({ registration: 'ON_RECORD' }), ['BLOCKS USCC_ALREADY_REGISTERED']],
    ['back after its exit', facts({ registration: 'EXITED' }), ['NOTE RE_ENTRY']],
    ['asked for twice', facts({ isUsccInOtherApplication: true }), ['BLOCKS USCC_IN_OTHER_APPLICATION']],
    ['a cancelled item', facts({}, { status: 'CANCELLED', cancelledBy: '国发〔2017〕7号' }), ['BLOCKS ITEM_CANCELLED']],
    ['an unknown item', facts({ items: new Map() }), ['BLOCKS SERVICE_ITEM_UNKNOWN']],
    ['on the last day of the certificate', facts({ today: '2027-01-01' }), []],
    ['the day after', facts({ today: '2027-01-02' }), ['BLOCKS QUALIFICATION_EXPIRED']],
    ['a fee over the ceiling', facts({}, { feeCeiling: { kind: 'FIXED', feeFen: 1_199_999 } }), ['BLOCKS FEE_OVER_CEILING']],
    ['a fee at the ceiling', facts({}, { feeCeiling: { kind: 'FIXED', feeFen: 1_200_000 } }), []],
    [
      'an agency’s own unit, told once however many districts',
      facts({ barredOffers: [1, 2].map(() => ({ itemCode: 'ZJ-1', agency: '市自然资源局', through: ['母公司'] })) }),
      ['BLOCKS AFFILIATED_WITH_AGENCY'],
    ],
    [
      '003 三(三): barred persons, whatever their role',
      facts({
        parties: (['INSTITUTION', 'LEGAL_REPRESENTATIVE', 'PRACTITIONER'] as const).map((role) => ({ role, name: '某', bars: [bar, bar] })),
      }),
      ['BLOCKS INSTITUTION_BARRED', 'BLOCKS LEGAL_REPRESENTATIVE_BARRED', 'BLOCKS PRACTITIONER_BARRED'],
    ],
    ['a bar that ended', facts({ today: '2027-01-01', parties: [{ role: 'PRACTITIONER', name: '某', bars: [bar] }] }), []],
    [
      'a bar from something else',
      facts({ parties: [{ role: 'PRACTITIONER', name: '某', bars: [{ ...bar, kind: 'TOLERANT_ACCEPTANCE' }] }] }),
      [],
    ],
    [
      'one person at two institutions is a note, and comes last',
      facts({ practitionersElsewhere: [{ name: '某', institutions: ['甲'] }], unknownDivisions: ['9'] }),
      ['BLOCKS DIVISION_UNKNOWN', 'NOTE PRACTITIONER_ELSEWHERE'],
    ],
  ])('%s', (_, of, expected) => expect(found(of)).toEqual(expected))

  it('R8: an early pilot code is for review', () => {
    const early = read({ identity: { ...complete.identity, uscc: '91410104DEMJ000030', usccReason: '早期试点代码' } }).entry!
    expect(found(facts(), early)).toEqual(['REVIEW USCC_OVERRIDE_ASKED'])
  })
})
