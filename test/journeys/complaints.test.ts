import { afterAll, beforeAll, describe, test } from 'vitest'
import { complain, findInstitution, followUp, handle, staysSealed } from './walk/complain.ts'
import { beginWalk } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// Somebody without an account complains, follows with the receipt, and is answered; nobody learns who it was: each act stands on the ones before.

describe.each([{ hasScripts: true }, { hasScripts: false }])('a complaint (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test('an institution is chosen', () => findInstitution(walk))
  test('somebody complains without an account', () => complain(walk))
  test('and follows with number and secret', () => followUp(walk, '待受理'))
  test('the office takes it up, opens the sealed part with a reason, and answers', () => handle(walk))
  test('the answer is there', () => followUp(walk, '查实', '经核查属实'))
  test('nobody else sees it', () => staysSealed(walk))
})
