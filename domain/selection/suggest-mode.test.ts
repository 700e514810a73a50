import { describe, expect, it } from 'vitest'
import { fundSources, selectionModes } from './selection.ts'
import type { FundSource, SelectionMode } from './selection.ts'
import type { ModeQuestion, Priority } from './suggest-mode.ts'
import { priorities, suggestMode } from './suggest-mode.ts'
import { ZZ_SELECTION_1 } from './zz-selection-1.ts'

const rules = ZZ_SELECTION_1.parameters
const asked = (fundSource: FundSource, qualifiedFirms: number, priority: Priority, isUrgent = false): ModeQuestion => ({
  ...{ fundSource, qualifiedFirms, priority, isUrgent },
})

describe('which way of choosing suits (our own advice)', () => {
  it.each<[ModeQuestion, SelectionMode | null]>([
    [asked('PRIVATE', 5, 'PRICE'), 'LOWEST_QUOTE'],
    [asked('PRIVATE', 5, 'PRICE', true), 'DIRECT'],
    [asked('PRIVATE', 5, 'QUALITY'), 'COMPARATIVE'],
    [asked('PRIVATE', 5, 'BOTH'), 'AVERAGE_PRICE'],
    [asked('PRIVATE', 5, 'ALIKE', true), 'RANDOM_DRAW'],
    [asked('STATE', 5, 'PRICE', true), 'LOWEST_QUOTE'],
    [asked('STATE', 5, 'QUALITY', true), 'CREDIT_SHORTLIST'],
    [asked('MIXED', 5, 'BOTH', true), 'CREDIT_SHORTLIST'],
    [asked('STATE', 3, 'ALIKE'), 'RANDOM_DRAW'],
    [asked('STATE', 2, 'ALIKE'), 'CREDIT_SHORTLIST'],
    [asked('STATE', 1, 'ALIKE'), null],
    [asked('PRIVATE', 1, 'QUALITY', true), 'DIRECT'],
    [asked('PRIVATE', 0, 'PRICE'), null],
  ])('%j → %s', (question, mode) => {
    expect(suggestMode(question, rules).suggested).toBe(mode)
  })

  it('R3: state and mixed funds have no direct choice, however urgent', () => {
    for (const fundSource of ['STATE', 'MIXED'] as const) {
      const { modes } = suggestMode(asked(fundSource, 9, 'PRICE', true), rules)
      expect(modes.at(-1)).toMatchObject({ mode: 'DIRECT', bar: { code: 'DIRECT_NOT_FOR_FUNDS', fundSource } })
    }
  })

  it('R3: what has too few firms is closed, with how many are needed and how many there are', () => {
    const { modes } = suggestMode(asked('PRIVATE', 1, 'QUALITY'), rules)
    const closed = modes.filter(({ bar }) => bar !== null)
    expect(closed).toMatchObject([{ mode: 'CREDIT_SHORTLIST', bar: { code: 'TOO_FEW_QUALIFIED', minimum: 2, qualified: 1 } }])
  })

  it('answers every question with all six modes once, open ones before closed ones, and a reason for each', () => {
    for (const fundSource of fundSources)
      for (const priority of priorities)
        for (const isUrgent of [true, false])
          for (const firms of [0, 1, 2, 3, 20]) {
            const { modes, suggested } = suggestMode(asked(fundSource, firms, priority, isUrgent), rules)
            expect(modes.map(({ mode }) => mode).toSorted()).toEqual([...selectionModes].toSorted())
            const open = modes.filter(({ bar }) => bar === null)
            expect(modes.slice(0, open.length)).toEqual(open)
            expect(suggested).toBe(open[0]?.mode ?? null)
            for (const { reasons } of modes) expect(reasons.length).toBeGreaterThan(0)
          }
  })

  it('warns of the time that scoring takes only where there is none', () => {
    const cautionsOf = (isUrgent: boolean) =>
      suggestMode(asked('STATE', 5, 'QUALITY', isUrgent), rules).modes.find(({ mode }) => mode === 'COMPARATIVE')?.cautions
    expect(cautionsOf(true)).toEqual(['SCORING_TAKES_TIME'])
    expect(cautionsOf(false)).toEqual([])
  })
})
