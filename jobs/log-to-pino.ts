import { Logger } from 'graphile-worker'

/** The part of the program's logger that jobs use. */
export interface JobLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
  debug(fields: object, message: string): void
}

/** graphile-worker's messages in our structured log; its chatter about every job stays at debug. */
export function logToPino(log: JobLog): Logger {
  return new Logger(() => (level, message, meta) => {
    const fields = { component: 'worker', ...(meta?.['error'] ? { err: meta['error'] } : {}) }
    if (level === 'error') log.error(fields, message)
    else if (level === 'warning') log.warn(fields, message)
    else log.debug(fields, message)
  })
}
