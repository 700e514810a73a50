import type { Viewer } from '#domain/access/viewer.ts'
import type { SearchPort } from '#search/search-port.ts'
import type { Auth } from '#services/access/auth.ts'
import { viewerOfApiKey } from '#services/access/viewer-of-api-key.ts'
import { viewerOfSession } from '#services/access/viewer-of-session.ts'
import { fixedClock } from '#services/kernel/clock.ts'
import type { Clock } from '#services/kernel/clock.ts'
import type { Platform } from '#services/kernel/use-case-context.ts'
import type { GraphqlContext } from '../context.ts'

/** What the server hands to every page and endpoint request. */
export interface ServerContext {
  readonly platform: Platform
  readonly auth: Auth
  readonly search: SearchPort
  readonly requestId: string
}

/** Builds the context of one request: viewer from session, or from `Authorization: Bearer <API key>` at the endpoint. */
export async function requestContext(request: Request, server: ServerContext): Promise<GraphqlContext> {
  const { platform, search, requestId } = server
  const viewer = await viewerOf(request, server)
  return { ...platform, clock: clockOf(request, platform), search, requestId, viewer }
}

async function viewerOf(request: Request, { platform, auth }: ServerContext): Promise<Viewer> {
  const key = /^Bearer (xx_[\w-]+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  const keyed = key ? await viewerOfApiKey(platform.prisma, key, platform.clock.now()) : null
  return keyed ?? viewerOfSession(platform.prisma, auth, request.headers)
}

/** In sandbox mode a request may name its own instant; nowhere else. */
function clockOf(request: Request, platform: Platform): Clock {
  const named = platform.isSandbox ? request.headers.get('x-sandbox-now') : null
  const at = named ? new Date(named) : null
  return at && !Number.isNaN(at.getTime()) ? fixedClock(at) : platform.clock
}
