import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Criterion } from './criteria.ts'
import { checkCriteria } from './criteria.ts'
import type { DrawnOrders } from './draw-labels.ts'
import { drawsOf, evaluate } from './evaluate-selection.ts'
import { pickFromShortlist } from './evaluate-drawn.ts'
import type { EvaluatedBidder, EvaluationFacts } from './evaluation-facts.ts'
import type { SelectionResult } from './evaluation-result.ts'
import { checkScores } from './scores.ts'
import type { FundSource, SelectionMode } from './selection.ts'
import { ZZ_SELECTION_1 } from './zz-selection-1.ts'

const { parameters } = ZZ_SELECTION_1

interface Asked {
  readonly fees?: readonly (number | null)[]
  readonly scores?: readonly (number | null)[]
  readonly fund?: FundSource
  readonly explained?: readonly number[]
  readonly criteria?: readonly Criterion[]
  readonly points?: readonly Readonly<Record<string, number>>[]
}

function factsOf(
  mode: SelectionMode,
  { fees = [], scores = [], fund = 'STATE', explained = [], criteria = [], points = [] }: Asked,
): EvaluationFacts {
  const size = Math.max(fees.length, scores.length)
  const bidders = Array.from({ length: size }, (_, index): EvaluatedBidder => {
    const feeFen = fees[index]
    return {
      ...{ place: index + 1, signUpId: `s${index + 1}`, score: scores[index] ?? null, points: points[index] ?? {} },
      quote: feeFen == null ? null : { feeFen, workingDays: 10, isExplained: explained.includes(index + 1) },
      out: feeFen === null ? { code: 'QUOTE_UNREADABLE' } : null,
    }
  })
  return {
    ...{ mode, bidders, criteria, minimum: parameters.minimumPool.value[mode][fund], percents: parameters.averagePercents.value },
    ...{ abnormallyLowShare: parameters.abnormallyLowShare.value, creditTailShare: parameters.creditTailShare.value },
    ...{ shortlistSize: parameters.shortlistSize.value, unratedScore: parameters.unratedScore.value },
  }
}

/** As drawn, unless told otherwise: everyone in the order of places, the first percentage. */
function resultOf(facts: EvaluationFacts, orders: DrawnOrders = {}): SelectionResult {
  const drawn = Object.fromEntries(drawsOf(facts).map(({ label, entries, count }) => [label, entries.slice(0, count)]))
  const evaluated = evaluate(facts, { ...drawn, ...orders })
  if (!evaluated.ok) throw new Error(evaluated.refusal.code)
  return evaluated.value
}
const orderOf = ({ ranking }: SelectionResult) => ranking.map(({ signUpId }) => signUpId)
const reasonsOf = ({ excluded }: SelectionResult) => Object.fromEntries(excluded.map(({ signUpId, refusal }) => [signUpId, refusal.code]))
const labelsOf = (facts: EvaluationFacts) => drawsOf(facts).map(({ label }) => label)

describe('R3 最低价', () => {
  test('the lowest first; without equal fees nothing is drawn', () => {
    const facts = factsOf('LOWEST_QUOTE', { fees: [900, 850, 800] })
    expect(labelsOf(facts)).toEqual([])
    expect(orderOf(resultOf(facts))).toEqual(['s3', 's2', 's1'])
  })

  test('equal fees stand in the order drawn, others don’t move', () => {
    const facts = factsOf('LOWEST_QUOTE', { fees: [800, 900, 800, 800] })
    expect(labelsOf(facts)).toEqual(['TIE'])
    expect(orderOf(resultOf(facts, { TIE: [2, 4, 1, 3] }))).toEqual(['s4', 's1', 's3', 's2'])
  })

  test.each([
    ['STATE', [900, 850], 'TOO_FEW_QUOTES'],
    ['MIXED', [900, 850, null], 'TOO_FEW_QUOTES'],
    ['PRIVATE', [], 'TOO_FEW_QUOTES'],
  ] as const)('%s funds, %j: failed', (fund, fees, code) => {
    const facts = factsOf('LOWEST_QUOTE', { fees, fund })
    expect(evaluate(facts, {})).toMatchObject({ ok: false, refusal: { code } })
    expect(drawsOf(facts)).toEqual([])
  })

  test('whoever has no valid quote is told why', () => {
    expect(reasonsOf(resultOf(factsOf('LOWEST_QUOTE', { fees: [900, null, 850, 880] })))).toEqual({ s2: 'QUOTE_UNREADABLE' })
  })
})

