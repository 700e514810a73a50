import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { demoEmailOf, demoPassword } from '#prisma/seed/demo/accounts.ts'
import { startApp } from '#test/setup/app.ts'
import type { RunningApp } from '#test/setup/app.ts'
import { openBrowser } from '#test/setup/browser.ts'
import type { TestBrowser } from '#test/setup/browser.ts'
import { fill, follow, isOn, sees, textOf } from './walk/acts.ts'

// Search, narrow, compare, save, open again: all by keyboard, with and without scripts.

let app: RunningApp
let browser: TestBrowser
beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const searchLabel = '名称、服务、拼音首字母或信用代码'
const searchField = (page: Page) => page.getByRole('main').getByLabel(searchLabel)

async function openPage(javaScriptEnabled: boolean): Promise<Page> {
  const window = await browser.open({ javaScriptEnabled, baseURL: app.url, viewport: { width: 1280, height: 900 } })
  window.setDefaultTimeout(20_000)
  return window.newPage()
}

/** Presses a key on what has that label, as somebody who came there with the tab key. */
async function key(page: Page, label: string | RegExp, pressed: string, nth = 0): Promise<void> {
  await page.getByLabel(label).and(page.locator('input, select')).nth(nth).press(pressed)
}
const enterOn = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).press('Enter')

async function axeFindsNothing(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

describe.each([{ hasScripts: true }, { hasScripts: false }])('the search (scripts: $hasScripts)', ({ hasScripts }) => {
  let page: Page
  beforeAll(async () => {
    page = await openPage(hasScripts)
  })
  afterAll(() => page.context().close())

  test('a search has one short address', async () => {
    await page.goto('/')
    await searchField(page).fill('环评')
    await searchField(page).press('Enter')
    await page.waitForURL(`/intermediaries?q=${encodeURIComponent('环评')}`)
    await sees(page, /家机构提供「建设项目环境影响报告书/)
  })

  test('filters narrow it, and each stands above the list with its way out', async () => {
    const found = async () => Number(/(\d+) 家机构/.exec(await textOf(page))?.[1])
    const all = await found()
    await key(page, /20 日内/, 'Space')
    await page.getByLabel('收费 最高').fill('１００，０００元')
    await page.getByLabel('收费 最高').press('Enter')
    await page.waitForURL(`/intermediaries?q=${encodeURIComponent('环评')}&feeTo=100000&days=20`)
    await sees(page, '¥100,000 以内')
    await expect.poll(found).toBeLessThan(all)
    await page.getByRole('link', { name: '去掉条件：20 日内' }).press('Enter')
    await page.waitForURL(`/intermediaries?q=${encodeURIComponent('环评')}&feeTo=100000`)
  })

  test('an empty list says which condition to drop, and what that gives', async () => {
    await page.goto('/intermediaries?item=ZJ-EIA-001&feeTo=1')
    await sees(page, '没有找到符合条件的机构')
    await page.getByRole('link', { name: /不限「收费」：\d+ 家/ }).press('Enter')
    await page.waitForURL('/intermediaries?item=ZJ-EIA-001')
    await sees(page, /家机构提供/)
  })

  test('services are found by a part of their name, and both can be asked for at once', async () => {
    await page.goto('/intermediaries?item=ZJ-EIA-001')
    // The scripts have to be there before keys are pressed, or the page takes them away again.
    await page.waitForLoadState('networkidle')
    await page.getByText('更多事项（按审批部门）').press('Enter')
    await page.getByLabel('在事项中查找').fill('水土保持')
    await page.getByLabel('在事项中查找').press('Enter')
    await page.waitForURL(/find=/)
    await page.waitForLoadState('networkidle')
    await key(page, /水土保持方案/, 'Space')
    await enterOn(page, '应用筛选')
    await page.waitForURL(/item=ZJ-EIA-001&item=/)
    await key(page, '提供所选全部事项', 'Space')
    await enterOn(page, '应用筛选')
    await page.waitForURL(/all=1/)
    await page.getByRole('link', { name: '去掉条件：提供所选全部事项' }).waitFor()
  })

  test('two are picked and compared in neutral order', async () => {
    await page.goto('/intermediaries?item=ZJ-EIA-001')
    await key(page, /^加入比较/, 'Space', 0)
    await key(page, /^加入比较/, 'Space', 1)
    await enterOn(page, '比较所选机构')
    await page.waitForURL(/\/compare\?with=[0-9A-Z]{18}&with=[0-9A-Z]{18}&item=ZJ-EIA-001$/)
    await isOn(page, '比较机构')
    await sees(page, /当日中立顺序.*种子/)
    const table = page.getByRole('region', { name: '机构比较表' })
    expect(await table.getByRole('columnheader').count()).toBe(2)
    for (const row of ['信用等级', '收费', '承诺时限', '相关资质', '按期交付', '服务评价'])
      await table.getByRole('rowheader', { name: row }).waitFor()
    expect(await table.getByText('不同').count()).toBeGreaterThan(0)
    if (hasScripts) await axeFindsNothing(page)
  })

  test('a fifth is refused in words, with the way to choose four', async () => {
    await follow(page, '再加一家')
    await page.waitForURL(/intermediaries\?.*with=.*with=/)
    const picked = page.getByRole('checkbox', { name: /^加入比较/, checked: true })
    await expect.poll(() => picked.count()).toBe(2)
    const free = page.getByRole('checkbox', { name: /^加入比较/, checked: false })
    for (let n = 0; n < 3; n += 1) await free.first().press('Space')
    if (hasScripts) {
      // The fifth stays free, and the reason is read out.
      await page.getByRole('status').filter({ hasText: '最多比较四家' }).waitFor()
      expect(await picked.count()).toBe(4)
      await axeFindsNothing(page)
      return
    }
    await enterOn(page, '比较所选机构')
    await sees(page, '选了 5 家，最多只能并排比较四家')
    for (const nth of [0, 2]) await page.getByRole('main').getByRole('checkbox').nth(nth).press('Space')
    await enterOn(page, '比较这几家')
    await page.waitForURL(/\/compare\?with=[0-9A-Z]{18}&with=[0-9A-Z]{18}&item=ZJ-EIA-001$/)
    await sees(page, '信用等级')
  })

  test('kept under a name after signing in, opened again, forgotten', async () => {
    const name = hasScripts ? '便宜的环评' : '便宜的环评（无脚本）'
    await page.goto('/intermediaries?q=%E7%8E%AF%E8%AF%84&feeTo=100000&sort=FEE')
    await page.getByRole('link', { name: '保存这个搜索' }).press('Enter')
    await fill(page, '电子邮箱', demoEmailOf('applicant'))
    await fill(page, '密码', demoPassword)
    await enterOn(page, '登录')
    await isOn(page, '收藏的搜索')
    await sees(page, '环评 · ¥100,000 以内 · 收费从低到高')
    await fill(page, '名称', '')
    await enterOn(page, '保存')
    await page.getByRole('alert').or(page.locator('.error-summary')).first().waitFor()
    await fill(page, '名称', name)
    await enterOn(page, '保存')
    await sees(page, '已保存。')
    await page.getByRole('link', { name, exact: true }).press('Enter')
    await page.waitForURL('/intermediaries?q=%E7%8E%AF%E8%AF%84&feeTo=100000&sort=FEE')
    await page.goto('/saved-searches')
    const saved = page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) })
    await saved.getByText('改名或删除').press('Enter')
    await saved.getByRole('button', { name: '删除' }).press('Enter')
    await sees(page, '已删除。')
    expect(await page.getByRole('link', { name, exact: true }).count()).toBe(0)
  })
})

