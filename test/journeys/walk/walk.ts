import type { BrowserContext, Page } from 'playwright-core'
import { demoEmailOf, demoPassword } from '#prisma/seed/demo/accounts.ts'
import type { DemoAccountKey } from '#prisma/seed/demo/accounts.ts'
import { startApp } from '#test/setup/app.ts'
import type { RunningApp } from '#test/setup/app.ts'
import { openBrowser } from '#test/setup/browser.ts'
import { fill, press, sees } from './acts.ts'

/** A walk through the program by several people, each in a window of their own. */
export interface Walk {
  readonly app: RunningApp
  readonly hasScripts: boolean
  /** The window of that person, signed in through the form; of the anonymous public without a key. */
  as(account?: DemoAccountKey): Promise<Page>
  /** The window of somebody the demonstration has no account for, under that name. */
  asStranger(name: string): Promise<Page>
  /** What the walk learned on its way, for a later act: numbers of cases and the like. */
  readonly notes: Map<string, string>
  end(): Promise<void>
}

/** The Monday on which every walk begins: the day after the demonstration's newest acts, in a year whose calendar is loaded. */
export const firstDay = '2026-11-23'

/** Starts the program in sandbox mode with demo data, and sets its clock, as somebody rehearsing would, in the bar on top. */
export async function beginWalk(hasScripts: boolean): Promise<Walk> {
  const app = await startApp()
  const browser = await openBrowser()
  const pages = new Map<string, Page>()
  const windows: BrowserContext[] = []
  const openWindow = async () => {
    const window = await browser.open({ javaScriptEnabled: hasScripts, baseURL: app.url, viewport: { width: 1280, height: 900 } })
    windows.push(window)
    window.setDefaultTimeout(20_000)
    return window.newPage()
  }
  const walk: Walk = {
    app,
    hasScripts,
    notes: new Map(),
    async as(account) {
      const known = pages.get(account ?? '')
      if (known) return known
      const page = await openWindow()
      pages.set(account ?? '', page)
      if (account) await signIn(page, account)
      return page
    },
    async asStranger(name) {
      const key = `stranger ${name}`
      const page = pages.get(key) ?? (await openWindow())
      pages.set(key, page)
      return page
    },
    async end() {
      for (const window of windows) await window.close()
      await browser.close()
      await app.stop()
    },
  }
  await moveClockTo(await walk.as('reform'), firstDay)
  return walk
}

async function signIn(page: Page, account: DemoAccountKey): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: '登录' }).click()
  await fill(page, '电子邮箱', demoEmailOf(account))
  await fill(page, '密码', demoPassword)
  await press(page, '登录')
  await page.locator('details.account-menu').waitFor()
}

/** Sets the rehearsal clock to nine in the morning of that day with the bar on top of every page. */
export async function moveClockTo(page: Page, day: string): Promise<void> {
  const bar = page.getByRole('complementary', { name: '演练时钟' })
  await bar.getByLabel('跳到').fill(day)
  await bar.getByRole('button', { name: '设定' }).click()
  await sees(bar, day)
}

/** Reads an address again until the text is there: what the worker does in the background takes a moment. */
export async function waitsFor(page: Page, path: string, text: string | RegExp): Promise<void> {
  for (const until = Date.now() + 60_000; ;) {
    await page.goto(path)
    const shown = await page.locator('main').innerText()
    if (typeof text === 'string' ? shown.includes(text) : text.test(shown)) return
    if (Date.now() > until) throw new Error(`${path} never said ${String(text)}, but:\n${shown}`)
    await page.waitForTimeout(500)
  }
}

/** The note of that name. @throws when no earlier act took it */
export function noted(walk: Walk, name: string): string {
  const value = walk.notes.get(name)
  if (value === undefined) throw new Error(`no earlier act noted ${name}`)
  return value
}
