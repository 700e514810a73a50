import { describe, expect, it } from 'vitest'
import type { Bar } from '#domain/credit/bar.ts'
import type { AgencyTie } from '#domain/intermediaries/avoidance.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { ZZ_SELECTION_1 } from '#domain/selection/zz-selection-1.ts'
import type { DirectChoice } from './choose.ts'
import { checkChoosable, decideDirectChoice } from './choose.ts'
import { engagementTransitions, finalEngagementStates } from './engagement.ts'
import type { Qualification } from './qualification.ts'

const certificate: Qualification = {
  name: '检验检测机构资质认定',
  certificateNo: 'CMA-001',
  validFromOn: '2024-01-01',
  validUntilOn: '2026-03-02',
  serviceItemCodes: ['ZJ-ENV-001'],
}

const bar = (facts: Partial<Bar>): Bar => ({
  kind: 'PROVIDE_SERVICES',
  from: '2026-01-01',
  until: '2026-03-02',
  reasonCode: 'LISTED_BLACKLIST',
  clause: '三(三)',
  ruleSetVersion: 'ZZ-LISTING-1',
  sourceId: 'entry',
  isHold: false,
  ...facts,
})

/** The environment agency of the city, whose unit the firm is. */
const agencyTie: AgencyTie = {
  agency: { name: '市生态环境局', kind: '生态环境主管部门', divisionCodes: ['410100', '410102'] },
  kind: 'SUBORDINATE_UNIT',
  through: ['市生态环境局'],
}

const choice: DirectChoice = {
  viewerSubjectId: 'applicant',
  item: {
    code: 'ZJ-ENV-001',
    nameZh: '排污单位自行监测',
    status: 'RETAINED',
    cancelledBy: null,
    isQualificationRequired: true,
    approvingAgency: '生态环境主管部门',
    feeBasis: 'MARKET',
    feeUnit: 'VEHICLE',
    referenceSize: 1,
    feeCeiling: null,
  },
  offering: {
    offeringId: 'offering',
    version: 3,
    serviceItemCode: 'ZJ-ENV-001',
    divisionCodes: ['410102'],
    feeSchedule: { kind: 'FIXED', feeFen: 1_200_000 },
    feeFen: 1_200_000,
    promisedWorkingDays: 10,
    isWithdrawn: false,
  },
  intermediary: {
    intermediaryId: 'intermediary',
    subjectId: 'intermediary-subject',
    name: '某检测有限公司',
    status: 'LISTED',
    qualifications: [certificate],
    agencyTies: [],
  },
  standing: { grade: 'A', score: 95, ruleSetVersion: 'ZZ-1', bars: [] },
  divisionCodes: ['410102', '410100'],
  size: null,
  fundSource: 'PRIVATE',
  directFundSources: ZZ_SELECTION_1.parameters.directFundSources,
  confirmed: { feeFen: 1_200_000, promisedWorkingDays: 10, offeringVersion: 3 },
  now: new Date('2026-03-02T02:00:00Z'),
  calendar: calendarOf2026,
}

/** 80 yuan a vehicle; 150 of them cost what is confirmed above. */
const byVehicle: DirectChoice['offering'] = {
  ...choice.offering!,
  feeSchedule: { kind: 'PER_UNIT', unit: 'VEHICLE', feeFenPerUnit: 8_000, minFen: null, maxFen: null },
}

const nextDay = new Date('2026-03-02T16:00:00Z')
const { item, offering, intermediary, standing, confirmed } = choice
const withBars = (...bars: Bar[]): Partial<DirectChoice> => ({ standing: { ...standing, bars } })
const withQualifications = (...qualifications: Qualification[]) => ({ intermediary: { ...intermediary, qualifications } })

function answer(facts: Partial<DirectChoice>) {
  const decided = decideDirectChoice({ ...choice, ...facts })
  return decided.ok ? decided.value : decided.refusal
}

