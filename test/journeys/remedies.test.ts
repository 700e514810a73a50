import { afterAll, beforeAll, describe, test } from 'vitest'
import { annulOnAppeal, appealListing, applyForRepairOfListing, correctData, grantRepair, seeAnnulment } from './walk/remedy.ts'
import { beginWalk } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// Listed firms make themselves heard: each act stands on the ones before.

describe.each([{ hasScripts: true }, { hasScripts: false }])('remedies (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test('a firm that was listed appeals', () => appealListing(walk))
  test('a reviewer outside the chain annuls', () => annulOnAppeal(walk))
  test('it is as if the entry had never been', () => seeAnnulment(walk))
  test('a firm whose least publicity is over applies for repair', () => applyForRepairOfListing(walk))
  test('a decider grants it, and everything ends together', () => grantRepair(walk))
  test('an objection to data is marked, then put right', () => correctData(walk))
})
