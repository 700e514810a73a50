import { env } from '#env'
import { startCluster } from '#server/postgres/cluster.ts'

export interface TestCluster {
  /** A superuser's URL of one of its databases. */
  url(database: string): string
  /** True when it is ours alone, so that left-over templates may go. */
  readonly isOwn: boolean
  stop(): Promise<void>
}

/**
 * The PostgreSQL of the tests: TEST_DATABASE_URL, else an embedded one in `.data/test` that several runs at a time share.
 * It trades crash safety for speed; what must survive kill -9 is tested on a cluster of its own.
 */
export async function openTestCluster(): Promise<TestCluster> {
  const given = env.TEST_DATABASE_URL
  if (given !== undefined) {
    const url = (database: string) => Object.assign(new URL(given), { pathname: `/${database}` }).href
    return { url, isOwn: false, stop: () => Promise.resolve() }
  }
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
  const cluster = await startCluster({ folder: env.DATA_DIR, password: env.POSTGRES_PASSWORD, settings })
  return { url: (database) => cluster.url(database), isOwn: true, stop: () => cluster.stop() }
}
