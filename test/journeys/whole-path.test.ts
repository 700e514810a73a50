import { afterAll, beforeAll, describe, test } from 'vitest'
import { acceptAndPrint, seeModes } from './walk/accept.ts'
import { checkAndVerify } from './walk/check.ts'
import { choose, find } from './walk/find-and-choose.ts'
import { defend, list, report, serveNotice } from './walk/flag.ts'
import { missOnce, missThrice, object, uphold } from './walk/track.ts'
import { beginWalk } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// From search to broken promise, as people walk it: each act stands on the ones before. docs/tutorial.md tells the same walk.

describe.each([{ hasScripts: true }, { hasScripts: false }])('the whole path (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test('anybody finds an intermediary', () => find(walk))
  test('an applicant chooses it', () => choose(walk))
  test('an investigator reports a violation', () => report(walk))
  test('another investigates and serves the notice', () => serveNotice(walk))
  test('the party defends itself', () => defend(walk))
  test('a third lists it, with effect everywhere', () => list(walk))
  test('an officer checks its credit; the receipt verifies', () => checkAndVerify(walk))
  test('a case with one deferrable material missing is offered the modes of the rulebook', () => seeModes(walk))
  test('it is accepted against a promise, whose letter fits on one page', () => acceptAndPrint(walk))
  test('past the due day the sweep records a miss', () => missOnce(walk))
  test('the third miss puts the hold and opens a listing case', () => missThrice(walk))
  test('the applicant objects', () => object(walk))
  test('an upheld objection lifts the hold the same day', () => uphold(walk))
})
