import type { ServerBuild } from '@remix-run/node'
import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from './create-app.ts'
import type { App } from './create-app.ts'
import { createLog } from './log.ts'
import { createPages } from './pages.ts'

// Two routes that ask nothing about where a form comes from: one with a page, one without.

const acted: string[] = []
const action = ({ request }: { request: Request }) => {
  acted.push(`${request.method} ${new URL(request.url).pathname}`)
  return new Response('acted')
}
const Page = () => null
const build: ServerBuild = {
  entry: { module: { default: (_request, status, headers) => new Response('a page', { status, headers }) } },
  routes: {
    root: { id: 'root', path: '', module: { default: Page } },
    form: { id: 'form', parentId: 'root', path: 'form', module: { default: Page, action } },
    resource: { id: 'resource', parentId: 'root', path: 'resource', module: { action } as never },
  },
  assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
  publicPath: '/',
  assetsBuildDirectory: '',
  basename: '/',
  mode: 'test',
  isSpaMode: false,
  future: { v3_singleFetch: true } as ServerBuild['future'],
}

let app: App
let url: string
const pool = new Pool({ connectionString: 'postgresql://127.0.0.1:1/none' })
beforeAll(async () => {
  app = createApp({
    pool,
    log: createLog('silent'),
    graphql: () => undefined,
    pages: createPages({ build, isHttps: false, isDevelopment: false, loadContext: () => Promise.resolve({} as never) }),
    isHttps: false,
    isDevelopment: false,
    isProxied: false,
    metricsToken: undefined,
  })
  url = await app.listen(0, '127.0.0.1')
})
afterAll(async () => {
  await app.close()
  await pool.end()
})
beforeEach(() => {
  acted.length = 0
})

const send = (path: string, headers: Record<string, string>, method = 'POST') =>
  fetch(url + path, { method, headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers }, body: 'wish=1' })

const foreign: readonly (readonly [string, Record<string, string>])[] = [
  ['another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
  ['another site that claims to be ours', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' }],
  ['a neighbour under the same domain', { Origin: 'https://other.xinxuan.example', 'Sec-Fetch-Site': 'same-site' }],
  ['a sandboxed frame', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
  ['an Origin that can’t be read', { Origin: 'not an address' }],
  ['nobody knows whom', {}],
]

test.each(foreign)('a form of %s does nothing, whatever the route and the method', async (_, headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await send('/form', headers, method)
    expect([answer.status, await answer.text()], 'a page says so').toEqual([403, 'a page'])
    expect((await send('/resource', headers, method)).status).toBe(403)
    expect((await send('/form.data', headers, method)).status).toBe(403)
  }
  expect(acted).toEqual([])
})

test('a form of our own acts', async () => {
  const own: readonly Record<string, string>[] = [
    { Origin: url },
    { Origin: url, 'Sec-Fetch-Site': 'same-origin' },
    { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
  ]
  for (const headers of own) expect(await (await send('/resource', headers)).text()).toBe('acted')
  await send('/form', { Origin: url })
  expect(acted).toEqual([...Array.from({ length: 3 }, () => 'POST /resource'), 'POST /form'])
})

test('looking is free from anywhere', async () => {
  expect((await fetch(`${url}/form`, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(200)
})
