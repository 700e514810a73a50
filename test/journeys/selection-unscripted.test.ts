import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from './walk/acts.ts'
import { announceSelection, bidders, enterLottery, losersAreTold, ownerSees, signUp } from './walk/select.ts'
import { beginWalk, moveClockTo, noted } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// R3: a random draw by people whose browsers run no scripts, to the proof that the server recomputes for them.

describe('a random draw without scripts', () => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(false)
  })
  afterAll(() => walk.end())

  test('it is announced', () => announceSelection(walk, 'RANDOM_DRAW'))

  test('three firms sign up', async () => {
    for (const { account } of bidders) await signUp(walk, 'RANDOM_DRAW', account)
  })

  test('anyone watches what is awaited, on a page that the server writes', async () => {
    const page = await walk.as()
    await page.goto(`/selections/${noted(walk, 'RANDOM_DRAW')}/live`)
    expect(await textOf(page)).toMatch(/正在等待[\s\S]*冻结名单[\s\S]*公开随机数[\s\S]*抽取[\s\S]*还有 \d 天/)
  })

  test('it is closed, drawn and in publicity', async () => {
    await moveClockTo(await walk.as('reform'), '2026-11-27')
    await ownerSees(walk, 'RANDOM_DRAW', '名单指纹')
    await moveClockTo(await walk.as('reform'), '2026-11-30')
    await enterLottery(walk, 'RANDOM_DRAW')
    await ownerSees(walk, 'RANDOM_DRAW', '结果公示')
    const page = await walk.as()
    await page.goto(`/selections/${noted(walk, 'RANDOM_DRAW')}/verify`)
    expect(await textOf(page)).toContain('一致：从头到尾都能复算出来')
  })

  test('it is awarded, and the others are told why not', async () => {
    await moveClockTo(await walk.as('reform'), '2026-12-04')
    await ownerSees(walk, 'RANDOM_DRAW', '去签合同')
    await losersAreTold(walk, 'RANDOM_DRAW')
  })
})
