import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp } from '../setup/app.ts'
import type { RunningApp } from '../setup/app.ts'
import { openBrowser } from '../setup/browser.ts'
import type { TestBrowser } from '../setup/browser.ts'

// The built program as a browser meets it, before any feature: policy, files, probes.

let app: RunningApp
let browser: TestBrowser

beforeAll(async () => {
  app = await startApp({ data: 'reference' })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await app.stop()
})

test.each([true, false])('the home page breaks no policy and reports no error (scripts: %s)', async (javaScriptEnabled) => {
  const window = await browser.open({ javaScriptEnabled })
  const page = await window.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(app.url, { waitUntil: 'networkidle' })
  expect(await page.locator('h1').first().innerText()).toMatch(/\p{Script=Han}/u)
  expect(complaints).toEqual([])
  await window.close()
})

test.each(['/', '/catalogue', '/guides', '/intermediaries'])(
  '%s has no zero bytes, however its characters fall into buffers',
  async (path) => {
    // Other nonces and ids shift the characters a little each time.
    for (let n = 0; n < 5; n += 1) {
      const html = new Uint8Array(await (await fetch(app.url + path)).arrayBuffer())
      expect(html.length).toBeGreaterThan(4_000)
      expect(html.includes(0)).toBe(false)
    }
  },
)

test('files with a hash in their name are kept for a year and come compressed', async () => {
  const html = await (await fetch(app.url)).text()
  const script = /\/assets\/entry\.client-[^"]+\.js/.exec(html)?.[0] ?? ''
  const response = await fetch(app.url + script, { headers: { 'Accept-Encoding': 'br' } })
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-encoding')).toBe('br')
})

test('the log knows requests by id, and neither query strings nor bodies', async () => {
  await fetch(`${app.url}/?q=41010119900101123X`, { headers: { 'X-Request-Id': 'journey-0001' } })
  await expect.poll(() => app.output()).toContain('"requestId":"journey-0001"')
  expect(app.output()).not.toContain('41010119900101123X')
})
