import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { demoPassword } from '#prisma/seed/demo/accounts.ts'
import type { DemoAccountKey } from '#prisma/seed/demo/accounts.ts'
import type { SelectionMode } from '#domain/selection/selection.ts'
import { fill, follow, isOn, press, sees, sheet, textOf, tick } from './acts.ts'
import { noted } from './walk.ts'
import type { Walk } from './walk.ts'

/** Firms of the demonstration that offer an environmental report in that district, the first of them with an account on the sign-in page. */
export const bidders = [
  { account: 'intermediary', name: '河南省澄岳和环境工程咨询有限公司', fee: '82,000', days: '15' },
  { account: 'firm-243', name: '河南省岚廷正环境工程咨询有限公司', fee: '78,500', days: '14' },
  { account: 'firm-265', name: '郑州序桥安环境工程咨询有限公司', fee: '76,000', days: '12' },
] as const satisfies readonly { account: DemoAccountKey; name: string; fee: string; days: string }[]

export const modeNames = {
  RANDOM_DRAW: '随机抽取',
  LOWEST_QUOTE: '最低价',
  AVERAGE_PRICE: '最优价（平均价）',
  COMPARATIVE: '择优',
  CREDIT_SHORTLIST: '信用择优',
} as const
export type AnnouncedMode = keyof typeof modeNames & SelectionMode

/** What the body's keys are locked under: those of the demonstration are, and the oldest key is taken first. */
const passphrase = demoPassword

const projectOf = (mode: AnnouncedMode) => `果蔬冷库扩建（${modeNames[mode]}）`

/** Asks which way suits, takes that mode, writes the draft, and notes its number. */
export async function draftSelection(walk: Walk, mode: AnnouncedMode): Promise<Page> {
  const page = await walk.as('applicant')
  await page.goto('/owner')
  await follow(page.getByRole('main'), '发起选取')
  await isOn(page, '哪种选取方式适合你？')
  await page.getByLabel('需要哪项中介服务？').selectOption('ZJ-EIA-001')
  await page.getByLabel('项目在哪个区域？').selectOption({ label: '金水区' })
  await tick(page, '财政性资金')
  await tick(page, '哪家都行，机会均等')
  await tick(page, '不太紧')
  await press(page, '看看建议')
  await sees(page, '建议：随机抽取')
  expect(await textOf(page)).toMatch(/不能用的方式[\s\S]*直接选取[\s\S]*财政性资金的项目不能直接选取/)
  await follow(page.getByRole('main'), `用「${modeNames[mode]}」`)
  await isOn(page, '填写选取公告')
  await press(page, '保存草稿，去核对')
  await sees(page, /项目名称：请填写/)
  await fill(page, '项目名称', projectOf(mode))
  await fill(page, '服务要求', '编制环境影响报告书，含现场监测和公众参与，提交纸质版六份。')
  if (mode !== 'RANDOM_DRAW' && mode !== 'CREDIT_SHORTLIST') await fill(page, /^最高限价/, '95,000')
  if (mode === 'COMPARATIVE') {
    await fill(page, '信用', '30')
    await fill(page, '报价', '30')
    await fill(page, '自定评分项 1', '服务方案')
    await fill(page, '自定评分项 1 的权重', '40')
  }
  await press(page, '保存草稿，去核对')
  await sees(page, '还没有公告，只有你能看到。')
  const number = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  walk.notes.set(mode, number)
  return page
}

/** Announces it with its times, by the owner's own yes; from then on anyone finds it. */
export async function announceSelection(walk: Walk, mode: AnnouncedMode): Promise<void> {
  const page = await draftSelection(walk, mode)
  const anyone = await walk.as()
  const hidden = await anyone.goto(`/selections/${noted(walk, mode)}`)
  expect(hidden?.status()).toBe(404)
  await fill(page, /^报名截止/, '2026-11-24T18:00')
  await press(page, '发布公告')
  await sees(page, '请先勾选确认')
  await tick(page, /选取由我自主发起/)
  await press(page, '发布公告')
  await sees(page.getByRole('alert'), '截止日最早是 2026-11-26')
  await fill(page, /^报名截止/, '2026-11-26T18:00')
  await press(page, '发布公告')
  await sees(page, '等待：报名截止')
  await anyone.goto('/selections?state=open')
  await follow(anyone.getByRole('main'), projectOf(mode))
  await isOn(anyone, `选取公告 ${noted(walk, mode)}`)
  expect(await textOf(anyone)).toMatch(/公告时承诺方法和密数[\s\S]*密数指纹/)
}

