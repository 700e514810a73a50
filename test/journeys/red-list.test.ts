import { afterAll, beforeAll, describe, test } from 'vitest'
import { answerObjection, decide, examine, nominate, objectPublicly, readEverywhere } from './walk/red-list.ts'
import { beginWalk } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// An authority nominates somebody for the red list, the public may object, somebody else decides: each act stands on the ones before.

describe.each([{ hasScripts: true }, { hasScripts: false }])('a red list nomination (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test('an authority checks the criteria and nominates', () => nominate(walk))
  test('the reform office puts it before the public', () => examine(walk))
  test('anybody objects, without a name', () => objectPublicly(walk))
  test('the objection is answered with reasons', () => answerObjection(walk))
  test('after the publicity, not before, a decider lists', () => decide(walk))
  test('list, entry, feed, the firm’s page and the receipt say so', () => readEverywhere(walk))
})
