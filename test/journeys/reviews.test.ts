import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { DemoAccountKey } from '#prisma/seed/demo/accounts.ts'
import { fill, follow, isOn, press, sees, sheet, textOf, tick } from './walk/acts.ts'
import { beginWalk, noted, waitsFor } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// R4: three raters review one engagement, 5 : 3 : 2; its firm replies; the office hides a telephone number and nothing else.

const phone = '13900000000'
const aspects = ['质量', '时效', '态度', '收费', '操守'] as const

const mark = async (page: Page, value: string, words: string) => {
  for (const aspect of aspects) await page.getByLabel(aspect).selectOption(value)
  await fill(page, /^说明/, words)
}

describe.each([{ hasScripts: true }, { hasScripts: false }])('a result is reviewed (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test.each<[DemoAccountKey, string, string, string]>([
    ['manager2', '/agency', '主管部门', '4'],
    ['reform2', '/regulator', '平台', '3'],
  ])('%s finds it in the queue with its last day, and rates it', async (account, area, rater, value) => {
    const page = await walk.as(account)
    await page.goto(area)
    await follow(page, '服务评价')
    await isOn(page, '服务评价')
    const row = page.getByRole('row').filter({ hasText: '2026-12-08' })
    const number = (await row.getByRole('link').innerText()).trim()
    walk.notes.set('number', number)
    await row.getByRole('link').click()
    await sees(page, rater)
    await press(page, '提交评价')
    // Nothing is filled in beforehand: no answer is never a good one.
    const unanswered = page.locator('[aria-invalid="true"]')
    await unanswered.last().waitFor()
    expect(await unanswered.count()).toBe(aspects.length)
    await mark(page, value, `${rater}的意见`)
    await press(page, '提交评价')
    await sees(page, `${rater}的意见`)
    await page.goto(`${area}/reviews`)
    expect(await textOf(page)).not.toContain(number)
  })

  test('the owner reviews it, and amends once', async () => {
    const page = await walk.as('applicant')
    await page.goto(`/owner/engagements/${noted(walk, 'number')}`)
    await follow(page, '评价这次服务')
    await sees(page, /截止 2026.12.04/)
    await mark(page, '5', '很好')
    await press(page, '提交评价')
    const reviews = sheet(page, '服务评价')
    await sees(reviews, '很好')
    await follow(reviews, '修改评价')
    await page.getByLabel('时效').selectOption('4')
    await fill(page, /^说明/, '很好，稍晚')
    await press(page, '提交修改')
    await sees(page, /修改过一次/)
    await sees(page, '很好，稍晚')
    expect(await page.getByRole('button', { name: '提交修改' }).count()).toBe(0)
    walk.notes.set('review', page.url())
  })

  test('the firm reads it, is told, and replies once', async () => {
    const page = await walk.as('firm-19')
    await waitsFor(page, '/messages', `委托 ${noted(walk, 'number')} 收到一份服务评价`)
    await page.goto(noted(walk, 'review'))
    await fill(page, '回复内容', `谢谢，请找张先生 ${phone}`)
    await press(page, '公开回复')
    await sees(page, '机构回复')
    expect(await page.getByRole('button', { name: '公开回复' }).count()).toBe(0)
  })

  test('the office hides the number, says why and who; the marks stay; the auditor still reads it', async () => {
    const page = await walk.as('reform2')
    await page.goto('/regulator/reviews?tab=words')
    await sees(page, phone)
    await page.goto(noted(walk, 'review'))
    await tick(page, '机构的回复')
    await tick(page, '含个人信息')
    await fill(page, /^具体是什么内容/, '手机号码')
    await press(page, '屏蔽')
    await sees(page, '回复已屏蔽')

    const anyone = await walk.as()
    await anyone.goto(noted(walk, 'review'))
    await sees(anyone, /金水区政务服务改革管理办公室.*含个人信息.*评分不受影响/)
    await sees(anyone, '很好，稍晚')
    expect(await textOf(anyone)).not.toContain(phone)
    const auditor = await walk.as('auditor')
    await auditor.goto('/regulator/reviews?tab=hidden')
    await sees(auditor, phone)
    expect(await auditor.getByRole('button', { name: '屏蔽' }).count()).toBe(0)
  })

  test('everyone sees all three with their weights on the institution’s page', async () => {
    const anyone = await walk.as()
    await anyone.goto(noted(walk, 'review'))
    await anyone.locator('main a[href^="/intermediaries/"]').first().click()
    const reviews = sheet(anyone, '服务评价')
    await sees(reviews, /权重 5，占本次委托 50%/)
    await sees(reviews, /权重 3，占本次委托 30%/)
    await sees(reviews, /权重 2，占本次委托 20%/)
    expect(await reviews.innerText()).not.toContain(phone)
  })

  test('the office shows the words again, with its reasons', async () => {
    const page = await walk.as('reform2')
    await page.goto(noted(walk, 'review'))
    await fill(page, '恢复的理由', '号码为公开的服务热线')
    await press(page, '恢复显示')
    await page.getByText('回复已屏蔽').waitFor({ state: 'detached' })
    const anyone = await walk.as()
    await anyone.goto(noted(walk, 'review'))
    await sees(anyone, new RegExp(phone))
  })
})
