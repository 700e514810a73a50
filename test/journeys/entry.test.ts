import { afterAll, beforeAll, describe, test } from 'vitest'
import { answerAndList, check, complete, draft, found, objectPublicly, signUp } from './walk/enter.ts'
import { beginWalk } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// An institution enters by itself and is listed: each act stands on the ones before.

describe.each([{ hasScripts: true }, { hasScripts: false }])('an institution enters (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test('somebody opens an account', () => signUp(walk))
  test('a draft keeps what was typed, wrong or unfinished', () => draft(walk))
  test('the seven steps are completed and submitted', () => complete(walk))
  test('the reform office checks the form', () => check(walk))
  test('anybody objects during publicity', () => objectPublicly(walk))
  test('the objection is answered, and the institution is listed', () => answerAndList(walk))
  test('it is found, can be chosen, and acts for itself', () => found(walk))
})
