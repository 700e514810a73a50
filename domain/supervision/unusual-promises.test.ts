import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { promiseActors, unusualSignsOf, unusualUseParameters } from './unusual-promises.ts'
import type { PromiseUse } from './unusual-promises.ts'

const ordinary: PromiseUse = { actor: 'OFFICER', cases: 100, promises: 20, broken: 1, peerCases: 300, peerPromises: 60, peerBroken: 3 }
const use = (changes: Partial<PromiseUse>): PromiseUse => ({ ...ordinary, ...changes })

describe('R7: unusual use of tolerance', () => {
  test.each<[string, Partial<PromiseUse>, readonly string[]]>([
    ['as the others do', {}, []],
    ['twice the share of the others', { promises: 40 }, ['SHARE_FAR_ABOVE_PEERS']],
    ['just below twice', { promises: 39 }, []],
    ['twice, but less than three in ten', { promises: 29, peerPromises: 30 }, []],
    ['three in ten where the others have one', { promises: 30, peerPromises: 30 }, ['SHARE_FAR_ABOVE_PEERS']],
    ['the only officer of the agency', { promises: 100, peerCases: 0, peerPromises: 0, peerBroken: 0 }, []],
    ['too few promises to say', { cases: 9, promises: 9, broken: 9 }, []],
    ['promises that are broken', { broken: 6 }, ['BROKEN_FAR_ABOVE_PEERS']],
    ['one fewer', { broken: 5 }, []],
    ['broken as often as those of the others', { broken: 6, peerBroken: 18 }, []],
    ['both', { promises: 40, broken: 20 }, ['SHARE_FAR_ABOVE_PEERS', 'BROKEN_FAR_ABOVE_PEERS']],
  ])('an officer: %s', (_, changes, signs) => expect(unusualSignsOf(use(changes))).toEqual(signs))

  test.each([
    [5, []],
    [6, ['MANY_PROMISES']],
  ])('an applicant with %i promises', (promises, signs) => {
    expect(unusualSignsOf(use({ actor: 'APPLICANT', cases: promises, promises, broken: 0 }))).toEqual(signs)
    expect(unusualSignsOf(use({ actor: 'APPLICANT', cases: promises, promises, broken: promises }))).toEqual(signs)
  })

  test.each<[number, number, readonly string[]]>([
    [10, 3, ['BROKEN_FAR_ABOVE_PEERS']],
    [10, 2, []],
    [9, 9, []],
  ])('an intermediary whose results were promised %i times, %i broken', (promises, broken, signs) =>
    expect(unusualSignsOf(use({ actor: 'INTERMEDIARY', cases: promises, promises, broken }))).toEqual(signs),
  )

  it('whoever breaks nothing and promises no more than the others is never told of', () => {
    const count = fc.integer({ min: 0, max: 500 })
    fc.assert(
      fc.property(fc.constantFrom(...promiseActors), count, count, count, (actor, cases, promised, peers) => {
        const promises = Math.min(cases, promised, actor === 'APPLICANT' ? unusualUseParameters.manyPromises - 1 : Infinity)
        const same = { cases, promises, broken: 0, peerCases: peers * cases, peerPromises: peers * promises, peerBroken: 0 }
        expect(unusualSignsOf({ actor, ...same })).toEqual([])
      }),
    )
  })
})
