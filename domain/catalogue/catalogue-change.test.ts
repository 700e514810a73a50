import { describe, expect, it, test } from 'vitest'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import {
  catalogueChangeRoutes,
  catalogueChangeStates,
  catalogueChangeSteps,
  catalogueTransitions,
  finalCatalogueStates,
  stateAfterStep,
} from './catalogue-change.ts'
import type { CatalogueChange, CatalogueChangeState, CatalogueChangeStep, TakenStep } from './catalogue-change.ts'
import { decideCatalogueStep, nextOrderlyStep, takerOf } from './decide-catalogue-step.ts'
import type { CatalogueStepCommand } from './decide-catalogue-step.ts'
import { nextCatalogueSteps } from './next-catalogue-steps.ts'
import { ZZ_CATALOGUE_1 } from './zz-catalogue-1.ts'

const today = '2026-11-20'
const bodies = { APPLYING_AGENCY: 'agency', OFFICE: 'district', CITY_OFFICE: 'city' } as const

const changeIn = (state: CatalogueChangeState, changes: Partial<CatalogueChange> = {}): CatalogueChange => ({
  kind: 'AMEND',
  route: 'CHANGE_OF_LAW',
  state,
  applyingAgencyId: 'agency',
  officeId: 'district',
  cityOfficeId: 'city',
  steps: [{ kind: 'APPLICATION', onDay: '2026-11-02', actorId: 'applicant', organisationId: 'agency' }],
  baseVersion: 1,
  ...changes,
})

const command = (step: CatalogueChangeStep, changes: Partial<CatalogueStepCommand> = {}): CatalogueStepCommand => ({
  step,
  actorId: 'somebody',
  organisationId: 'district',
  onDay: today,
  opinion: '同意。',
  documentNo: '金政改〔2026〕7号',
  effectiveOn: step === 'PUBLICATION' ? '2027-01-01' : null,
  ...changes,
})
const latest = { version: 1, effectiveOn: '2024-01-01' }
const decide = (change: CatalogueChange, wanted: CatalogueStepCommand, context = { today, latest }) =>
  decideCatalogueStep(change, wanted, ZZ_CATALOGUE_1, context)

describe('R2 adjustment: 000 二(四)11, five steps; 001 三(二)5, two routes', () => {
  it('every state can be reached and left, but the ends; only the organisational route files', () => {
    expect(faultsOf(catalogueTransitions.ORGANISATIONAL, 'APPLIED', finalCatalogueStates.ORGANISATIONAL)).toEqual({
      unreachable: [],
      deadEnds: [],
      leavableFinals: [],
    })
    expect(faultsOf(catalogueTransitions.CHANGE_OF_LAW, 'APPLIED', finalCatalogueStates.CHANGE_OF_LAW)).toEqual({
      unreachable: ['FILED'],
      deadEnds: [],
      leavableFinals: [],
    })
  })

  /** Written apart from the table: from each state the steps that may be taken, by whom on each route. */
  const expected: Record<CatalogueChangeState, Partial<Record<CatalogueChangeStep, readonly [organisational: string, law: string]>>> = {
    APPLIED: {
      REFERRAL: ['district', 'district'],
      RETURN: ['district', 'district'],
      REJECTION: ['district', 'district'],
      WITHDRAWAL: ['agency', 'agency'],
    },
    REFERRED: {
      EXAMINATION: ['district', 'city'],
      RETURN: ['district', 'city'],
      REJECTION: ['district', 'city'],
      WITHDRAWAL: ['agency', 'agency'],
    },
    EXAMINED: {
      DELIBERATION: ['district', 'district'],
      RETURN: ['district', 'district'],
      REJECTION: ['district', 'district'],
      WITHDRAWAL: ['agency', 'agency'],
    },
    DELIBERATED: { PUBLICATION: ['district', 'district'], RETURN: ['district', 'district'], REJECTION: ['district', 'district'] },
    PUBLISHED: { FILING: ['city', '-'] },
    FILED: {},
    RETURNED: { APPLICATION: ['agency', 'agency'], WITHDRAWAL: ['agency', 'agency'] },
    REJECTED: {},
    WITHDRAWN: {},
  }

  const table = catalogueChangeRoutes.flatMap((route) =>
    catalogueChangeStates.flatMap((state) => catalogueChangeSteps.map((step) => ({ route, state, step }))),
  )
  test.each(table)('$route: $state × $step', ({ route, state, step }) => {
    const whose = expected[state][step]?.[route === 'ORGANISATIONAL' ? 0 : 1]
    const change = changeIn(state, { route })
    for (const organisationId of Object.values(bodies)) {
      const decided = decide(change, command(step, { organisationId }))
      if (whose === undefined || whose === '-') {
        expect(decided).toEqual({ ok: false, refusal: { code: 'STEP_FORBIDDEN', from: state, to: stateAfterStep[step] } })
      } else if (organisationId === whose) {
        expect(decided).toMatchObject({ ok: true, value: { state: stateAfterStep[step] } })
      } else {
        expect(decided).toEqual({ ok: false, refusal: { code: 'NOT_THIS_BODY', by: takerOf(change, step, ZZ_CATALOGUE_1) } })
      }
    }
  })

  it('whoever would take the next step in order returns and rejects', () => {
    for (const state of catalogueChangeStates) {
      const next = nextOrderlyStep({ route: 'CHANGE_OF_LAW', state })
      if (next === null || next === 'APPLICATION') continue
      expect(takerOf(changeIn(state), 'RETURN', ZZ_CATALOGUE_1)).toBe(takerOf(changeIn(state), next, ZZ_CATALOGUE_1))
    }
  })
})

