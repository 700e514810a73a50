import { Pool } from 'pg'
import type { PoolConfig } from 'pg'

/**
 * `databaseUrl` with every session set to UTC: Prisma's adapter writes timestamps without a zone, and in a session at Asia/Shanghai each
 * would be stored eight hours off. Options already in the address are kept.
 */
export function inUtc(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c timezone=UTC`.trim())
  return url.href
}

/** The one way to make a PostgreSQL pool. */
export function createPool(databaseUrl: string, options: Omit<PoolConfig, 'connectionString' | 'options'> = {}): Pool {
  const pool = new Pool({ connectionString: inUtc(databaseUrl), application_name: 'xinxuan', max: 20, ...options })
  // An idle connection that breaks (a restarted database) is dropped and replaced; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}
