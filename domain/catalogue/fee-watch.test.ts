import { describe, expect, it } from 'vitest'
import type { FeePast } from './fee-watch.ts'
import { feeWatchRuleSets, findSharpRise } from './fee-watch.ts'

const today = '2026-11-20'
const perVehicle = (feeFenPerUnit: number) => ({
  schedule: { kind: 'PER_UNIT', unit: 'VEHICLE', feeFenPerUnit, minFen: null, maxFen: null } as const,
  referenceFeeFen: feeFenPerUnit,
})
const asked = (feeFen: number, untilOn: string): FeePast => ({ referenceFees: [{ feeFen, untilOn }], agreedFees: [] })
const agreed = (feeFen: number, size: number | null, chosenOn: string): FeePast => ({
  referenceFees: [],
  agreedFees: [{ feeFen, size, chosenOn }],
})

describe('ZZ-F1 a sharp rise is noticed, by our own default', () => {
  it.each<[string, number, FeePast, object | null]>([
    ['F1.2: 10 % after a choice', 110, agreed(500, 5, '2026-11-19'), null],
    [
      'F1.2: over 10 % after a choice',
      111,
      agreed(500, 5, '2026-11-19'),
      { because: 'SOON_AFTER_CHOICE', fromFen: 500, toFen: 555, percent: 11 },
    ],
    ['F1.1: on the thirtieth day after it', 200, agreed(500, 5, '2026-10-21'), { because: 'SOON_AFTER_CHOICE', days: 30 }],
    ['F1.1: on the day after', 200, agreed(500, 5, '2026-10-20'), null],
    ['a size the new schedule has no fee for', 200, agreed(500, null, '2026-11-19'), null],
    ['F1.4: 30 % within a short time', 130, asked(100, today), null],
    ['F1.4: over 30 %', 131, asked(100, today), { because: 'IN_SHORT_TIME', fromFen: 100, toFen: 131, percent: 31, limitPercent: 30 }],
    ['F1.3: a fee last asked 90 days ago', 131, asked(100, '2026-08-22'), { because: 'IN_SHORT_TIME', days: 90 }],
    ['F1.3: one day longer ago', 131, asked(100, '2026-08-21'), null],
    ['from nothing to something', 1, asked(0, today), { because: 'IN_SHORT_TIME', fromFen: 0, percent: null }],
    ['cheaper than ever', 50, asked(100, today), null],
    [
      'small steps add up',
      140,
      {
        referenceFees: [
          { feeFen: 100, untilOn: '2026-11-01' },
          { feeFen: 125, untilOn: today },
        ],
        agreedFees: [],
      },
      { fromFen: 100, percent: 40 },
    ],
  ])('%s', (_, rate, past, expected) => {
    const found = findSharpRise(perVehicle(rate), past, today)
    if (!found.ok) throw new Error(found.refusal.code)
    if (expected === null) expect(found.value).toBeNull()
    else expect(found.value).toMatchObject({ ...expected, ruleSetVersion: 'ZZ-FEE-1' })
  })

  it('says that the numbers are ours', () => {
    const [rules] = feeWatchRuleSets
    expect(rules?.percentAfterChoice.basis).toMatchObject({ evidence: 'D' })
  })
})
