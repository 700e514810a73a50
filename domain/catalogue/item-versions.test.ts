import { describe, expect, it, test } from 'vitest'
import { changedFields, compareCatalogues } from './compare-items.ts'
import { countOutcomes, impactOf } from './change-impact.ts'
import type { Touched } from './change-impact.ts'
import { itemContent } from './item-content.fixture.ts'
import { itemContentSchema, itemFields } from './item-content.ts'
import { proposeVersion } from './propose-change.ts'
import type { Proposal } from './propose-change.ts'
import { ZZ_CATALOGUE_1 } from './zz-catalogue-1.ts'

const cancelled = itemContent({ status: 'CANCELLED', cancelledBy: '国发〔2026〕1号' })
const current = { version: 3, content: itemContent() }

describe('R2 what a proposal comes to', () => {
  const propose = (changes: Partial<Proposal>) =>
    proposeVersion({ kind: 'AMEND', itemCode: 'ZJ-TST-001', wanted: null, cancellingDocument: null, latest: current, ...changes })

  test.each<[string, Partial<Proposal>, string]>([
    ['an addition of what is there', { kind: 'ADD', wanted: itemContent() }, 'ITEM_EXISTS'],
    ['an addition without text', { kind: 'ADD', latest: null }, 'CONTENT_MISSING'],
    ['a change of what is not there', { latest: null, wanted: itemContent() }, 'ITEM_UNKNOWN'],
    ['an amendment without text', {}, 'CONTENT_MISSING'],
    ['an amendment that changes nothing', { wanted: itemContent() }, 'NOTHING_CHANGED'],
    [
      'an amendment of a cancelled item',
      { wanted: itemContent({ feeNote: 'x' }), latest: { version: 2, content: cancelled } },
      'ITEM_CANCELLED',
    ],
    ['a cancellation without its document', { kind: 'CANCEL', cancellingDocument: ' ' }, 'CANCELLING_DOCUMENT_MISSING'],
    ['a second cancellation', { kind: 'CANCEL', cancellingDocument: 'x', latest: { version: 2, content: cancelled } }, 'ITEM_CANCELLED'],
    ['a restoration of what stands', { kind: 'RESTORE' }, 'ITEM_NOT_CANCELLED'],
  ])('refuses %s', (_name, changes, code) => expect(propose(changes)).toMatchObject({ ok: false, refusal: { code } }))

  it('a cancellation keeps the text and names its document; a restoration undoes both', () => {
    expect(propose({ kind: 'CANCEL', cancellingDocument: ' 豫政〔2026〕9号 ' })).toEqual({
      ok: true,
      value: { content: itemContent({ status: 'CANCELLED', cancelledBy: '豫政〔2026〕9号' }), baseVersion: 3 },
    })
    expect(propose({ kind: 'RESTORE', latest: { version: 4, content: cancelled } })).toEqual({
      ok: true,
      value: { content: itemContent(), baseVersion: 4 },
    })
  })

  it('status and cancelling document follow from the kind, whatever the form said', () => {
    const wanted = { ...itemContent({ feeNote: '按件计' }), status: 'CANCELLED', cancelledBy: '我说的' } as const
    expect(propose({ wanted })).toMatchObject({ value: { content: { status: 'RETAINED', cancelledBy: null, feeNote: '按件计' } } })
  })
})

