import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { handleGraphql } from '#graphql/server/http.ts'
import { env } from '#env'
import { createPool } from '#prisma/pool.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { createApp } from '#server/create-app.ts'
import { createLog } from '#server/log.ts'
import { createAuth } from '#services/access/auth.ts'
import { createFileStore } from '#services/files/create-file-store.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'

// The web server as it runs: request ids, security headers, body limits, log and metrics included; without pages and worker.
const pool = createPool(process.argv[2] ?? '')
const secret = () => randomBytes(32).toString('base64')
const platform = await createPlatform(pool, {
  isSandbox: false,
  identityKey: secret(),
  identityHashKey: secret(),
  receiptSigningKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  files: createFileStore(env),
})
const auth = createAuth(platform.prisma, { secret: secret(), baseUrl: 'http://localhost', isRateLimited: true })
const search = createPostgresSearch(pool)
const log = createLog('info')
const app = createApp({
  pool,
  log,
  isHttps: false,
  isDevelopment: false,
  isProxied: false,
  metricsToken: undefined,
  graphql: (request, response, { requestId, address }) => {
    const reportError = (error: unknown) => log.error({ requestId, err: error })
    return handleGraphql(request, response, { platform, auth, search, requestId, clientAddress: address, reportError })
  },
})
const address = await app.listen(0, '127.0.0.1')
process.send?.({ port: Number(new URL(address).port) })
process.on('message', () => process.send?.({ rss: process.memoryUsage.rss() }))
process.on('disconnect', () => process.exit(0))
