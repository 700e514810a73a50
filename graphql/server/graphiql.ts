import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

interface GraphiqlPage {
  readonly html: Buffer
  readonly gzipped: Buffer
  readonly policy: string
}
let made: Promise<GraphiqlPage> | undefined

/** GraphiQL, the partners' documentation: one page with all it needs inside, and the only page with a wider content policy. */
export async function sendGraphiql(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { html, gzipped, policy } = await (made ??= makePage())
  const isGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const body = isGzip ? gzipped : html
  response.setHeader('Content-Security-Policy', policy)
  if (isGzip) response.setHeader('Content-Encoding', 'gzip')
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'private, max-age=3600',
    Vary: 'Accept, Accept-Encoding',
  })
  response.end(body)
}

/** Made at the first visit: 9 MB of script that most processes never need. */
async function makePage(): Promise<GraphiqlPage> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const html = renderGraphiQL({ title: '信选 Xinxuan GraphQL', endpoint: '/graphql', defaultQuery: '{ me { kind roles } }' })
  const bytes = Buffer.from(html)
  // Its one inline script is allowed by hash; the editor writes its styles and starts its workers from blobs.
  const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(html) ?? []
  const hash = createHash('sha256').update(script).digest('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return { html: bytes, gzipped: await promisify(gzip)(bytes, { level: constants.Z_BEST_SPEED }), policy }
}
