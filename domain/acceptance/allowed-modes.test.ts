import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { variantOf, zzTolerance1 } from '#domain/commitments/tolerance-rules.fixture.ts'
import { barKinds } from '#domain/credit/bar.ts'
import type { Bar } from '#domain/credit/bar.ts'
import { acceptanceModes } from './acceptance-request.ts'
import type { AcceptanceMode, AcceptanceRequest, ApplicantDishonestyEntry, RequestedItem, SubmittedMaterial } from './acceptance-request.ts'
import { allowedModes, lawfulFallback } from './allowed-modes.ts'

const on = '2026-03-11'
const committed: RequestedItem = { kind: 'COMMITTED', promisedWorkingDays: 10, isExcludedFromHandling: false }
const immediate: RequestedItem = { kind: 'IMMEDIATE', promisedWorkingDays: 0, isExcludedFromHandling: false }

const material = (seq: number, changes: Partial<SubmittedMaterial> = {}): SubmittedMaterial => ({
  seq,
  isEssential: false,
  isIdentityMatter: false,
  presence: 'PRESENT',
  ...changes,
})
const form = material(1, { isEssential: true })
const licence = material(2)
const kinship = material(3, { isEssential: true, isIdentityMatter: true })
const complete = [form, licence, kinship]
const without = (...seqs: number[]) => complete.map((each) => (seqs.includes(each.seq) ? { ...each, presence: 'MISSING' as const } : each))
const flawed = (seq: number) => complete.map((each) => (each.seq === seq ? { ...each, presence: 'FLAWED' as const } : each))

const bar = (kind: Bar['kind'], from: string, until: string | null, isHold = false): Bar => ({
  kind,
  from,
  until,
  reasonCode: isHold ? 'HOLD_CUMULATIVE_MISSES' : 'LISTED_CUMULATIVE_MISSES',
  clause: '三(六)',
  ruleSetVersion: 'ZZ-TOLERANCE-1',
  sourceId: 'listing-1',
  isHold,
})
const entry = (changes: Partial<ApplicantDishonestyEntry> = {}): ApplicantDishonestyEntry => ({
  entryId: 'entry-1',
  from: '2026-01-05',
  endedOn: null,
  isFromBrokenCommitments: false,
  ...changes,
})

const request = (changes: Partial<AcceptanceRequest>): AcceptanceRequest => ({
  item: committed,
  materials: complete,
  bars: [],
  dishonestyEntries: [],
  on,
  ...changes,
})
const decide = (changes: Partial<AcceptanceRequest>, rules = zzTolerance1) => allowedModes(request(changes), rules)
const allowedOf = (changes: Partial<AcceptanceRequest>, rules = zzTolerance1) =>
  decide(changes, rules)
    .filter((decision) => decision.isAllowed)
    .map((decision) => decision.mode)
const reasonsOf = (mode: AcceptanceMode, changes: Partial<AcceptanceRequest>, rules = zzTolerance1) =>
  decide(changes, rules)
    .find((decision) => decision.mode === mode)
    ?.reasons.map(({ code, facts }) => ({ code, facts }))

