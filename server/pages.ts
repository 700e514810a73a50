import { createRequest, sendResponse } from '@remix-run/node-fetch-server'
import { createRequestHandler } from '@remix-run/node'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import type { Handler, RequestScope } from './create-app.ts'
import { ownFormsOnly } from './own-forms-only.ts'

export interface PagesOptions {
  readonly build: ServerBuild
  readonly isHttps: boolean
  readonly isDevelopment: boolean
  /** What loaders and actions get. */
  readonly loadContext: (request: Request, scope: RequestScope) => Promise<AppLoadContext>
}

/** Hands a request to Remix; forms of other sites get no further than a refusal. */
export function createPages({ build, isHttps, isDevelopment, loadContext }: PagesOptions): Handler {
  const handle = createRequestHandler(ownFormsOnly(build), isDevelopment ? 'development' : 'production')
  return async (incoming, outgoing, scope) => {
    const request = createRequest(incoming, outgoing, { protocol: isHttps ? 'https:' : 'http:' })
    if (request.method !== 'GET' && request.method !== 'HEAD') markForeign(request.headers)
    await sendResponse(outgoing, await handle(request, await loadContext(request, scope)))
    if (!incoming.complete) {
      // A body that nobody read would hold up the connection, and reset it under the caller's next request.
      await request.body?.cancel().catch(() => undefined)
      incoming.resume()
    }
  }
}

/**
 * Remix answers a form of another site, or with an Origin it can't read, with a bare 500. Without that Origin and marked as cross-site, it
 * reaches the guard before the action (own-forms-only.ts): 403, on a page that says so.
 */
function markForeign(headers: Headers): void {
  const origin = headers.get('Origin')
  if (origin === null) return
  const host = headers.get('X-Forwarded-Host')?.split(',')[0]?.trim() || headers.get('Host')
  if (URL.canParse(origin) && new URL(origin).host === host) return
  headers.delete('Origin')
  // 'null' is also what privacy settings make of an own form; there Sec-Fetch-Site decides.
  if (origin !== 'null') headers.set('Sec-Fetch-Site', 'cross-site')
}
