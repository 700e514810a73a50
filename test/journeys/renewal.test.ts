import { afterAll, beforeAll, describe, test } from 'vitest'
import { asksForRenewal, expires, isAccepted, isOpenAgain, isReminded } from './walk/renew.ts'
import { beginWalk } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// A certificate ends and is renewed: each act stands on the ones before.

describe.each([{ hasScripts: true }, { hasScripts: false }])('a certificate is renewed (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test('the firm is reminded, and its calendar says what will be closed', () => isReminded(walk))
  test('the day after its last day the item is closed', () => expires(walk))
  test('the firm asks for the renewal; nothing changes until the check', () => asksForRenewal(walk))
  test('the reform office compares and accepts', () => isAccepted(walk))
  test('the item is open again', () => isOpenAgain(walk))
})