describe('R1 items 1 to 5: exactly these modes', () => {
  test.each<[string, Partial<AcceptanceRequest>, readonly AcceptanceMode[]]>([
    ['行政许可法 32: everything there → normal acceptance, nothing to tolerate', {}, ['NORMAL']],
    ['R1.1: a non-essential material missing', { materials: without(2) }, ['TOLERANT_ACCEPTANCE', 'CORRECTION_NOTICE']],
    ['R1.1: a non-essential material flawed', { materials: flawed(2) }, ['TOLERANT_ACCEPTANCE', 'CORRECTION_NOTICE']],
    ['R1.1: an immediate item (即办件)', { item: immediate, materials: without(2) }, ['CORRECTION_NOTICE']],
    ['R1.2: an essential material missing', { materials: without(1) }, ['CORRECTION_NOTICE']],
    ['R1.2: an essential material flawed', { materials: flawed(1) }, ['CORRECTION_NOTICE']],
    ['R1.2: essential and other missing', { materials: without(1, 2) }, ['CORRECTION_NOTICE']],
    ['R1.3: only an identity matter missing', { materials: without(3) }, ['TOLERANT_HANDLING', 'CORRECTION_NOTICE']],
    ['R1.3: an identity matter and another missing', { materials: without(2, 3) }, ['CORRECTION_NOTICE']],
    [
      'R1.1 and R1.3: a non-essential identity matter missing opens both',
      { materials: [form, material(4, { isIdentityMatter: true, presence: 'MISSING' })] },
      ['TOLERANT_ACCEPTANCE', 'TOLERANT_HANDLING', 'CORRECTION_NOTICE'],
    ],
    [
      'R1.3: the state files prove it',
      { materials: [form, { ...kinship, presence: 'MISSING', isProvableByStateFiles: true }] },
      ['CORRECTION_NOTICE'],
    ],
    [
      'R1.3: a sensitive field (安阳 art. 25)',
      { item: { ...committed, isExcludedFromHandling: true }, materials: without(3) },
      ['CORRECTION_NOTICE'],
    ],
    [
      'R1.3: the exception of immediate items is one of acceptance only (our default)',
      { item: immediate, materials: without(3) },
      ['TOLERANT_HANDLING', 'CORRECTION_NOTICE'],
    ],
    [
      'R1.5: acceptance barred',
      { materials: without(2), bars: [bar('TOLERANT_ACCEPTANCE', '2026-01-01', '2026-12-31')] },
      ['CORRECTION_NOTICE'],
    ],
    ['R1.5: the last barred day', { materials: without(2), bars: [bar('TOLERANT_ACCEPTANCE', '2025-03-12', on)] }, ['CORRECTION_NOTICE']],
    [
      'R1.5: the day after',
      { materials: without(2), bars: [bar('TOLERANT_ACCEPTANCE', '2025-03-11', '2026-03-10')] },
      ['TOLERANT_ACCEPTANCE', 'CORRECTION_NOTICE'],
    ],
    ['R1.5: under hold', { materials: without(2), bars: [bar('TOLERANT_ACCEPTANCE', '2026-03-01', null, true)] }, ['CORRECTION_NOTICE']],
    [
      'R1.5: handling barred for life',
      { materials: without(3), bars: [bar('TOLERANT_HANDLING', '2001-01-01', null)] },
      ['CORRECTION_NOTICE'],
    ],
    [
      'R1.5: a bar on handling leaves acceptance alone',
      { materials: without(2), bars: [bar('TOLERANT_HANDLING', '2001-01-01', null)] },
      ['TOLERANT_ACCEPTANCE', 'CORRECTION_NOTICE'],
    ],
    ['R1.5: nobody is barred from normal acceptance', { bars: barKinds.map((kind) => bar(kind, '2026-01-01', null)) }, ['NORMAL']],
    ['credit gate: an unrepaired entry elsewhere', { materials: without(2), dishonestyEntries: [entry()] }, ['CORRECTION_NOTICE']],
    ['credit gate: the same for handling', { materials: without(3), dishonestyEntries: [entry()] }, ['CORRECTION_NOTICE']],
    [
      'credit gate: open again on the day of repair',
      { materials: without(2), dishonestyEntries: [entry({ endedOn: on })] },
      ['TOLERANT_ACCEPTANCE', 'CORRECTION_NOTICE'],
    ],
    [
      'R1.5: an entry for broken commitments bars by its own bars, not beyond them',
      { materials: without(2), dishonestyEntries: [entry({ isFromBrokenCommitments: true })] },
      ['TOLERANT_ACCEPTANCE', 'CORRECTION_NOTICE'],
    ],
    [
      'due date: no working day lies within a limit of none',
      { item: { ...committed, promisedWorkingDays: 0 }, materials: without(2) },
      ['CORRECTION_NOTICE'],
    ],
  ])('%s', (_, changes, expected) => expect(allowedOf(changes)).toEqual(expected))
})

describe('R1: a refusal names every reason with its facts', () => {
  test.each<[string, AcceptanceMode, Partial<AcceptanceRequest>, unknown]>([
    ['nothing missing', 'TOLERANT_ACCEPTANCE', {}, [{ code: 'NOTHING_MISSING', facts: {} }]],
    ['nothing missing', 'TOLERANT_HANDLING', {}, [{ code: 'NOTHING_MISSING', facts: {} }]],
    ['nothing missing', 'CORRECTION_NOTICE', {}, [{ code: 'NOTHING_MISSING', facts: {} }]],
    ['incomplete', 'NORMAL', { materials: without(1, 2) }, [{ code: 'MATERIALS_INCOMPLETE', facts: { materials: [1, 2] } }]],
    [
      'essential ones',
      'TOLERANT_ACCEPTANCE',
      { materials: without(1, 2, 3) },
      [{ code: 'ESSENTIAL_MATERIAL_MISSING', facts: { materials: [1, 3] } }],
    ],
    ['immediate item', 'TOLERANT_ACCEPTANCE', { item: immediate, materials: without(2) }, [{ code: 'ITEM_IMMEDIATE', facts: {} }]],
    ['no identity matter', 'TOLERANT_HANDLING', { materials: without(2) }, [{ code: 'NO_IDENTITY_MATTER', facts: { materials: [2] } }]],
    ['others besides', 'TOLERANT_HANDLING', { materials: without(2, 3) }, [{ code: 'OTHER_MATERIAL_MISSING', facts: { materials: [2] } }]],
    [
      'everything at once',
      'TOLERANT_ACCEPTANCE',
      {
        item: immediate,
        materials: without(1),
        bars: [bar('TOLERANT_ACCEPTANCE', '2026-01-01', '2026-12-31')],
        dishonestyEntries: [entry()],
      },
      [
        { code: 'ITEM_IMMEDIATE', facts: {} },
        { code: 'ESSENTIAL_MATERIAL_MISSING', facts: { materials: [1] } },
        {
          code: 'BARRED',
          facts: { from: '2026-01-01', until: '2026-12-31', reasonCode: 'LISTED_CUMULATIVE_MISSES', isHold: false, sourceId: 'listing-1' },
        },
        { code: 'DISHONESTY_ENTRY', facts: { entryId: 'entry-1', from: '2026-01-05' } },
      ],
    ],
  ])('%s: %s', (_, mode, changes, expected) => expect(reasonsOf(mode, changes)).toEqual(expected))

  it('every reason cites a clause', () => {
    const decisions = decide({ item: immediate, materials: without(1, 2), dishonestyEntries: [entry()] })
    expect(decisions.flatMap((decision) => decision.reasons).every((reason) => reason.clause.length > 0)).toBe(true)
  })
})

