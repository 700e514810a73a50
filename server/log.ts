import { pino } from 'pino'
import type { Logger } from 'pino'

export type Log = Logger

/**
 * One JSON object a line on standard output. What is logged is chosen field by field: never a body, a query string (a search may hold a
 * name or an identity number), a cookie or a key.
 */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } })
}
