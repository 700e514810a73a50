import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill, follow, press, sees, sheet, textOf, tick } from './walk/acts.ts'
import {
  announceSelection,
  bidders,
  depositKeys,
  enterLottery,
  losersAreTold,
  ownerSees,
  quote,
  releaseKey,
  signUp,
} from './walk/select.ts'
import type { AnnouncedMode } from './walk/select.ts'
import { beginWalk, moveClockTo, noted } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

// R3: every mode from its announcement to its award, side by side. The clock stands at nine in the morning of each day.

const modes: readonly AnnouncedMode[] = ['RANDOM_DRAW', 'LOWEST_QUOTE', 'AVERAGE_PRICE', 'COMPARATIVE', 'CREDIT_SHORTLIST']
const quoted: readonly AnnouncedMode[] = ['LOWEST_QUOTE', 'AVERAGE_PRICE', 'COMPARATIVE']
const drawn: readonly AnnouncedMode[] = ['RANDOM_DRAW', 'AVERAGE_PRICE', 'CREDIT_SHORTLIST']

describe('a selection in every mode, from announcement to award', () => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(true)
  })
  afterAll(() => walk.end())

  test('the supervising body puts its keys into stock', () => depositKeys(walk))

  test.each(modes)('%s: the owner asks which way suits, drafts, checks and announces', (mode) => announceSelection(walk, mode))

  test('a firm asks, the owner answers, everyone reads it, nobody who asked', async () => {
    const firm = await walk.as('firm-243')
    await firm.goto(`/intermediary/opportunities/${noted(walk, 'RANDOM_DRAW')}`)
    await fill(firm, '你的问题', '监测点位由谁确定？')
    await press(firm, '提交问题')
    await sees(firm, '等待申请人答复')
    const owner = await ownerSees(walk, 'RANDOM_DRAW', '答复澄清')
    await fill(owner, '答复', '由中标机构提出，业主确认。')
    await press(owner, '公开答复')
    await sees(owner, '由中标机构提出，业主确认。')
    const anyone = await walk.as()
    await anyone.goto(`/selections/${noted(walk, 'RANDOM_DRAW')}`)
    const shown = await textOf(anyone)
    expect(shown).toMatch(/监测点位由谁确定？[\s\S]*由中标机构提出，业主确认。/)
    expect(shown).not.toContain('岚廷正')
  })

  test.each(modes)('%s: three firms sign up; their number is public, their names are not', async (mode) => {
    for (const { account } of bidders) await signUp(walk, mode, account)
    const anyone = await walk.as()
    await anyone.goto(`/selections/${noted(walk, mode)}`)
    const shown = await textOf(anyone)
    expect(shown).toContain('3 家报名')
    for (const { name } of bidders) expect(shown).not.toContain(name)
  })

  test.each(quoted)('%s: each seals a quote in its browser and keeps the receipt', async (mode) => {
    for (const bidder of bidders) await quote(walk, mode, bidder)
  })

  test('after the line the list is frozen and told, with its fingerprint', async () => {
    await moveClockTo(await walk.as('reform'), '2026-11-27')
    await ownerSees(walk, 'RANDOM_DRAW', /名单指纹[\s\S]*岚廷正/)
  })

  test.each(quoted)('%s: the second key comes, and all quotes are opened together', async (mode) => {
    await ownerSees(walk, mode, '报名截止')
    await releaseKey(walk, mode)
    const page = await ownerSees(walk, mode, '开启时间')
    const shown = (await textOf(page)).replaceAll(/\s/g, '')
    for (const { account, fee } of bidders) {
      expect(shown).toContain(`¥${fee}.00`)
      expect(shown).toContain(noted(walk, `${mode} ${account}`))
    }
  })

  test('LOWEST_QUOTE: the lowest is first', async () => {
    const page = await ownerSees(walk, 'LOWEST_QUOTE', '结果公示')
    expect(await sheet(page, /^结果$/).innerText()).toMatch(/第一名\s*郑州序桥安/)
  })

  test('COMPARATIVE: the owner scores every plan, with reasons', async () => {
    const page = await ownerSees(walk, 'COMPARATIVE', '提交评分')
    const form = sheet(page, /^评分$/)
    await press(form, '提交评分')
    await sees(form, /服务方案 得分：请填写/)
    for (const [index, points] of ['90', '70', '60'].entries()) {
      await form.getByLabel('服务方案 得分').nth(index).fill(points)
      await form.getByLabel('服务方案 理由').nth(index).fill('方案针对性、人员和进度安排综合比较。')
    }
    await press(form, '提交评分')
    await ownerSees(walk, 'COMPARATIVE', '结果公示')
    expect(await textOf(page)).toMatch(/评分和理由[\s\S]*方案针对性/)
  })

  test.each(drawn)('%s: two officers enter the announced lottery’s numbers, and anyone recomputes the draw', async (mode) => {
    if (mode === drawn[0]) await moveClockTo(await walk.as('reform'), '2026-11-30')
    await enterLottery(walk, mode)
    const page = await ownerSees(walk, mode, /已抽取/)
    await follow(page.getByRole('main'), '复算抽取')
    await sees(page, '一致：从头到尾都能复算出来')
  })

  test('CREDIT_SHORTLIST: the owner picks one of those drawn, with reasons', async () => {
    const page = await ownerSees(walk, 'CREDIT_SHORTLIST', '选定这一家')
    const form = sheet(page, /^从抽出的机构中选一家$/)
    await form.getByRole('radio').first().check()
    await fill(form, '选择理由', '有冷库项目经验，承诺时限最短。')
    await press(form, '选定这一家')
    await sees(page, '结果公示')
  })

  test('LOWEST_QUOTE: an objection pauses the publicity until the supervising body has answered', async () => {
    const firm = await walk.as('intermediary')
    await firm.goto(`/intermediary/opportunities/${noted(walk, 'LOWEST_QUOTE')}`)
    await fill(firm, '事实和理由', '第一名承诺时限与其人员规模不相称，请核实。')
    await press(firm, '提出异议')
    await sees(firm, '异议处理中')
    const office = await walk.as('reform2')
    await office.goto('/regulator/selections?tab=open')
    await follow(office.getByRole('main'), noted(walk, 'LOWEST_QUOTE'))
    await sees(office, '与其人员规模不相称')
    await tick(office, '不成立')
    await fill(office, '理由', '经核实，第一名登记人员六名，时限可以完成。')
    await press(office, '作出答复')
    await sees(office, '结果公示')
    expect(await textOf(office)).toContain('经核实，第一名登记人员六名')
  })

  test.each(modes)('%s: publicity over, the award stands, and everyone else reads why not', async (mode) => {
    if (mode === modes[0]) await moveClockTo(await walk.as('reform'), '2026-12-08')
    const page = await ownerSees(walk, mode, '去签合同')
    expect(await textOf(page)).toContain('中选机构')
    await losersAreTold(walk, mode)
  })
})