describe('R1: what an allowed mode demands', () => {
  test.each<[AcceptanceMode, Partial<AcceptanceRequest>, readonly string[], readonly number[]]>([
    ['NORMAL', {}, [], []],
    ['TOLERANT_ACCEPTANCE', { materials: without(2) }, ['SIGNED_COMMITMENT', 'SUPPLEMENT_DUE_DAY'], [2]],
    ['TOLERANT_HANDLING', { materials: without(3) }, ['SIGNED_COMMITMENT', 'PUBLICITY'], [3]],
    ['CORRECTION_NOTICE', { materials: without(1, 2, 3) }, ['LIST_OF_EVERYTHING_MISSING'], [1, 2, 3]],
  ])('%s', (mode, changes, requires, materials) =>
    expect(decide(changes)).toContainEqual({ mode, isAllowed: true, reasons: [], requires, materials }),
  )
})

describe('R1: the readings are parameters', () => {
  it('immediate items excluded from handling too', () =>
    expect(allowedOf({ item: immediate, materials: without(3) }, variantOf({ isImmediateItemExcludedFromHandling: true }))).toEqual([
      'CORRECTION_NOTICE',
    ]))
  it('no credit gate', () =>
    expect(allowedOf({ materials: without(2), dishonestyEntries: [entry()] }, variantOf({ isDishonestyGateClosed: false }))).toContain(
      'TOLERANT_ACCEPTANCE',
    ))
})

describe('R1: properties', () => {
  const requests = fc.record<AcceptanceRequest>({
    item: fc.record({
      kind: fc.constantFrom('IMMEDIATE', 'COMMITTED'),
      promisedWorkingDays: fc.nat(30),
      isExcludedFromHandling: fc.boolean(),
    }),
    materials: fc.array(
      fc.record({
        seq: fc.nat(20),
        isEssential: fc.boolean(),
        isIdentityMatter: fc.boolean(),
        isProvableByStateFiles: fc.boolean(),
        presence: fc.constantFrom('PRESENT', 'MISSING', 'FLAWED'),
      }),
      { maxLength: 6 },
    ),
    bars: fc
      .array(
        fc.record({
          kind: fc.constantFrom(...barKinds),
          from: fc.constantFrom('2026-01-01', '2026-05-01'),
          until: fc.constantFrom('2026-03-10', null),
        }),
        { maxLength: 3 },
      )
      .map((bars) => bars.map(({ kind, from, until }) => bar(kind, from, until))),
    dishonestyEntries: fc.array(fc.constant(entry()), { maxLength: 1 }),
    on: fc.constant(on),
  })

  it('the lawful fallback is always allowed, and it is one of normal and correction', () =>
    fc.assert(
      fc.property(requests, (each) => {
        const decisions = allowedModes(each, zzTolerance1)
        const allowed = decisions.filter((decision) => decision.isAllowed).map((decision) => decision.mode)
        expect(decisions.map((decision) => decision.mode)).toEqual(acceptanceModes)
        expect(allowed).toContain(lawfulFallback(decisions))
        expect(allowed.filter((mode) => mode === 'NORMAL' || mode === 'CORRECTION_NOTICE')).toHaveLength(1)
      }),
    ))

  it('a mode is refused with a reason or allowed without', () =>
    fc.assert(
      fc.property(requests, (each) =>
        allowedModes(each, zzTolerance1).every(({ isAllowed, reasons }) => isAllowed === (reasons.length === 0)),
      ),
    ))

  it('R1.2: tolerant acceptance never with an essential material lacking or an immediate item', () =>
    fc.assert(
      fc.property(requests, (each) => {
        const tolerant = allowedModes(each, zzTolerance1).find((decision) => decision.mode === 'TOLERANT_ACCEPTANCE')
        const isBlocked = each.item.kind === 'IMMEDIATE' || each.materials.some((one) => one.isEssential && one.presence !== 'PRESENT')
        return !(isBlocked && tolerant?.isAllowed)
      }),
    ))
})
