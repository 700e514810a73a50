import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { ExecutionResult } from 'graphql'
import type { GraphQLParams } from 'graphql-yoga'
import { processRegularResult } from 'graphql-yoga'
import { takeAnonymousRequest } from './anonymous-rate.ts'
import { sendGraphiql } from './graphiql.ts'
import { maskResult } from './mask-result.ts'
import { endpointContext } from './request-context.ts'
import type { EndpointContext, HeaderReader, ServerContext } from './request-context.ts'
import { yoga } from './yoga.ts'

const PLAIN_JSON = /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i
const JSON_ANSWERS: Readonly<Record<string, string>> = {
  '*/*': 'application/json',
  'application/json': 'application/json',
  'application/graphql-response+json': 'application/graphql-response+json',
}

/**
 * The endpoint `/graphql`. Plain JSON posts, which are nearly all, go straight to execution; everything else takes Yoga's own HTTP
 * path, with the same limits. Bodies must have been measured before (server/body-limit.ts).
 */
export async function handleGraphql(request: IncomingMessage, response: ServerResponse, server: ServerContext): Promise<void> {
  const headers = headerReader(request.headers)
  if (request.method === 'GET' && headers.get('accept')?.includes('text/html')) return sendGraphiql(request, response)

  const body = await readBody(request)
  const context = await endpointContext(headers, server)
  if (!context) return sendFault(response, 401, 'API_KEY_INVALID', 'This API key is unknown, expired or revoked.')
  if (context.viewer.kind === 'ANONYMOUS') {
    const wait = takeAnonymousRequest(server.clientAddress, performance.now())
    if (wait !== null) {
      response.setHeader('Retry-After', wait)
      return sendFault(response, 429, 'TOO_MANY_REQUESTS', 'Too many requests without signing in or an API key.')
    }
  }
  if (request.headers.cookie && isFromAnotherSite(headers)) return sendFault(response, 403, 'CROSS_SITE', 'Not from another site.')

  const mediaType = JSON_ANSWERS[headers.get('accept') ?? '*/*']
  const params = mediaType && request.method === 'POST' && PLAIN_JSON.test(headers.get('content-type') ?? '') ? plainParams(body) : null
  if (params && mediaType) await answerFast(request, response, params, mediaType, context)
  else await answerByYoga(request, response, body, context)
}

async function answerFast(
  request: IncomingMessage,
  response: ServerResponse,
  params: GraphQLParams,
  mediaType: string,
  context: EndpointContext,
): Promise<void> {
  // Hooks from here on look at nothing but the method.
  const posted = { method: 'POST', url: request.url } as Request
  const result = (await yoga.getResultForParams({ params, request: posted }, context as never)) as ExecutionResult
  if (result.errors) {
    await send(response, processRegularResult(maskResult(result, context), yoga.fetchAPI, mediaType))
    return
  }
  const text = JSON.stringify(result)
  response.writeHead(200, { 'Content-Type': `${mediaType}; charset=utf-8`, 'Content-Length': Buffer.byteLength(text) }).end(text)
}

async function answerByYoga(request: IncomingMessage, response: ServerResponse, body: string, context: EndpointContext): Promise<void> {
  const method = request.method ?? 'GET'
  const { Request: FetchRequest, Headers: FetchHeaders } = yoga.fetchAPI
  const headers = new FetchHeaders()
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value))
  const hasBody = method !== 'GET' && method !== 'HEAD' && body !== ''
  const url = new URL(request.url ?? '/graphql', 'http://endpoint.invalid').href
  await send(response, await yoga.fetch(new FetchRequest(url, { method, headers, ...(hasBody ? { body } : {}) }), context))
}

async function send(response: ServerResponse, answer: Response): Promise<void> {
  const text = await answer.text()
  answer.headers.forEach((value, name) => response.setHeader(name, value))
  response.setHeader('Content-Length', Buffer.byteLength(text))
  response.writeHead(answer.status).end(text)
}

/** A refusal before anything of GraphQL was looked at. */
function sendFault(response: ServerResponse, status: number, code: string, message: string): void {
  const text = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(text) }).end(text)
}

/** The parameters of a request whose body is as usual, else null: Yoga then finds the right words for what is wrong with it. */
function plainParams(body: string): GraphQLParams | null {
  let params: unknown
  try {
    params = JSON.parse(body)
  } catch {
    return null
  }
  if (!isObject(params)) return null
  const { query, variables, operationName, extensions, ...others } = params
  const isUsual = typeof query === 'string' && (operationName == null || typeof operationName === 'string')
  const areObjects = [variables, extensions].every((value) => value == null || isObject(value))
  return isUsual && areObjects && Object.keys(others).length === 0 ? (params as GraphQLParams) : null
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Second lock beside SameSite cookies and the ban on form media types: browsers say where a request comes from. */
function isFromAnotherSite(headers: HeaderReader): boolean {
  const site = headers.get('sec-fetch-site')
  return site === 'cross-site' || site === 'same-site'
}

function headerReader(headers: IncomingHttpHeaders): HeaderReader {
  return {
    get(name) {
      const value = headers[name]
      return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value
    },
  }
}

/** By events: iterating over the stream costs a tenth of a small request. */
function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => done((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString('utf8') ?? ''))
    request.on('error', fail)
  })
}
