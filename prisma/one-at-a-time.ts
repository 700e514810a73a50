import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlQuery, Transaction } from '@prisma/driver-adapter-utils'

/**
 * Prisma's adapter with the statements of a transaction sent one after another. Prisma fetches the several relations of one `include`
 * side by side; on the one connection of a transaction they have to wait for each other anyway, and node-postgres is about to refuse
 * what it now queues with a warning.
 */
export class OneAtATimePg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolationLevel) => oneAtATime(await start(isolationLevel))
    return adapter
  }
}

function oneAtATime(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(send: (query: SqlQuery) => Promise<T>) => {
    const bound = send.bind(transaction)
    return (query: SqlQuery): Promise<T> => {
      const turn = last.then(() => bound(query))
      // Whoever asked hears of a failure; those behind take their turn all the same, as they would on the connection.
      last = turn.catch(() => undefined)
      return turn
    }
  }
  transaction.queryRaw = inTurn(transaction.queryRaw)
  transaction.executeRaw = inTurn(transaction.executeRaw)
  return transaction
}
