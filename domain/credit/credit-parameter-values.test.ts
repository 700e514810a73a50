import { describe, expect, it } from 'vitest'
import { creditRuleSet } from './credit-rule-set.fixture.ts'
import { changedParameters, creditParameterNames, creditParameterValues, valuesOf, zz1Values } from './credit-parameter-values.ts'
import type { CreditParameterValues } from './credit-parameter-values.ts'

import { ZZ_1 } from './credit-rule-set.ts'
import { readCreditRuleSet } from './read-credit-rule-set.ts'

const problemsOf = (changes: object) => {
  const read = creditParameterValues.safeParse({ ...zz1Values, ...changes })
  return read.success ? [] : read.error.issues.map(({ path, message, code }) => [path.join('.'), code === 'custom' ? message : code])
}

describe('the values of a version', () => {
  it('ZZ-1 itself is one, and every parameter but the grade while blacklisted is editable', () => {
    expect(problemsOf({})).toEqual([])
    expect(new Set([...creditParameterNames, 'blacklistedGrade'])).toEqual(new Set(Object.keys(ZZ_1.parameters)))
  })

  it.each<[string, object, readonly [string, string]]>([
    [
      'a rater without weight, who may be the only one',
      { raterWeights: { OWNER: 5, AUTHORITY: 3, PLATFORM: 0 } },
      ['raterWeights.PLATFORM', 'too_small'],
    ],
    ['another scale than the marks are given on', { reviewScale: { worst: 0, best: 10 } }, ['reviewScale.worst', 'invalid_value']],
    ['no window', { reviewWindowMonths: 0 }, ['reviewWindowMonths', 'too_small']],
    ['half a month', { reviewWindowMonths: 1.5 }, ['reviewWindowMonths', 'invalid_type']],
    ['bounds crossed', { conductBounds: { least: 110, most: 100 } }, ['conductBounds.most', 'BOUNDS_CROSSED']],
    ['a base out of bounds', { conductBase: 120 }, ['conductBase', 'OUT_OF_BOUNDS']],
    ['complaints that add points', { complaintPoints: 1 }, ['complaintPoints', 'too_big']],
    ['weights that are not one', { scoreWeights: { review: 0.6, conduct: 0.6 } }, ['scoreWeights.conduct', 'WEIGHTS_NOT_ONE']],
    ['A not above B', { gradeThresholds: { A: 75, B: 75, C: 60 } }, ['gradeThresholds.B', 'GRADES_OUT_OF_ORDER']],
    ['B not above C', { gradeThresholds: { A: 90, B: 60, C: 60 } }, ['gradeThresholds.C', 'GRADES_OUT_OF_ORDER']],
    ['a parameter nobody knows', { favour: 5 }, ['', 'unrecognized_keys']],
  ])('refuses %s', (_, changes, expected) => {
    expect(problemsOf(changes)).toContainEqual(expected)
  })

  it('says in what two versions differ, by value', () => {
    const after: CreditParameterValues = {
      ...zz1Values,
      honoursCap: 5,
      gradeThresholds: { A: 92, B: 75, C: 60 },
      raterWeights: { ...zz1Values.raterWeights },
    }
    expect(changedParameters(zz1Values, after)).toEqual(['honoursCap', 'gradeThresholds'])
    expect(changedParameters(zz1Values, zz1Values)).toEqual([])
  })
})

describe('a stored version as rules', () => {
  it('keeps the basis of what it leaves, and says of what it changes that no higher source prescribes it', () => {
    const { parameters, legalBasis } = creditRuleSet({ complaintPoints: -2, gradeThresholds: { A: 92, B: 80, C: 60 } })
    expect(parameters.raterWeights.basis).toBe(ZZ_1.parameters.raterWeights.basis)
    expect(parameters.complaintPoints).toMatchObject({
      value: -2,
      basis: { instrument: '信用评价规则 ZZ-2', clause: 'ZZ-2.8', textZh: expect.stringContaining('扣2分'), evidence: 'D' },
    })
    expect(parameters.complaintPoints.basis.textZh).toContain('无上位依据')
    expect(parameters.gradeThresholds.basis.textEn).toContain('92, 80 and 60')
    expect(Object.values(parameters).every(({ basis }) => legalBasis.includes(basis))).toBe(true)
  })

  it('gives its values back, whichever parameter is changed', () => {
    for (const name of creditParameterNames) expect(valuesOf(creditRuleSet({ [name]: zz1Values[name] }).parameters)).toEqual(zz1Values)
    expect(valuesOf(creditRuleSet({ honourMonths: 12 }).parameters).honourMonths).toBe(12)
  })

  it('no score is computed from a row that can not be read', () => {
    expect(() => readCreditRuleSet({ version: 'ZZ-9', effectiveFrom: '2026-07-01', parameters: { honoursCap: 'many' } })).toThrow(/ZZ-9/)
  })
})