/** The supervising body puts keys into stock, locked in its own browser. */
export async function depositKeys(walk: Walk): Promise<void> {
  const page = await walk.as('reform2')
  await page.goto('/regulator/keys')
  await fill(page, '把数', '3')
  await fill(page, '口令', passphrase)
  await fill(page, '再输一遍口令', passphrase)
  await press(page, '生成并存入')
  await page.getByText('密钥已存入').first().waitFor({ timeout: 90_000 })
}

/** A firm finds the selection among its opportunities and signs up; the count is public, the name is not. */
export async function signUp(walk: Walk, mode: AnnouncedMode, account: DemoAccountKey): Promise<Page> {
  const page = await walk.as(account)
  await page.goto('/intermediary/opportunities')
  await isOn(page, '可报名的选取')
  await follow(sheet(page, '可以报名').first(), projectOf(mode))
  const form = sheet(page, /^报名$/)
  await form
    .getByRole('group', { name: /^承办人员/ })
    .getByRole('checkbox')
    .first()
    .check()
  await press(form, '报名')
  await sees(page, '请先勾选承诺')
  await tick(form, /我单位符合公告条件/)
  await press(form, '报名')
  await sees(page, '已报名')
  return page
}

/** A sealed quote: what is typed never leaves the browser as it is. Its receipt stands on the firm's page. */
export async function quote(walk: Walk, mode: AnnouncedMode, { account, fee, days }: (typeof bidders)[number]): Promise<void> {
  const page = await walk.as(account)
  await page.goto(`/intermediary/opportunities/${noted(walk, mode)}`)
  await sees(page, '还没有报价')
  await follow(page.getByRole('main'), '去报价')
  await fill(page, '报价', fee)
  await fill(page, '时限', days)
  await fill(page, '服务方案', '现场踏勘后十个工作日内提交初稿，由注册环评工程师主持。')
  await press(page, '加密并提交')
  await sees(page, '已收到密封报价，请保存回执')
  const hash = /[0-9a-f]{64}/.exec(await textOf(page))?.[0] ?? ''
  expect(hash).toHaveLength(64)
  walk.notes.set(`${mode} ${account}`, hash)
}

/** The supervising body hands its key over, unlocked in its own browser. */
export async function releaseKey(walk: Walk, mode: AnnouncedMode): Promise<void> {
  const page = await walk.as('reform2')
  await page.goto('/regulator/keys')
  await follow(page.getByRole('main'), noted(walk, mode))
  // The list has a field of that name, too.
  await isOn(page, noted(walk, mode))
  await fill(page, '口令', passphrase)
  await press(page, '解锁并交出')
  await page.getByText('密钥已交出').first().waitFor({ timeout: 60_000 })
}

/** Two officers enter the numbers of the announced drawing, each without seeing the other's. */
export async function enterLottery(walk: Walk, mode: AnnouncedMode): Promise<void> {
  for (const account of ['reform2', 'reform3'] as const) {
    const page = await walk.as(account)
    await page.goto(`/regulator/draws/${noted(walk, mode)}`)
    await fill(page, '期号', '2026137')
    await fill(page, '红球号码', '3 8 15 21 27 33')
    await fill(page, '蓝球号码', '9')
    await press(page, '提交录入')
    await isOn(page, `录入 ${noted(walk, mode)} 的开奖号码`)
  }
}

/** Reads an address again until the text is there; the worker takes selections on by the minute. */
export async function comesTo(page: Page, path: string, text: string | RegExp): Promise<void> {
  for (const until = Date.now() + 170_000; ;) {
    await page.goto(path)
    const shown = await textOf(page)
    if (typeof text === 'string' ? shown.includes(text) : text.test(shown)) return
    if (Date.now() > until) throw new Error(`${path} never said ${String(text)}, but:\n${shown}`)
    await page.waitForTimeout(2_000)
  }
}

/** The owner's page of the selection, once it says that. */
export async function ownerSees(walk: Walk, mode: AnnouncedMode, text: string | RegExp): Promise<Page> {
  const page = await walk.as('applicant')
  await comesTo(page, `/owner/selections/${noted(walk, mode)}`, text)
  return page
}

/** Every firm that did not win reads why on its own page. */
export async function losersAreTold(walk: Walk, mode: AnnouncedMode): Promise<void> {
  const outcomes: string[] = []
  for (const { account } of bidders) {
    const page = await walk.as(account)
    await page.goto(`/intermediary/opportunities/${noted(walk, mode)}`)
    outcomes.push(/你单位(中选|没有中选|没有进入排序)/.exec(await textOf(page))?.[1] ?? 'nothing')
  }
  expect(outcomes.filter((outcome) => outcome === '中选')).toHaveLength(1)
  expect(outcomes).not.toContain('nothing')
}
