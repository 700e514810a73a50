import sirv from 'sirv'
import { env } from '#env'
import { createProgram, demoAccounts } from '#server/program.ts'
import { run } from '#server/run.ts'
import type { Terminal } from '#server/terminal.ts'

/** Starts the built program. `npm start` (start.mjs) builds it, and calls this. */
export function start(terminal: Terminal): Promise<void> {
  const files = sirv('build/client', {
    gzip: true,
    brotli: true,
    setHeaders(response, pathname) {
      // Vite puts a hash of the content into these names.
      response.setHeader('Cache-Control', pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  })
  return run(env, terminal, async (pool, log) => {
    const program = await createProgram(pool, env, log)
    return { program, graphql: program.graphql, pages: program.pages, assets: files, demoAccounts }
  })
}
