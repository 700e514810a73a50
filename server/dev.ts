import { createServer as createHttpServer } from 'node:http'
import { createServer as createViteServer } from 'vite'
import { env } from '#env'
import type { Handler } from './create-app.ts'
import type * as ProgramModule from './program.ts'
import type { Program } from './program.ts'
import { run } from './run.ts'
import { freePort } from './postgres/postmaster.ts'
import type { Terminal } from './terminal.ts'

/** `npm run dev`: pages and API are taken from Vite anew after each change; only settings and migrations need a restart. */
export async function start(terminal: Terminal): Promise<void> {
  const hotReload = createHttpServer()
  const hotReloadPort = await freePort()
  hotReload.listen(hotReloadPort, '127.0.0.1')
  const vite = await createViteServer({
    server: { middlewareMode: true, hmr: { server: hotReload, clientPort: hotReloadPort, host: '127.0.0.1' } },
    appType: 'custom',
  })
  const onBegin: Terminal['onBegin'] = (stop) => {
    terminal.onBegin(async () => {
      await stop()
      await vite.close()
      hotReload.close()
    })
  }
  await run(env, { ...terminal, onBegin }, async (pool, log) => {
    const load = () => vite.ssrLoadModule('/server/program.ts') as Promise<typeof ProgramModule>
    let loaded = await load()
    let program: Program = await loaded.createProgram(pool, env, log)
    const current = async (): Promise<Program> => {
      const fresh = await load()
      if (fresh !== loaded) {
        loaded = fresh
        // The one before is left as it is: the worker may be using it.
        program = await fresh.createProgram(pool, env, log)
      }
      return program
    }
    const fresh =
      (part: 'graphql' | 'pages'): Handler =>
      async (request, response, scope) =>
        (await current())[part](request, response, scope)
    return { program, graphql: fresh('graphql'), pages: fresh('pages'), assets: vite.middlewares, demoAccounts: loaded.demoAccounts }
  })
}
