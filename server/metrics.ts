import { Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export type RouteKind = 'asset' | 'graphql' | 'page' | 'probe'

export interface Metrics {
  observe(labels: { route: RouteKind; method: string; status: number }, seconds: number): void
  /** The Prometheus text format. */
  print(): Promise<string>
  readonly contentType: string
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Metrics of one server: those of other parts of the program, Node's own and one histogram of requests. Labels are few on purpose: a path would be one series for each firm. */
export function createMetrics(others: readonly Registry[] = []): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request line to the end of the answer.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  return {
    observe: ({ route, method, status }, seconds) => {
      requests.observe({ route, method: methods.has(method) ? method : 'other', status: String(status) }, seconds)
    },
    print: () => Registry.merge([registry, ...others]).metrics(),
    contentType: registry.contentType,
  }
}
