import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeDraft, publishDraft, simulateDraft } from './walk/rate.ts'
import { sees } from './walk/acts.ts'
import { beginWalk, moveClockTo, noted } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// The next version of the rating rules, from the draft to the day it rates everybody: each act stands on the ones before.

describe.each([{ hasScripts: true }, { hasScripts: false }])('new rating rules (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test('the office changes its draft', () => changeDraft(walk))
  test('nothing is published unsimulated', () => simulateDraft(walk))
  test('another publishes it for a later day', () => publishDraft(walk))
  test('on its day everybody is rated by it', async () => {
    const page = await walk.as('reform')
    await moveClockTo(page, '2026-12-01')
    await expect
      .poll(
        async () => {
          await page.goto(noted(walk, 'rules'))
          return page.getByText('已完成').count()
        },
        { timeout: 120_000, interval: 3000 },
      )
      .toBeGreaterThan(0)
    const firm = await walk.as('intermediary')
    await firm.goto('/intermediary/credit')
    await sees(firm, '规则集 ZZ-2')
  })
})
