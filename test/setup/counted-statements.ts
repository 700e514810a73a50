import type { Pool, PoolClient } from 'pg'

/** The statements sent over this pool while `work` runs; those of other work at the same time are counted too. */
export async function statementsOf(pool: Pool, work: () => Promise<unknown>): Promise<readonly string[]> {
  const statements: string[] = []
  const watched: { readonly client: PoolClient; readonly query: PoolClient['query'] }[] = []
  const watch = (client: PoolClient) => {
    if (watched.some((one) => one.client === client)) return
    const { query } = client
    watched.push({ client, query })
    const counted = (...args: Parameters<typeof query>) => {
      const [given] = args as unknown as readonly [string | { readonly text: string }]
      statements.push(typeof given === 'string' ? given : given.text)
      return query.apply(client, args)
    }
    client.query = counted as typeof query
  }
  pool.on('acquire', watch)
  try {
    await work()
  } finally {
    pool.off('acquire', watch)
    for (const { client, query } of watched) client.query = query
  }
  return statements
}
