import { Transform } from 'node:stream'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import type { Namespace } from './i18n/texts.ts'
import { textsOf } from './i18n/texts.server.ts'
import type { TextTree } from './i18n/translate.ts'
import type { PageContext } from './page-context.tsx'
import { PageContextProvider, translatorCache } from './page-context.tsx'
import { preferencesOf } from './preferences.server.ts'

/** How long deferred data may keep a response open, in milliseconds. */
export const streamTimeout = 5_000

async function pageContext(request: Request, context: AppLoadContext): Promise<PageContext> {
  const preferences = await preferencesOf(request)
  const used: Partial<Record<Namespace, TextTree>> = {}
  return {
    ...preferences,
    nonce: context.cspNonce,
    requestId: context.requestId,
    translator: translatorCache(preferences.language, (namespace) => (used[namespace] = textsOf(preferences.language, namespace))),
    // '<' would let a text close the script element.
    usedTexts: () => JSON.stringify(used).replaceAll('<', '\\u003c'),
  }
}

/**
 * React 18 sends each full buffer whole, with zero bytes where the next character did not fit its end (facebook/react#24985). Chinese
 * characters take three bytes, so nearly every page had some; in an attribute browsers show them as U+FFFD.
 */
function withoutPadding(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
}

/** Streams a page; search engines get it whole. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const page = await pageContext(request, loadContext)
  const isWhole = isbot(request.headers.get('User-Agent') ?? '')
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', page.language)
  headers.append('Vary', 'Cookie, Accept-Language')
  return new Promise((resolve, reject) => {
    let statusNow = status
    let isShellSent = false
    const send = () => {
      isShellSent = true
      const body = withoutPadding()
      resolve(new Response(createReadableStreamFromReadable(body), { status: statusNow, headers }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <PageContextProvider value={page}>
        <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={page.nonce} />
      </PageContextProvider>,
      {
        nonce: page.nonce,
        ...(isWhole ? { onAllReady: send } : { onShellReady: send }),
        onShellError: reject,
        onError(error) {
          statusNow = 500
          // Before the shell the rejection above reports it; afterwards nobody else would.
          if (isShellSent) loadContext.reportError(error)
        },
      },
    )
    setTimeout(abort, streamTimeout + 1_000)
  })
}

/** Called by Remix for what a loader, action or page threw that is no Response. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) context.reportError(error)
}
