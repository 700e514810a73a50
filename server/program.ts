import * as build from 'virtual:remix/server-build'
import type { ServerBuild } from '@remix-run/node'
import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import type { Env } from '#env'
import { handleGraphql } from '#graphql/server/http.ts'
import type { ServerContext } from '#graphql/server/request-context.ts'
import { composeMail } from '#app/features/notifications/compose-mail.ts'
import { startWorker } from '#jobs/worker.ts'
import { demoAccounts } from '#prisma/seed/demo/demo-accounts.ts'
import { seed } from '#prisma/seed/index.ts'
import { createAuth } from '#services/access/auth.ts'
import { viewerOfSession } from '#services/access/viewer-of-session.ts'
import { createFileStore } from '#services/files/create-file-store.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'
import { createSmtpTransport } from '#services/notifications/mail-transport.ts'
import type { MailSending } from '#services/notifications/send-mails.ts'
import type { Handler, RequestScope } from './create-app.ts'
import type { Log } from './log.ts'
import { createPages } from './pages.ts'
import { createSearch } from './search.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** For `executeOperation` of graphql/server. */
    readonly server: ServerContext
  }
}

export interface Program {
  readonly graphql: Handler
  readonly pages: Handler
  /** Loads the reference data and, the first time and if wanted, the demo data. */
  seed(say: (line: string) => void): Promise<void>
  startWorker(): Promise<{ stop(): Promise<void> }>
  /** Of the search, beside the web server's own. */
  readonly metrics: Registry
  close(): Promise<void>
}

export { demoAccounts }

/**
 * All that is built from the layers, on one pool. In production it comes out of one bundle with the pages, in development out of Vite, so
 * that either way every module exists once.
 */
export async function createProgram(pool: Pool, env: Env, log: Log): Promise<Program> {
  const isHttps = env.PUBLIC_URL.startsWith('https:')
  const isDevelopment = env.NODE_ENV === 'development'
  const platform = await createPlatform(pool, {
    isSandbox: env.SANDBOX,
    sendsMail: env.SMTP_URL !== undefined,
    identityKey: env.IDENTITY_KEY,
    identityHashKey: env.IDENTITY_HASH_KEY,
    receiptSigningKey: env.RECEIPT_SIGNING_KEY,
    drandUrls: env.DRAND_URLS ?? [],
    files: createFileStore(env),
  })
  const auth = createAuth(platform.prisma, { secret: env.AUTH_SECRET, baseUrl: env.PUBLIC_URL, isRateLimited: true })
  const mail = mailOf(env)
  const search = createSearch(pool, env, log)
  const reporter = (requestId: string) => (error: unknown) => {
    log.error({ requestId, err: error }, 'a request met a bug')
  }
  const serverContext = ({ requestId, address }: RequestScope): ServerContext => ({
    platform,
    auth,
    search: search.port,
    clientAddress: address,
    requestId,
    reportError: reporter(requestId),
  })

  const pages = createPages({
    build: build as ServerBuild,
    isHttps,
    isDevelopment,
    loadContext: async (request, scope) => ({
      cspNonce: scope.cspNonce,
      requestId: scope.requestId,
      isDemo: env.DEMO,
      demoAccounts: env.DEMO ? demoAccounts : [],
      isSandbox: env.SANDBOX,
      viewer: await viewerOfSession(platform.prisma, auth, request.headers),
      reportError: reporter(scope.requestId),
      server: serverContext(scope),
    }),
  })

  return {
    pages,
    metrics: search.metrics,
    graphql: (request, response, scope) => handleGraphql(request, response, serverContext(scope)),
    seed: (say) => seed({ platform, reference: true, demo: env.DEMO, say }),
    startWorker: () => startWorker({ platform, log, searchEngine: search.engine, mail }),
    close: async () => {
      mail?.transport.close()
      await platform.prisma.$disconnect()
    },
  }
}

/** How mails leave, where a server is set. */
function mailOf({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Env): MailSending | undefined {
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return undefined
  return { transport: createSmtpTransport({ url: SMTP_URL, from: MAIL_FROM }), compose: composeMail(PUBLIC_URL) }
}
