import { fork } from 'node:child_process'
import { once } from 'node:events'
import { buildForBench } from './build-for-bench.ts'

export interface Served {
  readonly url: string
  rss(): Promise<number>
  stop(): void
}

/** A server of this folder in a process of its own, as in life: load and database are others' work. */
export async function serve(name: 'graphql-server' | 'bare-server', databaseUrl: string): Promise<Served> {
  const child = fork(await buildForBench(name), [databaseUrl], {
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    async rss() {
      child.send('rss')
      const [{ rss }] = (await once(child, 'message')) as [{ rss: number }]
      return rss
    },
    stop: () => child.disconnect(),
  }
}
