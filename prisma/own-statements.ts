import type { Pool, QueryResult } from 'pg'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'

/** Sends one statement over the connection of a transaction, when its turn comes. */
export type Send = (text: string, values: readonly unknown[]) => Promise<QueryResult>

type Query = TemplateStringsArray | Prisma.Sql

const underWay = new WeakMap<Pool, Map<number, Send>>()

/** Prisma's transactions say here by which connection they run, and that they ended. */
export function transactionsOf(pool: Pool): Map<number, Send> {
  const known = underWay.get(pool) ?? new Map<number, Send>()
  underWay.set(pool, known)
  return known
}

/**
 * The same transaction, whose hand-written statements go straight to its connection, prepared once: passing one on takes Prisma half a
 * millisecond of the processor, node-postgres a tenth, and the database need not plan it again. For what windows do all day; each statement
 * must keep its shape (lists as one parameter), and answer with no days and no numbers beyond a double, which Prisma would convert.
 */
export async function withOwnStatements(pool: Pool, tx: Tx): Promise<Tx> {
  const [row] = await tx.$queryRaw<{ process: number }[]>`SELECT pg_backend_pid() AS "process"`
  const send = transactionsOf(pool).get(row?.process ?? 0)
  if (!send) throw new Error('no transaction under way on that connection')
  const run = (query: Query, values: readonly unknown[]): Promise<QueryResult> => {
    const { text, values: all } = 'raw' in query ? Prisma.sql(query, ...values) : query
    return send(text, all.map(inUtc))
  }
  const own = {
    $queryRaw: (query: Query, ...values: unknown[]) => run(query, values).then(({ rows }): unknown[] => rows),
    $executeRaw: (query: Query, ...values: unknown[]) => run(query, values).then(({ rowCount }) => rowCount ?? 0),
  }
  return new Proxy(tx, { get: (target, name) => (Object.hasOwn(own, name) ? Reflect.get(own, name) : Reflect.get(target, name)) })
}

/** node-postgres would write an instant in the zone of this machine. */
const inUtc = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)