describe('R3 direct choice', () => {
  it('records fee, days and all that was shown', () => {
    expect(answer({})).toEqual({
      type: 'INTERMEDIARY_CHOSEN',
      chosenAt: choice.now,
      deliverDueOn: '2026-03-16',
      feeFen: 1_200_000,
      size: null,
      promisedWorkingDays: 10,
      snapshot: {
        fee: { feeFen: 1_200_000, size: null, unit: null },
        item,
        offering,
        intermediary: { intermediaryId: 'intermediary', subjectId: 'intermediary-subject', name: '某检测有限公司' },
        qualification: certificate,
        standing,
        fundSource: 'PRIVATE',
      },
    })
  })

  it.each(['STATE', 'MIXED'] as const)('ZZ-S1.1: %s funds go by an announced selection', (fundSource) => {
    expect(answer({ fundSource })).toEqual({
      code: 'DIRECT_NOT_FOR_FUNDS',
      fundSource,
      clause: '信选选取默认规则 ZZ-SELECTION-1 ZZ-S1.1',
    })
  })

  it('keeps the size and the fee for it', () => {
    expect(answer({ offering: byVehicle, size: 150 })).toMatchObject({
      feeFen: 1_200_000,
      size: 150,
      snapshot: { fee: { feeFen: 1_200_000, size: 150, unit: 'VEHICLE' }, offering: { feeSchedule: { feeFenPerUnit: 8_000 } } },
    })
  })

  it.each<[string, Partial<DirectChoice>, object]>([
    [
      '003 三(三): a cancelled item',
      { item: { ...item, status: 'CANCELLED', cancelledBy: '国发〔2015〕58号' } },
      { code: 'ITEM_CANCELLED', cancelledBy: '国发〔2015〕58号' },
    ],
    ['no offering', { offering: null }, { code: 'NOT_OFFERED', because: 'NO_OFFERING' }],
    [
      'an offering for another item',
      { offering: { ...offering!, serviceItemCode: 'ZJ-X' } },
      { code: 'NOT_OFFERED', because: 'NO_OFFERING' },
    ],
    ['a withdrawn offering', { offering: { ...offering!, isWithdrawn: true } }, { code: 'NOT_OFFERED', because: 'WITHDRAWN' }],
    ['another division', { divisionCodes: ['410105', '410100'] }, { code: 'NOT_OFFERED', because: 'OTHER_DIVISION' }],
    [
      'an intermediary that left',
      { intermediary: { ...intermediary, status: 'EXITED' } },
      { code: 'INTERMEDIARY_NOT_LISTED', status: 'EXITED' },
    ],
    [
      'R5: a blacklisted one, with end and clause',
      withBars(bar({})),
      { code: 'INTERMEDIARY_BLACKLISTED', until: '2026-03-02', clause: '三(三)', sourceId: 'entry' },
    ],
    [
      'R5: a suspended one',
      withBars(bar({ isHold: true, sourceId: 's' })),
      { code: 'INTERMEDIARY_SUSPENDED', until: '2026-03-02', sourceId: 's' },
    ],
    [
      'R5: the listing is told before the suspension',
      withBars(bar({ isHold: true, until: null }), bar({})),
      { code: 'INTERMEDIARY_BLACKLISTED' },
    ],
    ['R5: of two listings the longer', withBars(bar({}), bar({ until: '2027-01-01' })), { until: '2027-01-01' }],
    ['R5: of two listings the one for life', withBars(bar({ until: null }), bar({ until: '2027-01-01' })), { until: null }],
    ['no qualification for the item', withQualifications({ ...certificate, serviceItemCodes: [] }), { code: 'QUALIFICATION_MISSING' }],
    ['a qualification not yet valid', withQualifications({ ...certificate, validFromOn: '2026-03-03' }), { code: 'QUALIFICATION_MISSING' }],
    ['an expired qualification, from the day after', { now: nextDay }, { code: 'QUALIFICATION_EXPIRED', validUntilOn: '2026-03-02' }],
    [
      '优化营商环境条例 art. 43: its own agency',
      { intermediary: { ...intermediary, agencyTies: [agencyTie] } },
      { code: 'AFFILIATED_WITH_AGENCY' },
    ],
    [
      'a fee over the ceiling',
      { item: { ...item, feeBasis: 'GOVERNMENT_SET', feeCeiling: { kind: 'FIXED', feeFen: 1 } } },
      { code: 'FEE_OVER_CEILING', feeCeilingFen: 1 },
    ],
    ['a fee by size without a size', { offering: byVehicle, size: null }, { code: 'FEE_SIZE_REQUIRED', unit: 'VEHICLE' }],
    ['half a vehicle', { offering: byVehicle, size: 1.5 }, { code: 'FEE_SIZE_INVALID', size: 1.5 }],
    ['another fee than shown for that size', { offering: byVehicle, size: 151 }, { code: 'OFFERING_CHANGED', feeFen: 1_208_000 }],
    ['another fee than shown', { confirmed: { ...confirmed, feeFen: 1_100_000 } }, { code: 'OFFERING_CHANGED', feeFen: 1_200_000 }],
    [
      'other days than shown',
      { confirmed: { ...confirmed, promisedWorkingDays: 5 } },
      { code: 'OFFERING_CHANGED', promisedWorkingDays: 10 },
    ],
    ['another version than shown', { confirmed: { ...confirmed, offeringVersion: 2 } }, { code: 'OFFERING_CHANGED', offeringVersion: 3 }],
    ['oneself', { viewerSubjectId: 'intermediary-subject' }, { code: 'OWN_INTERMEDIARY' }],
    [
      'a due day outside the calendar',
      { now: new Date('2026-12-28T02:00:00Z'), ...withQualifications({ ...certificate, validUntilOn: null }) },
      { code: 'CALENDAR_NOT_LOADED', year: 2027 },
    ],
  ])('refuses %s', (_, facts, refusal) => {
    expect(answer(facts)).toMatchObject(refusal)
  })

  it.each<[string, Partial<DirectChoice>]>([
    ['on the last valid day of the qualification', {}],
    [
      'with a renewed qualification beside the expired one',
      { now: nextDay, ...withQualifications(certificate, { ...certificate, validUntilOn: null }) },
    ],
    ['without qualification where none is required', { item: { ...item, isQualificationRequired: false }, ...withQualifications() }],
    [
      'the day after a bar ended, whoever last swept',
      { now: nextDay, ...withBars(bar({})), ...withQualifications({ ...certificate, validUntilOn: null }) },
    ],
    ['before a bar begins', withBars(bar({ from: '2026-03-03', until: null }))],
    ['with a bar of another kind', withBars(bar({ kind: 'PRESELECTION' }))],
  ])('allows a choice %s', (_, facts) => {
    expect(answer(facts)).toMatchObject({ type: 'INTERMEDIARY_CHOSEN' })
  })

  it('the page can ask before anything is confirmed', () => {
    expect(checkChoosable(choice)).toMatchObject({ ok: true })
    expect(checkChoosable({ ...choice, ...withBars(bar({})) })).toMatchObject({ refusal: { code: 'INTERMEDIARY_BLACKLISTED' } })
  })
})

describe('R4 states of an engagement', () => {
  it('every state is reachable, every open one leavable, no final one', () => {
    expect(faultsOf(engagementTransitions, 'ACTIVE', finalEngagementStates)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] })
  })
})
