import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { handleGraphql } from '#graphql/server/http.ts'
import type { ServerContext } from '#graphql/server/request-context.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { createAuth } from '#services/access/auth.ts'
import type { Auth } from '#services/access/auth.ts'
import { openTestPlatform } from './database.ts'
import type { TestPlatform } from './database.ts'

export interface TestEndpoint extends TestPlatform {
  /** Address of the real endpoint, on a real server. */
  readonly endpoint: string
  readonly auth: Auth
  /** Bugs reported since the start; a test that expects one takes it out. */
  readonly reported: unknown[]
  readonly server: ServerContext
}

let addresses = 0
/** A caller's address nobody used before, so that one test's requests don't use up another's allowance. */
export const freshAddress = (): string => `198.51.100.${addresses++ % 250}:${addresses}`

/** The endpoint as deployed, over HTTP, on a database of its own. The caller's address is the header `x-client-address`. */
export async function openTestEndpoint(options: { isSandbox?: boolean } = {}): Promise<TestEndpoint> {
  const test = await openTestPlatform('reference', options.isSandbox ?? false)
  const auth = createAuth(test.platform.prisma, { secret: 'only for tests '.repeat(4), baseUrl: 'http://localhost', isRateLimited: true })
  const reported: unknown[] = []
  const server: ServerContext = {
    platform: test.platform,
    auth,
    search: createPostgresSearch(test.pool),
    requestId: 'request-of-test',
    clientAddress: freshAddress(),
    reportError: (error) => reported.push(error),
  }
  const listener = createServer((request, response) => {
    const given = request.headers['x-client-address']
    const clientAddress = typeof given === 'string' ? given : server.clientAddress
    handleGraphql(request, response, { ...server, clientAddress }).catch((error: unknown) => {
      reported.push(error)
      response.writeHead(500).end()
    })
  })
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done))
  const { port } = listener.address() as AddressInfo
  return {
    ...test,
    auth,
    reported,
    server,
    endpoint: `http://127.0.0.1:${port}/graphql`,
    async close() {
      await new Promise((done) => listener.close(done))
      await test.close()
    },
  }
}

/** Posts an operation as JSON and reads the answer. */
export async function post(endpoint: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'x-client-address': freshAddress(), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  const json = (text.startsWith('{') ? JSON.parse(text) : null) as GraphqlAnswer | null
  return { status: response.status, headers: response.headers, text, json }
}

export interface GraphqlAnswer {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[]
}