describe('R3 异常低价: under 70 % of the median', () => {
  const fees = [1000, 1000, 699, 1000]

  test('without an explanation the quote is out, with the median it was measured by', () => {
    const result = resultOf(factsOf('LOWEST_QUOTE', { fees }))
    expect(orderOf(result)).not.toContain('s3')
    expect(result.excluded).toEqual([{ signUpId: 's3', refusal: { code: 'ABNORMALLY_LOW_UNEXPLAINED', feeFen: 699, medianFen: 1000 } }])
  })

  test('explained it competes; at exactly 70 % nothing needs explaining', () => {
    expect(orderOf(resultOf(factsOf('LOWEST_QUOTE', { fees, explained: [3] })))[0]).toBe('s3')
    expect(orderOf(resultOf(factsOf('LOWEST_QUOTE', { fees: [1000, 1000, 700, 1000] })))[0]).toBe('s3')
  })

  test('an unexplained quote doesn’t count towards the minimum', () => {
    expect(evaluate(factsOf('LOWEST_QUOTE', { fees: [1000, 1000, 600] }), {})).toMatchObject({
      ok: false,
      refusal: { code: 'TOO_FEW_QUOTES', found: 2, needed: 3 },
    })
  })
})

describe('R3 最优价 连云港海州', () => {
  const { edgeCases } = JSON.parse(readFileSync('test/vectors/haizhou-average-price.json', 'utf8')) as {
    edgeCases: { id: string; bidders: number; funding: string; expected: string }[]
  }

  test.each(edgeCases.filter(({ expected }) => !expected.startsWith('unspecified')))(
    '$id: $bidders quotes, $funding: $expected',
    (edge) => {
      const funds: FundSource[] = edge.funding === 'social' ? ['PRIVATE'] : ['STATE', 'MIXED']
      for (const fund of funds) {
        const facts = factsOf('AVERAGE_PRICE', { fees: new Array<number>(edge.bidders).fill(1000), fund })
        if (edge.expected.startsWith('failed'))
          expect(evaluate(facts, {})).toMatchObject({ ok: false, refusal: { code: 'TOO_FEW_QUOTES' } })
        else expect(orderOf(resultOf(facts))).toEqual(['s1'])
      }
    },
  )

  test('percentage and order among equals are drawn; dropped quotes can’t win and are told so', () => {
    const facts = factsOf('AVERAGE_PRICE', { fees: [1000, 950, 920, 900, 860, 700] })
    expect(labelsOf(facts)).toEqual(['PERCENT', 'TIE'])
    const result = resultOf(facts, { PERCENT: [97], TIE: [6, 5, 4, 3, 2, 1] })
    expect(result).toMatchObject({ percent: 97, referenceFen: 880 })
    // 900 and 860 are equally near to 880: who was drawn first comes first.
    expect(orderOf(result)).toEqual(['s5', 's4', 's3', 's2'])
    expect(orderOf(resultOf(facts, { PERCENT: [97], TIE: [1, 2, 3, 4, 5, 6] }))[0]).toBe('s4')
    expect(reasonsOf(result)).toEqual({ s1: 'QUOTE_DROPPED_HIGHEST', s6: 'QUOTE_DROPPED_LOWEST' })
  })

  test('which of equal extremes is dropped is drawn, not a matter of place', () => {
    const facts = factsOf('AVERAGE_PRICE', { fees: [1000, 1000, 900, 800, 700] })
    expect(reasonsOf(resultOf(facts, { PERCENT: [95], TIE: [2, 1, 3, 4, 5] }))).toMatchObject({ s2: 'QUOTE_DROPPED_HIGHEST' })
    expect(reasonsOf(resultOf(facts, { PERCENT: [95], TIE: [1, 2, 3, 4, 5] }))).toMatchObject({ s1: 'QUOTE_DROPPED_HIGHEST' })
  })
})