describe('R2 comparison of two versions', () => {
  it.each(itemFields)('a change of %s is found, and it alone', (field) => {
    const other = itemContentSchema.parse({
      ...itemContent(),
      ...{
        [field]:
          {
            ...{ isLegalBasisVerified: false, isQualificationRequired: true, isZoneAreaAssessed: true, feeBasis: 'GOVERNMENT_SET' },
            ...{ selfPreparation: 'NO', status: 'CANCELLED', backgroundFields: ['fee_basis'], timeLimitWorkingDays: 5, referenceSize: 2 },
            ...{ feeUnit: 'PIECE', feeCeiling: { kind: 'FIXED', feeFen: 100 } },
          }[field as string] ?? '另一个',
      },
    })
    expect(changedFields(itemContent(), other).map((one) => one.field)).toEqual([field])
  })

  it('the order of keys in a stored fee table is no difference', () => {
    const one = itemContent({ feeCeiling: { kind: 'PER_UNIT', unit: 'PIECE', feeFenPerUnit: 5, minFen: null, maxFen: null } })
    const other = itemContent({ feeCeiling: { maxFen: null, minFen: null, feeFenPerUnit: 5, unit: 'PIECE', kind: 'PER_UNIT' } })
    expect(changedFields(one, other)).toEqual([])
  })

  it('says what was added, amended, cancelled and restored between two days', () => {
    const before = new Map([
      ['A', itemContent()],
      ['B', itemContent()],
      ['C', cancelled],
      ['D', itemContent()],
      ['Z', itemContent()],
    ])
    const after = new Map([
      ['A', itemContent()],
      ['B', cancelled],
      ['C', itemContent()],
      ['D', itemContent({ feeNote: '新' })],
      ['E', itemContent()],
    ])
    expect(compareCatalogues(before, after).map(({ code, change }) => [code, change])).toEqual([
      ['B', 'CANCELLED'],
      ['C', 'RESTORED'],
      ['D', 'AMENDED'],
      ['E', 'ADDED'],
      ['Z', 'REMOVED'],
    ])
    expect(compareCatalogues(after, after)).toEqual([])
  })
})

describe('R2 whom a change touches', () => {
  const fixed = (feeFen: number) => ({ kind: 'FIXED', feeFen }) as const
  const touched: Touched = {
    offerings: [
      { uscc: '1', firm: '甲', feeFen: 100_00, feeSchedule: fixed(100_00), hasQualification: true },
      { uscc: '2', firm: '乙', feeFen: 900_00, feeSchedule: fixed(900_00), hasQualification: false },
    ],
    engagements: [{ number: 'XQ-1', firm: '甲', projectName: '厂房', deliverDueOn: '2026-12-01' }],
    materials: [{ approvalItemCode: 'AP-1', approvalItem: '许可', seq: 2, nameZh: '报告', isEssential: true }],
  }
  const outcomes = (kind: 'AMEND' | 'CANCEL' | 'RESTORE', after = itemContent(), before = itemContent()) => {
    const impact = impactOf({ kind, before, after }, touched, ZZ_CATALOGUE_1)
    return [impact.offerings, impact.engagements, impact.materials].map((list) => list.map(({ outcome }) => outcome))
  }

  it('003 三(三) a cancellation: nothing new is chosen or demanded, what runs is finished (ZZ-C1.2)', () =>
    expect(outcomes('CANCEL', cancelled)).toEqual([
      ['NO_LONGER_CHOOSABLE', 'NO_LONGER_CHOOSABLE'],
      ['RUNS_TO_ITS_END'],
      ['NO_LONGER_DEMANDED'],
    ]))

  it('a new ceiling bars what is over it, a new certificate who has none', () => {
    const ceiling = itemContent({ feeBasis: 'GOVERNMENT_GUIDED', feeCeiling: fixed(500_00) })
    expect(outcomes('AMEND', ceiling)[0]).toEqual(['TO_BE_REVIEWED', 'OVER_NEW_CEILING'])
    expect(outcomes('AMEND', itemContent({ isQualificationRequired: true }))[0]).toEqual(['TO_BE_REVIEWED', 'QUALIFICATION_NOW_REQUIRED'])
    expect(outcomes('AMEND', { ...ceiling, feeBasis: 'MARKET' })[0]).toEqual(['TO_BE_REVIEWED', 'TO_BE_REVIEWED'])
  })

  it('a restoration: what stood before counts again', () =>
    expect(outcomes('RESTORE', itemContent(), cancelled)).toEqual([
      ['COUNTS_AGAIN', 'COUNTS_AGAIN'],
      ['RUNS_TO_ITS_END'],
      ['COUNTS_AGAIN'],
    ]))

  it('counts the outcomes, the most frequent first', () =>
    expect(countOutcomes([{ outcome: 'COUNTS_AGAIN' }, { outcome: 'TO_BE_REVIEWED' }, { outcome: 'TO_BE_REVIEWED' }])).toEqual([
      { outcome: 'TO_BE_REVIEWED', count: 2 },
      { outcome: 'COUNTS_AGAIN', count: 1 },
    ]))
})
