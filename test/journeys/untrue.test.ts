import { afterAll, beforeAll, describe, test } from 'vitest'
import { inventFirm } from '#prisma/seed/invented/applicant.ts'
import { answerNotice, decideTooEarly, decideUntrue, doubtPromise, seeConsequences } from './walk/doubt.ts'
import { beginWalk } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// A promise is verified and found untrue: each act stands on the ones before.

describe.each([{ hasScripts: true }, { hasScripts: false }])('a promise is found untrue (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
    // The demonstration's firm whose handled promise waits to be verified.
    walk.notes.set('applicant', inventFirm(3).nameZh)
  })
  afterAll(() => walk.end())

  test('the officer verifies and doubts', () => doubtPromise(walk))
  test('nobody is decided on unheard', () => decideTooEarly(walk))
  test('the applicant answers the notice', () => answerNotice(walk))
  test('another decides, and the approval is revoked', () => decideUntrue(walk))
  test('everyone concerned learns of it', () => seeConsequences(walk))
})
