import { afterAll, beforeAll, describe, test } from 'vitest'
import { acceptCorrected, askForCorrection, correct, deemed, fillIn, followAndWithdraw, pause } from './walk/file-online.ts'
import { beginWalk } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// An application online, from its draft to its end: each act stands on the ones before.

describe.each([{ hasScripts: true }, { hasScripts: false }])('an application online (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test('the applicant drafts it, sees what is missing, loses nothing by a mistake, and files it', () => fillIn(walk))
  test('an officer takes it up and asks once for everything', () => askForCorrection(walk))
  test('the applicant sends what was asked for', () => correct(walk))
  test('nothing new is asked for, and it is accepted', () => acceptCorrected(walk))
  test('its time limit stands still for a lawful cause', () => pause(walk))
  test('the applicant follows it, and withdraws it', () => followAndWithdraw(walk))
  test('one that nobody looks at is accepted by the days alone', () => deemed(walk))
})
