import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Pool } from 'pg'
import { pendingMigrations } from '#prisma/migrate.ts'
import type { Metrics } from './metrics.ts'
import { isLoopback } from './request-facts.ts'
import type { RequestFacts } from './request-facts.ts'

export interface ProbeOptions {
  readonly pool: Pool
  readonly metrics: Metrics
  readonly metricsToken: string | undefined
  /** Turns false when the server begins to stop, so that balancers send nobody new. */
  readonly isServing: () => boolean
}

/** Answers /healthz (the process lives), /readyz (it can serve: database there, all migrations applied) and /metrics; false for other paths. */
export async function answerProbe(
  request: IncomingMessage,
  response: ServerResponse,
  facts: RequestFacts,
  options: ProbeOptions,
): Promise<boolean> {
  switch (facts.pathname) {
    case '/healthz':
      send(response, 200, { status: 'ok' })
      return true
    case '/readyz': {
      const reason = await unreadiness(options)
      send(response, reason ? 503 : 200, reason ? { status: 'unavailable', reason } : { status: 'ready' })
      return true
    }
    case '/metrics':
      if (!mayReadMetrics(request, facts, options.metricsToken)) send(response, 403, { status: 'forbidden' })
      else
        response
          .writeHead(200, { 'Content-Type': options.metrics.contentType, 'Cache-Control': 'no-store' })
          .end(await options.metrics.print())
      return true
    default:
      return false
  }
}

async function unreadiness({ pool, isServing }: ProbeOptions): Promise<'stopping' | 'database' | 'migrations' | null> {
  if (!isServing()) return 'stopping'
  try {
    return (await pendingMigrations(pool, 'prisma/migrations')).length > 0 ? 'migrations' : null
  } catch (error) {
    return (error as Error).name === 'MigrationProblem' ? 'migrations' : 'database'
  }
}

function mayReadMetrics(request: IncomingMessage, facts: RequestFacts, token: string | undefined): boolean {
  if (token === undefined) return isLoopback(facts.address) && request.headers['x-forwarded-for'] === undefined
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(JSON.stringify(body))
}
