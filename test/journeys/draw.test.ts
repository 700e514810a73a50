import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from 'pg'
import { startApp } from '../setup/app.ts'
import type { RunningApp } from '../setup/app.ts'
import { openBrowser } from '../setup/browser.ts'
import type { TestBrowser } from '../setup/browser.ts'

// Anyone makes a draw of the demonstration again: in the browser, without scripts by the server, and sees where a forged transcript breaks.

let app: RunningApp
let browser: TestBrowser
let number: string

beforeAll(async () => {
  app = await startApp({ data: 'demo' })
  browser = await openBrowser()
  const database = new Client({ connectionString: app.databaseUrl })
  await database.connect()
  const { rows } = await database.query<{ number: string }>(
    `SELECT s."number" FROM "Selection" s JOIN "Draw" d ON d."selectionId" = s."id" WHERE d."state" = 'DRAWN' ORDER BY s."number" LIMIT 1`,
  )
  await database.end()
  number = rows[0]?.number ?? ''
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const text = (page: Page) => page.locator('main').innerText()

test('with scripts the browser draws again, from the file it downloaded', async () => {
  const window = await browser.open()
  const page = await window.newPage()
  await page.goto(`${app.url}/selections/${number}/verify`)
  await page.getByText('由你的浏览器用下载的记录复算').waitFor()
  expect(await text(page)).toContain('一致：从头到尾都能复算出来')
  await window.close()
})

test('a transcript that somebody altered on its way: the browser says at which step it breaks, whatever the server says', async () => {
  const window = await browser.open()
  const page = await window.newPage()
  await page.route('**/resources/draw-transcript/**', async (route) => {
    const response = await route.fetch()
    const transcript = (await response.json()) as { draws: { drawn: number[] }[] }
    transcript.draws[0]?.drawn.reverse()
    await route.fulfill({ response, json: transcript })
  })
  await page.goto(`${app.url}/selections/${number}/verify`)
  await page.getByText('由你的浏览器用下载的记录复算').waitFor()
  expect(await text(page)).toMatch(/不一致：在“记录没有改动过”这一步对不上[\s\S]*第 1 次应抽出 \d+，记录写的是 \d+/)
  await window.close()
})

test('without scripts the server draws again and says that it was the server', async () => {
  const window = await browser.open({ javaScriptEnabled: false })
  const page = await window.newPage()
  await page.goto(`${app.url}/selections/${number}/verify`)
  expect(await text(page)).toMatch(/一致：从头到尾都能复算出来[\s\S]*由服务器复算/)
  await window.close()
})

test('the page itself carries at most 90 kB of scripts as sent; the checker comes only when it is used', async () => {
  const html = await (await fetch(`${app.url}/selections/${number}/verify`)).text()
  const names = new Set([...html.matchAll(/rel="modulepreload" href="(\/assets\/[\w.$-]+\.js)/g)].map(([, name]) => name ?? ''))
  let bytes = 0
  for (const name of names) {
    const response = await fetch(app.url + name, { headers: { 'accept-encoding': 'br' } })
    bytes += Number(response.headers.get('content-length'))
    expect(await response.text()).not.toContain('BLS_SIG_BLS12381')
  }
  expect(names.size).toBeGreaterThan(10)
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(90_000)
})

test('the transcript is a file of its own, never a page', async () => {
  const response = await fetch(`${app.url}/resources/draw-transcript/${number}`)
  expect(response.headers.get('content-disposition')).toContain(`attachment; filename="${number}.json"`)
  expect(await response.json()).toMatchObject({ format: 'xinxuan-draw/1', selectionNumber: number })
  expect((await fetch(`${app.url}/resources/draw-transcript/XX-2020-000001`)).status).toBe(404)
})
