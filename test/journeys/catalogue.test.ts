import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill, follow, isOn, press, sees, sheet, textOf } from './walk/acts.ts'
import { beginWalk, noted, waitsFor } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

/** 建设工程监理: its cancellation has been deliberated in the demonstration and waits for publication. */
const item = { code: 'ZJ-CON-003', name: '建设工程监理' } as const

// R2: the reform office cancels an item and sees whom it touches; afterwards it can't be found, chosen or demanded.

describe.each([{ hasScripts: true }, { hasScripts: false }])('an item is cancelled (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test('the office sees whom it touches before it publishes', async () => {
    const page = await walk.as('reform3')
    await page.goto('/regulator')
    await follow(page, '清单调整')
    await isOn(page, '清单动态调整')
    await page.getByRole('row').filter({ hasText: item.code }).getByRole('link').first().click()
    await sees(page, '已审议，待公布')
    const impact = sheet(page, '影响范围')
    await sees(impact, /自生效日起不能被选取 \d+/)
    await sees(impact, /自生效日起不得索要/)
    await sees(impact, /建筑工程施工许可|施工许可/)
    const firm = (await impact.locator('a[href^="/intermediaries/"]').first().getAttribute('href')) ?? ''
    walk.notes.set('uscc', firm.split('/').at(-1) ?? '')
  })

  test('it publishes, and a new edition holds from the same day', async () => {
    const page = await walk.as('reform3')
    const form = sheet(page, /^公布$/)
    await fill(form, /^文号/, '演示区政公〔2026〕18号')
    await fill(form, '意见', '予以公布。')
    await press(form, '公布')
    await sees(page, '已公布')
    await sees(page, /公布当日.*留存的影响范围/)
  })

  test('everybody reads that nobody may demand it, and by which document', async () => {
    const page = await walk.as()
    await page.goto(`/catalogue/${item.code}`)
    await sees(page, '这个事项已取消')
    await sees(page, /演示文件〔2026〕21号/)
    await page.goto('/catalogue/cancelled')
    await sees(page, item.name)
    await page.goto('/catalogue?on=2026-11-22')
    await sees(page, item.name)
    await page.goto('/catalogue/compare?from=2026-11-22&to=2026-11-23')
    await sees(page, item.name)
    await page.goto('/guides/AP-CON-002')
    await sees(page, /该服务已取消，不得要求您提供/)
  })

  test('nobody finds or chooses it any more', async () => {
    const page = await walk.as('applicant')
    await page.goto(`/owner/engagements/new?uscc=${noted(walk, 'uscc')}&item=${item.code}`)
    await sees(page, '该事项已被取消（演示文件〔2026〕21号）')
    expect(await page.getByRole('button', { name: '确认选取' }).count()).toBe(0)
    await waitsFor(await walk.as(), `/intermediaries?item=${item.code}`, '没有找到符合条件的机构')
  })

  test('an applicant of whom it is demanded all the same reports it; the office handles the alert', async () => {
    const page = await walk.as('applicant')
    await page.goto(`/catalogue/${item.code}`)
    await follow(page, '举报有人索要这一项')
    await isOn(page, '举报违规索要')
    await page.getByLabel('哪个部门').selectOption({ index: 1 })
    await fill(page, '要求您提供什么', '要求先签监理合同才收件')
    await press(page, '提交举报')
    await sees(page, /举报 JB-\S+ 已收到/)
    await sees(page, '已转监管部门')

    const office = await walk.as('reform2')
    await office.goto('/regulator/alerts')
    const row = office.getByRole('row').filter({ hasText: '索要已取消的中介服务' }).first()
    await row.getByRole('link').first().click()
    await sees(office, '要求先签监理合同才收件')
    expect(await textOf(office)).not.toContain('陈立文')
    await fill(office, '核实和处置情况', '已责令停止索要。')
    await press(office, '记录处置结果')
    await sees(office, '已处置')
    await page.goto('/owner/demands')
    await sees(page, '已责令停止索要。')
  })
})
