import { afterAll, beforeAll, describe, test } from 'vitest'
import { agree, change, deliverAgainAndAccept, deliverAndReturn, reachMilestone, useAsMaterial } from './walk/engage.ts'
import { beginWalk } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// From the contract to the result that serves as a material: each act stands on the ones before.

describe.each([{ hasScripts: true }, { hasScripts: false }])('an engagement (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test('the applicant agrees to the contract', () => agree(walk))
  test('a change of another, with its signed paper, by both sides', () => change(walk))
  test('a milestone is reached', () => reachMilestone(walk))
  test('a result is returned with reasons', () => deliverAndReturn(walk))
  test('the next version is accepted', () => deliverAgainAndAccept(walk))
  test('it serves as a material, without a second upload', () => useAsMaterial(walk))
})
