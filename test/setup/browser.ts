import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { chromiumPaths } from './chromium.mjs'

const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface TestBrowser {
  /** A window of its own cookies and storage; `{ javaScriptEnabled: false }` for the journey without scripts. */
  open(options?: BrowserContextOptions): Promise<BrowserContext>
  close(): Promise<void>
}

/** Chromium on a fresh profile. Windows speak Chinese and live in Shanghai unless told otherwise. */
export async function openBrowser(): Promise<TestBrowser> {
  const executablePath = chromiumPaths.find((path) => existsSync(path))
  if (!executablePath) throw new Error('There is no Chromium on this machine: `npm test` installs it or says how.')
  const profile = await mkdtemp(join(tmpdir(), 'xinxuan-browser-'))
  const browser = await chromium.launch({ executablePath, args: switches, env: { HOME: profile, LANG: 'zh_CN.UTF-8' } })
  return {
    open: (options = {}) => browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options }),
    async close() {
      await browser.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
