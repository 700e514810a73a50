import { request as httpRequest } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './create-app.ts'
import type { App } from './create-app.ts'
import { createLog } from './log.ts'

// The front alone, with small handlers behind it. Its database is one that isn't there.

let app: App
let url: string
const pool = new Pool({ connectionString: 'postgresql://127.0.0.1:1/none', connectionTimeoutMillis: 500 })

beforeAll(async () => {
  app = createApp({
    pool,
    log: createLog('silent'),
    graphql: (request, response) => {
      request.resume().on('end', () => response.end('graphql'))
    },
    pages: (request, response, scope) => {
      if (request.url === '/fails') throw new Error('planted')
      response.end(JSON.stringify({ ...scope, header: request.headers['x-client-address'] }))
    },
    assets: (request, response, next) => {
      if (request.url === '/assets/a.css') response.end('a{}')
      else next()
    },
    isHttps: true,
    isDevelopment: false,
    isProxied: true,
    metricsToken: undefined,
  })
  url = await app.listen(0, '127.0.0.1')
})

afterAll(async () => {
  await app.close()
  await pool.end()
})

/** Sends what fetch() would not: chunked bodies and forbidden headers. */
function send(path: string, headers: Record<string, string>, body?: string): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const outgoing = httpRequest(`${url}${path}`, { method: 'POST', headers }, (response) => {
      response.resume()
      done(response)
    })
    outgoing.on('error', fail)
    outgoing.end(body)
  })
}

describe('every answer', () => {
  test('has a request id: the caller’s own if it is a sane one', async () => {
    const own = await fetch(url, { headers: { 'X-Request-Id': 'trace-12345678' } })
    expect(own.headers.get('x-request-id')).toBe('trace-12345678')
    const strange = await fetch(url, { headers: { 'X-Request-Id': 'a b<script>' } })
    expect(strange.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('has security headers with a nonce of its own', async () => {
    const [first, second] = await Promise.all([fetch(url), fetch(url)])
    const nonceOf = (response: Response) =>
      /script-src 'self' 'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
    expect(nonceOf(first)).toBe(((await first.json()) as { cspNonce: string }).cspNonce)
    expect(nonceOf(first)).not.toBe(nonceOf(second))
    expect(first.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(first.headers.get('strict-transport-security')).toContain('max-age')
    expect((await fetch(`${url}/assets/a.css`)).headers.get('x-content-type-options')).toBe('nosniff')
  })
})

test('the caller’s address is the one our proxy saw, never one the caller claims', async () => {
  const response = await fetch(url, { headers: { 'X-Client-Address': '6.6.6.6', 'X-Forwarded-For': '6.6.6.6, 203.0.113.9' } })
  expect(await response.json()).toMatchObject({ address: '203.0.113.9', header: '203.0.113.9' })
})

test('a body announced too large is refused with 413, one without a length with 411', async () => {
  expect((await send('/graphql', { 'Content-Length': String(1024 * 1024 + 1) })).statusCode).toBe(413)
  expect((await send('/graphql', { 'Transfer-Encoding': 'chunked' }, '{}')).statusCode).toBe(411)
  expect((await send('/graphql', { 'Content-Length': '2' }, '{}')).statusCode).toBe(200)
})

test('a bug is answered with 500 and the request id, and nothing of the error', async () => {
  const response = await fetch(`${url}/fails`)
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(text).toContain(response.headers.get('x-request-id'))
  expect(text).not.toContain('planted')
})

test('/healthz lives without a database, /readyz says what is missing, /metrics is for this machine only', async () => {
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  const ready = await fetch(`${url}/readyz`)
  expect(ready.status).toBe(503)
  expect(await ready.json()).toEqual({ status: 'unavailable', reason: 'database' })
  const metrics = await fetch(`${url}/metrics`)
  expect(await metrics.text()).toContain('http_request_duration_seconds_bucket')
  expect((await fetch(`${url}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.9' } })).status).toBe(403)
})

test('a taken port is told in one sentence', async () => {
  const second = createApp({
    pool,
    log: createLog('silent'),
    graphql: () => undefined,
    isHttps: false,
    isDevelopment: false,
    isProxied: false,
    metricsToken: undefined,
  })
  const port = Number(new URL(url).port)
  await expect(second.listen(port, '127.0.0.1')).rejects.toThrow(`Port ${port} is taken by another program`)
})
