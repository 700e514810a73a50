import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What the server knows of a request before anyone handles it. */
export interface RequestFacts {
  /** In the log, in the response's X-Request-Id, and on error pages. */
  readonly requestId: string
  /** The caller's network address. */
  readonly address: string
  readonly pathname: string
}

/**
 * Reads the facts and writes `x-client-address` into the request for the rate limiters behind; a caller's own header of that name is dropped.
 * @param isProxied whether a reverse proxy of ours appends the real caller to X-Forwarded-For
 */
export function requestFacts(request: IncomingMessage, isProxied: boolean): RequestFacts {
  const given = request.headers['x-request-id']
  const requestId = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID()
  const forwarded = isProxied
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined
  const address = forwarded || (request.socket.remoteAddress ?? 'unknown')
  overwriteHeader(request, 'x-client-address', address)
  const url = request.url ?? '/'
  const end = url.indexOf('?')
  return { requestId, address, pathname: end === -1 ? url : url.slice(0, end) }
}

/** True for a caller on this machine. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}

function overwriteHeader(request: IncomingMessage, name: string, value: string): void {
  for (let i = request.rawHeaders.length - 2; i >= 0; i -= 2) {
    if (request.rawHeaders[i]?.toLowerCase() === name) request.rawHeaders.splice(i, 2)
  }
  request.rawHeaders.push(name, value)
  request.headers[name] = value
}
