import { createRequest, sendResponse } from '@remix-run/node-fetch-server'
import { createRequestHandler } from '@remix-run/node'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import type { Handler, RequestScope } from './create-app.ts'

export interface PagesOptions {
  readonly build: ServerBuild
  readonly isHttps: boolean
  readonly isDevelopment: boolean
  /** What loaders and actions get. */
  readonly loadContext: (request: Request, scope: RequestScope) => Promise<AppLoadContext>
}

/** Hands a request to Remix. */
export function createPages({ build, isHttps, isDevelopment, loadContext }: PagesOptions): Handler {
  const handle = createRequestHandler(build, isDevelopment ? 'development' : 'production')
  return async (incoming, outgoing, scope) => {
    const request = createRequest(incoming, outgoing, { protocol: isHttps ? 'https:' : 'http:' })
    await sendResponse(outgoing, await handle(request, await loadContext(request, scope)))
  }
}
