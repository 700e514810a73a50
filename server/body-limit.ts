import type { IncomingMessage } from 'node:http'

/**
 * Largest request bodies, in bytes. Ours: a bulk check of 1,000 codes is 30 kB; a form may carry scanned evidence; a table of a whole
 * register is 20 MB at most; a file of an engagement, sent whole by a form without scripts, 32 MB.
 */
export const bodyLimits = { graphql: 1024 * 1024, page: 12 * 1024 * 1024, table: 41 * 1024 * 1024, file: 33 * 1024 * 1024 } as const

/** The limit of a page: one takes whole tables, the two of an engagement take its files. */
export function pageLimitOf(pathname: string): number {
  if (/^\/regulator\/imports(\.data)?\/?$/.test(pathname)) return bodyLimits.table
  return /^\/(owner|intermediary)\/engagements\/[\w-]+(\.data)?\/?$/.test(pathname) ? bodyLimits.file : bodyLimits.page
}

/**
 * The status that refuses a body before anyone reads it, or null: 413 when it is announced too large, 411 when it comes in chunks without
 * a length. Node itself cuts a body off at the announced length.
 */
export function refusedBody(request: IncomingMessage, limit: number): 411 | 413 | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  const announced = request.headers['content-length']
  if (announced === undefined) return request.headers['transfer-encoding'] === undefined ? null : 411
  return Number(announced) > limit ? 413 : null
}
