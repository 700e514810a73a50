import type { Pool } from 'pg'
import { PrismaClient } from './generated/client.ts'
import { OneAtATimePg } from './one-at-a-time.ts'

export type { PrismaClient } from './generated/client.ts'

/** The client inside an interactive transaction: everything but connecting and nesting. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'>

/** A Prisma client on an existing pool, so that Prisma and the few hand-written statements share their connections. */
export function createPrisma(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new OneAtATimePg(pool) })
}
