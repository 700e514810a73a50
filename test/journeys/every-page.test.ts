import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import axe from 'axe-core'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '#test/setup/app.ts'
import type { RunningApp } from '#test/setup/app.ts'
import { openBrowser } from '#test/setup/browser.ts'
import type { TestBrowser } from '#test/setup/browser.ts'
import { samplePages } from './sample-pages.ts'
import { sessionOf } from './sign-in.ts'

const routes = 'app/routes'

/** Every route file that renders a page. */
async function pageFiles(): Promise<string[]> {
  const entries = await readdir(routes, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.name.endsWith('.tsx') && entry.name !== '_layout.tsx')
    .map((entry) => join(entry.parentPath, entry.name))
  const isPage = await Promise.all(files.map(async (file) => (await readFile(file, 'utf8')).includes('export default')))
  return files.filter((_, index) => isPage[index]).map((file) => relative(routes, file))
}

const files = await pageFiles()

let app: RunningApp
let browser: TestBrowser
let database: Pool
const sessions = new Map<string, Promise<string>>()

beforeAll(async () => {
  app = await startApp({ more: { TRUST_PROXY: '1' } })
  browser = await openBrowser()
  database = new Pool({ connectionString: app.databaseUrl })
})
afterAll(async () => {
  await database.end()
  await browser.close()
  await app.stop()
})

async function cookiesOf(as: string | undefined): Promise<{ name: string; value: string; url: string }[]> {
  if (!as) return []
  const session = sessions.get(as) ?? sessionOf(app.url, as)
  sessions.set(as, session)
  return (await session).split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: app.url }
  })
}

const elder = { name: 'preferences', value: encodeURIComponent(btoa(JSON.stringify({ language: 'zh-CN', isElder: true, theme: 'auto' }))) }

/** Three ways to read each page; the narrow one also shows whether anything sticks out sideways. */
const readers = [
  { name: '中文', options: { locale: 'zh-CN', viewport: { width: 1280, height: 900 } }, cookies: [] },
  { name: 'English on a phone of 320 px', options: { locale: 'en-US', viewport: { width: 320, height: 700 } }, cookies: [] },
  { name: '适老', options: { locale: 'zh-CN', viewport: { width: 1280, height: 900 } }, cookies: [elder] },
] as const

describe('every page', () => {
  it('has a sample address', () => {
    expect(files.filter((file) => !(file in samplePages))).toEqual([])
    expect(Object.keys(samplePages).filter((file) => !files.includes(file))).toEqual([])
  })

  describe.each(readers)('for $name', ({ name, options, cookies }) => {
    it.concurrent.each(files.filter((file) => file in samplePages))(
      '%s: axe finds nothing, nothing is logged, nothing sticks out',
      async (file) => {
        const sample = samplePages[file]
        if (!sample) throw new Error(file)
        const path = typeof sample.path === 'string' ? sample.path : await sample.path(database)
        const window = await browser.open(options)
        await window.addCookies([...(await cookiesOf(sample.as)), ...cookies.map((cookie) => ({ ...cookie, url: app.url }))])
        const page = await window.newPage()
        const errors: string[] = []
        page.on('console', (message) => message.type() === 'error' && !/status of 404/.test(message.text()) && errors.push(message.text()))
        page.on('pageerror', (error) => errors.push(error.message))
        const answer = await page.goto(app.url + path)
        expect(answer?.status(), `${path} for ${name}`).toBe(sample.status ?? 200)
        // Not as a script tag: the page's own policy rightly refuses one.
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
        )
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([])
        expect(errors).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(1)
        await window.close()
      },
    )
  })
})
