import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import type { Pool, PoolClient, QueryResult } from 'pg'
import { transactionsOf } from './own-statements.ts'
import type { Send } from './own-statements.ts'

/**
 * Prisma's adapter with the statements of a transaction sent one after another. Prisma fetches the several relations of one `include`
 * side by side; on the one connection of a transaction they have to wait for each other anyway, and node-postgres is about to refuse
 * what it now queues with a warning.
 */
export class OneAtATimePg extends PrismaPg {
  readonly #underWay: Map<number, Send>

  constructor(pool: Pool) {
    super(pool, { disposeExternalPool: false })
    this.#underWay = transactionsOf(pool)
  }

  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolationLevel) => oneAtATime(await start(isolationLevel), this.#underWay)
    return adapter
  }
}

function oneAtATime(transaction: Transaction, underWay: Map<number, Send>): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(send: () => Promise<T>): Promise<T> => {
    const turn = last.then(send)
    // Whoever asked hears of a failure; those behind take their turn all the same, as they would on the connection.
    last = turn.catch(() => undefined)
    return turn
  }
  const [queryRaw, executeRaw] = [transaction.queryRaw.bind(transaction), transaction.executeRaw.bind(transaction)]
  const leave = enter(transaction, underWay, inTurn)
  transaction.queryRaw = (query) => inTurn(() => queryRaw(query))
  transaction.executeRaw = (query: SqlQuery) => {
    if (query.sql === 'COMMIT' || query.sql === 'ROLLBACK') leave()
    return inTurn(() => executeRaw(query))
  }
  return transaction
}

/** Says by which connection the transaction runs. Answers with the end of it: from then on nothing more is sent, since the connection is another's. */
function enter(transaction: Transaction, underWay: Map<number, Send>, inTurn: (send: () => Promise<QueryResult>) => Promise<QueryResult>) {
  const { client } = transaction as unknown as { readonly client: PoolClient & { readonly processID: number } }
  let isOpen = true
  underWay.set(client.processID, (text, values) =>
    isOpen
      ? inTurn(() => client.query({ name: nameOf(text), text, values: [...values] }))
      : Promise.reject(new Error('The transaction has ended.')),
  )
  return () => {
    isOpen = false
    underWay.delete(client.processID)
  }
}

const names = new Map<string, string>()

/** Of a prepared statement; the same text has the same on every connection. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `own-${names.size}`
  names.set(text, name)
  return name
}