describe('suggestions while typing', () => {
  it('come as a combobox: arrows move, Escape closes, Enter goes there or searches', async () => {
    const page = await openPage(true)
    await page.goto('/', { waitUntil: 'networkidle' })
    const field = searchField(page)
    await field.focus()
    await page.getByRole('combobox').first().waitFor()
    await field.pressSequentially('澄岳')
    const option = page.getByRole('option', { name: /澄岳/ })
    await option.first().waitFor()
    await axeFindsNothing(page)
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    await field.press('Escape')
    expect([await page.getByRole('option').count(), await field.inputValue()]).toEqual([0, '澄岳'])
    await field.pressSequentially('和')
    await option.first().waitFor()
    await field.press('ArrowDown')
    const active = await field.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active ?? ''}"]`).getAttribute('aria-selected')).toBe('true')
    await field.press('Enter')
    await isOn(page, /澄岳和/)
    // In the header too; without a choice Enter searches for what was typed.
    const header = page.getByRole('banner').getByLabel('搜索机构').and(page.locator('input'))
    await header.focus()
    await header.pressSequentially('环评')
    await page.getByRole('option').first().waitFor()
    await header.press('Enter')
    await page.waitForURL(`/intermediaries?q=${encodeURIComponent('环评')}`)
    await page.context().close()
  })

  it('are data the browser may keep for a minute, and never more than a glance', async () => {
    const answer = await fetch(`${app.url}/resources/suggest?q=${encodeURIComponent('公司')}`)
    expect(answer.headers.get('cache-control')).toBe('private, max-age=60')
    const { suggestions } = (await answer.json()) as { suggestions: unknown[] }
    expect(suggestions.length).toBeGreaterThan(0)
    expect(suggestions.length).toBeLessThanOrEqual(8)
    for (const q of ['', 'x'.repeat(5000), '%00', '%ED%A0%80'])
      expect((await fetch(`${app.url}/resources/suggest?q=${q}`)).status, q.slice(0, 10)).toBeLessThan(500)
  })

  it('end for a while for whoever asks without pause, and for nobody else', async () => {
    const ask = () => fetch(`${app.url}/resources/suggest?q=a`)
    const answers = await Promise.all(Array.from({ length: 200 }, ask))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^\d+$/)
    expect((await fetch(`${app.url}/intermediaries?q=a`)).status).toBe(200)
  })

  it('the page with its suggestions stays below 90 kB of compressed scripts', async () => {
    const page = await openPage(true)
    const sizes = new Map<string, number>()
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) sizes.set(response.url(), Number(response.headers()['content-length']))
    })
    await page.goto('/intermediaries', { waitUntil: 'networkidle' })
    await searchField(page).focus()
    await page.getByRole('combobox').first().waitFor()
    expect(sizes.size).toBeGreaterThan(5)
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(90_000)
    await page.context().close()
  })
})
