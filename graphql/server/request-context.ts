import { anonymous } from '#domain/access/viewer.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { SearchPort } from '#search/search-port.ts'
import type { Auth } from '#services/access/auth.ts'
import { viewerOfApiKey } from '#services/access/viewer-of-api-key.ts'
import { viewerOfSession } from '#services/access/viewer-of-session.ts'
import { fixedClock } from '#services/kernel/clock.ts'
import type { Clock } from '#services/kernel/clock.ts'
import type { Platform } from '#services/kernel/use-case-context.ts'
import type { GraphqlContext } from '../context.ts'
import type { Reporter } from './mask-result.ts'

/** What the server hands to every page and endpoint request. */
export interface ServerContext extends Reporter {
  readonly platform: Platform
  readonly auth: Auth
  readonly search: SearchPort
  /** The caller's network address, for rate limits. */
  readonly clientAddress: string
}

/** What this file reads of a request's headers. */
export interface HeaderReader {
  get(name: string): string | null
}

/** The context of a request at the endpoint; a bug in it is reported under its own id. */
export interface EndpointContext extends GraphqlContext, Reporter {
  /** Highest cost of one operation. */
  readonly costLimit: number
}

/** Highest cost of one operation at the endpoint, in fields reckoned with page sizes; ours. */
export const costLimits = { ANONYMOUS: 1_500, USER: 6_000, API_KEY: 20_000, SYSTEM: 0 } as const

/** The context of a page's request: the viewer from the session cookie. */
export async function requestContext(request: Request, server: ServerContext): Promise<GraphqlContext> {
  const { platform, auth, search, requestId, clientAddress } = server
  const viewer = await viewerOfSession(platform.prisma, auth, request.headers)
  return { ...platform, clock: clockOf(request.headers, platform), search, requestId, clientAddress, viewer }
}

/**
 * The context of a request at the endpoint: the viewer from `Authorization: Bearer <API key>`, else from the session cookie.
 * Null for a bearer that is no valid key: whoever shows a key means to be known, and must not silently get the public part.
 */
export async function endpointContext(headers: HeaderReader, server: ServerContext): Promise<EndpointContext | null> {
  const { platform, search, requestId, clientAddress, reportError } = server
  const clock = clockOf(headers, platform)
  const viewer = await endpointViewer(headers, server)
  return viewer && { ...platform, clock, search, requestId, clientAddress, reportError, viewer, costLimit: costLimits[viewer.kind] }
}

async function endpointViewer(headers: HeaderReader, { platform, auth }: ServerContext): Promise<Viewer | null> {
  const authorization = headers.get('authorization')
  // By the platform's clock: an instant that the request names for itself must not bring an old key back to life.
  if (authorization !== null) return viewerOfApiKey(platform.pool, /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '', platform.clock.now())
  const cookie = headers.get('cookie')
  return cookie === null ? anonymous : viewerOfSession(platform.prisma, auth, new Headers({ cookie }))
}

/** In sandbox mode a request may name its own instant; nowhere else. */
function clockOf(headers: HeaderReader, platform: Platform): Clock {
  const named = platform.isSandbox ? headers.get('x-sandbox-now') : null
  const at = named ? new Date(named) : null
  return at && !Number.isNaN(at.getTime()) ? fixedClock(at) : platform.clock
}
