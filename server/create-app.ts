import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import { bodyLimits, pageLimitOf, refusedBody } from './body-limit.ts'
import type { Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import type { RouteKind } from './metrics.ts'
import { answerProbe } from './probes.ts'
import { requestFacts } from './request-facts.ts'
import type { RequestFacts } from './request-facts.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { StartProblem } from './start-problem.ts'

/** What a handler gets besides request and response. */
export interface RequestScope extends RequestFacts {
  /** Of this answer's Content-Security-Policy. */
  readonly cspNonce: string
}

export type Handler = (request: IncomingMessage, response: ServerResponse, scope: RequestScope) => Promise<void> | void
/** A static file handler: calls `next` for what it does not have. */
export type AssetHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

export interface AppOptions {
  readonly pool: Pool
  readonly log: Log
  readonly graphql: Handler
  /** Everything that is neither a probe, a file nor /graphql; without it such a request gets 404. */
  readonly pages?: Handler
  readonly assets?: AssetHandler
  readonly isHttps: boolean
  readonly isDevelopment: boolean
  readonly isProxied: boolean
  readonly metricsToken: string | undefined
  /** Metrics of other parts, given out with those of the server. */
  readonly metrics?: readonly Registry[]
}

export interface App {
  readonly server: Server
  /** Starts listening; port 0 takes a free one. @returns the address, `http://127.0.0.1:3000` */
  listen(port: number, host: string): Promise<string>
  /** Takes no more requests, lets those under way end (10 s), and closes. */
  close(): Promise<void>
}

/** The web server: probes, files, /graphql and pages behind one front with request ids, security headers, body limits, log and metrics. */
export function createApp(options: AppOptions): App {
  const { log } = options
  const metrics = createMetrics(options.metrics)
  let isServing = true
  const probes = { pool: options.pool, metrics, metricsToken: options.metricsToken, isServing: () => isServing }

  const server = createServer((request, response) => {
    const began = performance.now()
    const scope: RequestScope = { ...requestFacts(request, options.isProxied), cspNonce: randomBytes(16).toString('base64') }
    let route: RouteKind = 'page'
    response.setHeader('X-Request-Id', scope.requestId)
    setSecurityHeaders(response, scope.cspNonce, options)
    response.once('close', () => {
      const ms = performance.now() - began
      const { method = '', headers } = request
      const status = response.statusCode
      metrics.observe({ route, method, status }, ms / 1000)
      const level = route === 'asset' || route === 'probe' ? 'debug' : 'info'
      const bytes = Number(response.getHeader('content-length') ?? 0) || undefined
      log[level](
        {
          requestId: scope.requestId,
          method,
          path: scope.pathname,
          status,
          ms: Math.round(ms * 10) / 10,
          bytes,
          isCut: !response.writableFinished || undefined,
          agent: headers['user-agent']?.slice(0, 120),
        },
        'request',
      )
    })

    const handle = async (): Promise<void> => {
      if (await answerProbe(request, response, scope, probes)) {
        route = 'probe'
        return
      }
      if (scope.pathname === '/graphql') {
        route = 'graphql'
        await guarded(options.graphql, bodyLimits.graphql)
        return
      }
      const isFile = await new Promise<boolean>((done) => {
        if (!options.assets) {
          done(false)
          return
        }
        response.once('close', () => {
          done(true)
        })
        options.assets(request, response, () => {
          done(false)
        })
      })
      if (isFile) route = 'asset'
      else if (options.pages) await guarded(options.pages, pageLimitOf(scope.pathname))
      else response.writeHead(404).end()
    }
    const guarded = async (handler: Handler, limit: number): Promise<void> => {
      const status = refusedBody(request, limit)
      if (status) response.writeHead(status, { Connection: 'close' }).end()
      else await handler(request, response, scope)
    }
    handle().catch((error: unknown) => {
      log.error({ requestId: scope.requestId, err: error }, 'a request failed')
      if (response.headersSent) response.destroy()
      else
        response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`出错了 / Something went wrong: ${scope.requestId}\n`)
    })
  })

  return {
    server,
    listen: (port, host) => listen(server, port, host),
    async close() {
      isServing = false
      const closed = new Promise((done) => server.close(done))
      server.closeIdleConnections()
      const patience = setTimeout(() => {
        server.closeAllConnections()
      }, 10_000)
      await closed
      clearTimeout(patience)
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(listenProblem(error, port, host))
    })
    server.listen(port, host, () => {
      const address = server.address()
      done(`http://${host.includes(':') ? `[${host}]` : host}:${typeof address === 'object' && address ? address.port : port}`)
    })
  })
}

/** Fails early, before a database is started for nothing. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  const probe = createServer()
  await listen(probe, port, host)
  await new Promise((done) => probe.close(done))
}

function listenProblem(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE')
    return new StartProblem(
      `Port ${port} is taken by another program: stop it or choose another port, for example PORT=${port + 1} npm start.`,
    )
  if (error.code === 'EACCES')
    return new StartProblem(`Port ${port} needs more rights than this user has: choose one above 1023 with PORT.`)
  if (error.code === 'EADDRNOTAVAIL') return new StartProblem(`This machine has no network address ${host}: set HOST to one of its own.`)
  return error
}