describe('R3 择优', () => {
  const criteria: Criterion[] = [
    { key: 'credit', title: '信用', kind: 'CREDIT', weight: 30 },
    { key: 'plan', title: '方案', kind: 'SCORED', weight: 40 },
    { key: 'quote', title: '报价', kind: 'QUOTE', weight: 30 },
  ]
  const asked = { fees: [1000, 900, 1200], scores: [90, null, 104], criteria, points: [{ plan: 8000 }, { plan: 7550 }, { plan: 9000 }] }

  test('credit capped at 100, the quote by its ratio to the lowest, the plan as scored: by weight', () => {
    const result = resultOf(factsOf('COMPARATIVE', asked))
    // s1: 27 + 32 + 27 · s2: 22.5 + 30.2 + 30 · s3: 30 + 36 + 22.5
    expect(result.ranking.map(({ signUpId, figures }) => [signUpId, figures['total']])).toEqual([
      ['s3', 88.5],
      ['s1', 86],
      ['s2', 82.7],
    ])
    expect(result.ranking[0]?.figures).toMatchObject({ 'points.credit': 100, 'points.plan': 90, 'points.quote': 75, feeFen: 1200 })
  })

  test('equal totals are drawn', () => {
    const equal = { ...asked, fees: [1000, 1000, 1000], scores: [80, 80, 70], points: [{ plan: 5000 }, { plan: 5000 }, { plan: 5000 }] }
    const facts = factsOf('COMPARATIVE', equal)
    expect(labelsOf(facts)).toEqual(['TIE'])
    expect(orderOf(resultOf(facts, { TIE: [3, 2, 1] }))).toEqual(['s2', 's1', 's3'])
  })

  test('scores: all of them, once, with reasons, no finer than hundredths', () => {
    const facts = factsOf('COMPARATIVE', { ...asked, fees: [1000, null, 1200], points: [] })
    const score = (signUpId: string, changes = {}) => ({ signUpId, criterion: 'plan', points: 80.25, reasons: '方案完整可行', ...changes })
    expect(checkScores(facts, [score('s1'), score('s3')])).toMatchObject({ ok: true })
    const refused = (scores: Parameters<typeof checkScores>[1]) => {
      const checked = checkScores(facts, scores)
      return checked.ok ? null : checked.refusal.code
    }
    expect(refused([score('s1')])).toBe('SCORES_INCOMPLETE')
    expect(refused([score('s1'), score('s1')])).toBe('SCORE_TWICE')
    expect(refused([score('s2')])).toBe('SCORE_UNKNOWN')
    expect(refused([score('s1', { criterion: 'quote' })])).toBe('SCORE_UNKNOWN')
    expect(refused([score('s1', { points: 80.255 })])).toBe('SCORE_TOO_FINE')
    expect(refused([score('s1', { reasons: '好' })])).toBe('REASONS_REQUIRED')
  })

  test.each([
    ['weights of 90', criteria.map((one) => ({ ...one, weight: 30 })), 'WEIGHTS_NOT_100'],
    ['no plan', criteria.filter(({ kind }) => kind !== 'SCORED'), 'CRITERION_KIND_MISSING'],
    ['credit twice', [...criteria, { ...criteria[0]!, key: 'again' }], 'CRITERION_KIND_TWICE'],
    ['one key twice', [...criteria, criteria[1]!], 'CRITERION_TWICE'],
  ])('criteria: %s', (_name, given, code) => {
    expect(checkCriteria(given)).toMatchObject({ ok: false, refusal: { code } })
    expect(checkCriteria(criteria).ok).toBe(true)
  })
})

describe('R3 随机抽取 and 信用择优', () => {
  test('the whole pool in the order drawn', () => {
    expect(orderOf(resultOf(factsOf('RANDOM_DRAW', { scores: [80, 90, 70] }), { WINNER: [2, 3, 1] }))).toEqual(['s2', 's3', 's1'])
  })

  test('a shortlist waits for the pick; the tail and the undrawn are told why', () => {
    const facts = factsOf('CREDIT_SHORTLIST', { scores: [95, 60, 88, 91, 70] })
    expect(drawsOf(facts)).toMatchObject([{ label: 'WINNER', entries: [1, 3, 4, 5], weights: [9500, 8800, 9100, 7000] }])
    const result = resultOf(facts, { WINNER: [5, 1, 4, 3] })
    expect(result).toMatchObject({ ranking: [], shortlist: ['s5', 's1', 's4'] })
    expect(reasonsOf(result)).toEqual({ s2: 'CREDIT_TAIL_CUT', s3: 'NOT_DRAWN' })
    const picked = pickFromShortlist(result, 's1', '同类项目经验最多')
    expect(picked.ok && orderOf(picked.value)).toEqual(['s1', 's5', 's4'])
    expect(pickFromShortlist(result, 's3', '同类项目经验最多')).toMatchObject({ ok: false, refusal: { code: 'NOT_ON_SHORTLIST' } })
    expect(pickFromShortlist(result, 's1', '好')).toMatchObject({ ok: false, refusal: { code: 'REASONS_REQUIRED' } })
  })

  test('one sign-up fails a shortlist', () => {
    expect(evaluate(factsOf('CREDIT_SHORTLIST', { scores: [95] }), {})).toMatchObject({
      ok: false,
      refusal: { code: 'TOO_FEW_BIDDERS', needed: 2 },
    })
  })
})

test('any quotes in any mode: everyone is either ranked or told why, nobody both', () => {
  const fees = fc.array(fc.option(fc.integer({ min: 1, max: 100_000 })), { minLength: 3, maxLength: 25 })
  fc.assert(
    fc.property(fees, fc.constantFrom<SelectionMode>('LOWEST_QUOTE', 'AVERAGE_PRICE'), (given, mode) => {
      const facts = factsOf(mode, { fees: given, fund: 'PRIVATE' })
      fc.pre(evaluate({ ...facts, mode: 'LOWEST_QUOTE' }, {}).ok)
      const { ranking, excluded } = resultOf(facts)
      const told = [...ranking, ...excluded].map(({ signUpId }) => signUpId)
      expect(told.toSorted()).toEqual(facts.bidders.map(({ signUpId }) => signUpId).toSorted())
      expect(ranking.map(({ place }) => place)).toEqual(ranking.map((_, index) => index + 1))
    }),
  )
})
