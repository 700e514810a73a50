import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymousRate } from '#graphql/server/anonymous-rate.ts'
import { documentLimits } from '#graphql/server/operation-limits.ts'
import { freshAddress, openTestEndpoint, post } from '../../setup/endpoint.ts'
import type { TestEndpoint } from '../../setup/endpoint.ts'

let api: TestEndpoint
beforeAll(async () => {
  api = await openTestEndpoint()
})
afterAll(() => api.close())

const codeOf = (answer: Awaited<ReturnType<typeof post>>) => answer.json?.errors?.[0]?.extensions?.['code']

test('the audits of GraphQL over HTTP pass without error or warning', { timeout: 60_000 }, async () => {
  const fetchFn: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('x-client-address', freshAddress())
    return fetch(input, { ...init, headers })
  }
  const found: string[] = []
  // Twice and once more: from the third run on the usual documents run compiled, and must answer the same.
  for (let run = 0; run < 4; run += 1) {
    for (const audit of serverAudits({ url: api.endpoint, fetchFn })) {
      const { status, name } = await audit.fn()
      if (status === 'error' || status === 'warn') found.push(`${status}: ${name}`)
    }
  }
  expect(found).toEqual([])
})

test('forms, multipart forms, plain text and links can change nothing: they are refused before any operation runs', async () => {
  const query = 'mutation { __typename }'
  const multipart = new FormData()
  multipart.set('operations', JSON.stringify({ query }))
  const requests: [string, RequestInit][] = [
    [api.endpoint, { method: 'POST', body: new URLSearchParams({ query }) }],
    [api.endpoint, { method: 'POST', body: multipart }],
    [api.endpoint, { method: 'POST', body: JSON.stringify({ query }), headers: { 'Content-Type': 'text/plain' } }],
    [`${api.endpoint}?query=${encodeURIComponent(query)}`, {}],
    [`${api.endpoint}?query=%7B__typename%7D`, {}],
  ]
  for (const [url, init] of requests) expect((await fetch(url, init)).status, JSON.stringify(init)).toBe(403)
  const viaHeader = await fetch(requests[3]![0], { headers: { 'x-graphql-yoga-csrf': '1' } })
  expect(viaHeader.status).toBe(405)
  const crossSite = { cookie: 'xinxuan.session_token=x', 'Sec-Fetch-Site': 'cross-site' }
  expect(codeOf(await post(api.endpoint, { query: '{ __typename }' }, crossSite))).toBe('CROSS_SITE')
  expect(
    (await post(api.endpoint, { query: '{ __typename }' }, { Origin: 'https://elsewhere.example' })).headers.get(
      'access-control-allow-origin',
    ),
  ).toBeNull()
})

test('no batching', async () => {
  const answer = await post(api.endpoint, [{ query: '{ __typename }' }, { query: '{ __typename }' }])
  expect(answer.status).toBe(400)
})

const nested = (levels: number): string => (levels === 0 ? 'name' : `ofType { ${nested(levels - 1)} }`)
const type = (selection: string): string => `{ __type(name: "Query") { fields { type { ${selection} } } } }`
const repeat = (n: number, part: (i: number) => string): string => Array.from({ length: n }, (_, i) => part(i)).join(' ')

test.each([
  ['depth', type(nested(documentLimits.depth))],
  [
    'depth through fragments',
    `{ ...a } fragment a on Query { __type(name: "Query") { fields { type { ...t } } } } fragment t on __Type { ${nested(documentLimits.depth)} }`,
  ],
  // A rule that skips introspection by the name `__schema` must not skip a fragment that is called so.
  [
    'depth in a fragment called __schema',
    `{ ...__schema } fragment __schema on Query { __type(name: "Query") { fields { type { ${nested(14)} } } } }`,
  ],
  ['aliases in a fragment called __schema', `{ ...__schema } fragment __schema on Query { ${repeat(31, (i) => `a${i}: __typename`)} }`],
  ['aliases', `{ ${repeat(documentLimits.aliases + 1, (i) => `a${i}: __typename`)} }`],
  ['aliases spread many times', `{ ${repeat(20, (i) => `x${i}: me { ...m }`)} } fragment m on Me { a: kind b: name }`],
  ['directives', `{ __typename ${repeat(documentLimits.directives + 1, () => '@include(if: true)')} }`],
  ['fields', `{ ${repeat(documentLimits.fields + 1, () => '__typename')} }`],
  [
    'fields that double',
    `{ ...f0 } ${repeat(12, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} fragment f12 on Query { __typename }`,
  ],
  ['introspections', '{ __schema { __typename } a: __schema { __typename } b: __schema { __typename } }'],
])('too large: %s', async (_name, query) => {
  const answer = await post(api.endpoint, { query })
  expect(answer.json?.errors?.map((error) => error.extensions?.['code'])).toContain('DOCUMENT_TOO_LARGE')
  expect(answer.json?.data).toBeUndefined()
})

test('too many tokens are not even parsed; a fragment that spreads itself ends in a plain refusal', async () => {
  const long = await post(api.endpoint, { query: `{ ${'__typename '.repeat(documentLimits.tokens)} }` })
  expect(long.json?.errors?.[0]?.message).toContain('Document contains more that')
  const loop = await post(api.endpoint, { query: '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }' })
  expect(loop.json?.errors?.[0]?.message).toContain('Cannot spread fragment')
})

test('introspection is open, and GraphiQL comes whole, with nothing from other hosts', async () => {
  const { getIntrospectionQuery } = await import('graphql')
  const answer = await post(api.endpoint, { query: getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }) })
  expect(answer.json?.errors).toBeUndefined()
  const page = await fetch(api.endpoint, { headers: { Accept: 'text/html' } })
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[^']+';/)
  expect(await page.text()).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="https?:/)
})

test('a bug is masked, reported once, and found by its request id', async () => {
  await api.asOwner('ALTER TABLE "ApiKey" RENAME TO "ApiKeyAway"')
  const answer = await post(api.endpoint, { query: '{ __typename }' }, { Authorization: 'Bearer xx_anything' })
  await api.asOwner('ALTER TABLE "ApiKeyAway" RENAME TO "ApiKey"')
  expect(answer.status).toBe(500)
  expect(answer.text).not.toContain('ApiKey')
  expect(api.reported.splice(0)).toHaveLength(1)
})

test('an address without sign-in has a small allowance; another address is not touched by it', async () => {
  const address = freshAddress()
  const ask = () => post(api.endpoint, { query: '{ __typename }' }, { 'x-client-address': address })
  const statuses: number[] = []
  for (let i = 0; i < anonymousRate.burst + 20; i += 1) statuses.push((await ask()).status)
  expect(statuses.slice(0, anonymousRate.burst)).not.toContain(429)
  expect(statuses).toContain(429)
  const refused = await ask()
  expect([refused.status, codeOf(refused), refused.headers.get('retry-after')]).toEqual([429, 'TOO_MANY_REQUESTS', '1'])
  expect((await post(api.endpoint, { query: '{ __typename }' })).status).toBe(200)
})