describe('R2 separation of duties (our own default ZZ-C1.1)', () => {
  const taken = (...steps: [CatalogueChangeStep, string][]): readonly TakenStep[] =>
    steps.map(([kind, actorId]) => ({ kind, actorId, onDay: '2026-11-02', organisationId: 'district' }))

  it.each([
    ['APPLIED', 'REFERRAL', 'APPLICATION'],
    ['APPLIED', 'RETURN', 'APPLICATION'],
    ['EXAMINED', 'DELIBERATION', 'APPLICATION'],
    ['DELIBERATED', 'PUBLICATION', 'EXAMINATION'],
  ] as const)('in %s: no %s by who took %s', (state, step, earlier) => {
    const change = changeIn(state, { steps: taken(['APPLICATION', 'other'], [earlier, 'somebody']) })
    expect(decide(change, command(step))).toEqual({ ok: false, refusal: { code: 'SEPARATION_OF_DUTIES', step, taken: earlier } })
    expect(decide(change, command(step, { actorId: 'colleague' }))).toMatchObject({ ok: true })
  })

  it('an examiner of the round before may publish the next: it is another proposal', () => {
    const steps = taken(['APPLICATION', 'a'], ['EXAMINATION', 'somebody'], ['RETURN', 'b'], ['APPLICATION', 'a'], ['EXAMINATION', 'c'])
    expect(decide(changeIn('DELIBERATED', { steps }), command('PUBLICATION'))).toMatchObject({ ok: true })
  })
})

describe('R2 what a step must bring', () => {
  it.each([
    ['EXAMINED', 'DELIBERATION', 'documentNo'],
    ['DELIBERATED', 'PUBLICATION', 'documentNo'],
  ] as const)('%s → %s wants its document', (state, step, missing) =>
    expect(decide(changeIn(state), command(step, { documentNo: ' ' }))).toEqual({
      ok: false,
      refusal: { code: 'INCOMPLETE', missing: [missing] },
    }),
  )

  it('a rejection wants reasons, a publication its day', () => {
    expect(decide(changeIn('APPLIED'), command('REJECTION', { opinion: ' ', documentNo: null }))).toEqual({
      ok: false,
      refusal: { code: 'INCOMPLETE', missing: ['opinion'] },
    })
    expect(decide(changeIn('DELIBERATED'), command('PUBLICATION', { effectiveOn: null }))).toEqual({
      ok: false,
      refusal: { code: 'INCOMPLETE', missing: ['effectiveOn'] },
    })
  })

  it('nothing is done tomorrow, nor before the step before it', () => {
    expect(decide(changeIn('APPLIED'), command('REFERRAL', { onDay: '2026-11-21' }))).toMatchObject({ refusal: { code: 'DAY_IN_FUTURE' } })
    expect(decide(changeIn('APPLIED'), command('REFERRAL', { onDay: '2026-11-01' }))).toEqual({
      ok: false,
      refusal: { code: 'DAY_BEFORE_LAST_STEP', lastOn: '2026-11-02' },
    })
  })
})

describe('R2 publication', () => {
  const publish = (effectiveOn: string, context = { today, latest }) =>
    decide(changeIn('DELIBERATED'), command('PUBLICATION', { effectiveOn }), context)

  it('takes effect today or later, never backwards, never before the newest version', () => {
    expect(publish('2026-11-20')).toEqual({ ok: true, value: { state: 'PUBLISHED', effectiveOn: '2026-11-20' } })
    expect(publish('2026-11-19')).toMatchObject({ refusal: { code: 'EFFECTIVE_DAY_PAST' } })
    const later = { version: 1, effectiveOn: '2027-02-01' }
    expect(publish('2027-01-31', { today, latest: later })).toEqual({
      ok: false,
      refusal: { code: 'EFFECTIVE_BEFORE_LATEST', latestOn: '2027-02-01' },
    })
  })

  it('refuses a proposal that was overtaken (ZZ-C1.4)', () => {
    expect(publish('2027-01-01', { today, latest: { ...latest, version: 2 } })).toEqual({
      ok: false,
      refusal: { code: 'CHANGE_OUTDATED', baseVersion: 1, version: 2 },
    })
    const addition = changeIn('DELIBERATED', { kind: 'ADD', baseVersion: null })
    expect(decide(addition, command('PUBLICATION'), { today, latest })).toMatchObject({ refusal: { code: 'CHANGE_OUTDATED', version: 1 } })
  })
})

describe('R2 what the page offers', () => {
  const viewer = {
    kind: 'USER',
    userId: 'somebody',
    name: '林晓彤',
    organisationId: 'district',
    subjectId: null,
    roles: ['REFORM_OFFICE'],
  } as const

  it('agrees with the decision for every state, body and route', () => {
    for (const route of catalogueChangeRoutes) {
      for (const state of catalogueChangeStates) {
        for (const organisationId of Object.values(bodies)) {
          const change = changeIn(state, { route })
          for (const { step, obstacle } of nextCatalogueSteps(change, { ...viewer, organisationId }, ZZ_CATALOGUE_1)) {
            if (step === 'APPLICATION' || step === 'WITHDRAWAL') expect(obstacle).toBe('ROLE_REQUIRED')
            else expect(obstacle === null).toBe(decide(change, command(step, { organisationId })).ok)
          }
        }
      }
    }
  })

  it('every own default says so, and the routes cite their clauses', () => {
    for (const parameter of Object.values(ZZ_CATALOGUE_1.parameters)) expect(parameter.basis).toMatchObject({ evidence: 'D' })
    for (const route of catalogueChangeRoutes) {
      for (const rule of Object.values(ZZ_CATALOGUE_1.routes[route])) if (rule) expect(rule.basis.evidence).toBe('S')
    }
  })
})
