import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import type { PrismaClient } from '#prisma/client.ts'

export interface AuthSettings {
  readonly secret: string
  readonly baseUrl: string
  /** Off only where a test hammers the sign-in on purpose. */
  readonly isRateLimited: boolean
}

export type Auth = ReturnType<typeof createAuth>

/**
 * Sign-in by e-mail and password (argon2id), sessions and rate limits in the database, an optional second factor. Accounts are
 * made by administrators or by a firm's own entry, never by an open sign-up form.
 */
export function createAuth(prisma: PrismaClient, settings: AuthSettings) {
  return betterAuth({
    appName: '信选 Xinxuan',
    secret: settings.secret,
    baseURL: settings.baseUrl,
    basePath: '/api/auth',
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'xinxuan',
      useSecureCookies: settings.baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      password: { hash: (password) => hash(password), verify: ({ hash: stored, password }) => verify(stored, password) },
    },
    // A working day; never prolonged by use, so that a forgotten browser is signed out the next morning. Ours.
    session: { expiresIn: 60 * 60 * 12, disableSessionRefresh: true },
    databaseHooks: { session: { create: { before: ({ userId }) => requireOpenAccount(prisma, userId) } } },
    rateLimit: {
      enabled: settings.isRateLimited,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/two-factor/*': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    plugins: [twoFactor({ issuer: '信选 Xinxuan' })],
    telemetry: { enabled: false },
    // A wrong password is the caller's business, not the log's.
    logger: { level: 'error' },
  })
}

/**
 * Asked when the password was right: a closed account, or one whose one-time password nobody used in time, opens no session.
 * @throws APIError ACCOUNT_DISABLED, ONE_TIME_PASSWORD_EXPIRED
 */
async function requireOpenAccount(prisma: PrismaClient, userId: string): Promise<void> {
  const user = await prisma.user.findUnique({ where: { id: userId }, select: { disabledAt: true, oneTimePasswordUntil: true } })
  if (user?.disabledAt) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED', message: 'This account is closed.' })
  if (user?.oneTimePasswordUntil && user.oneTimePasswordUntil.getTime() < Date.now())
    throw new APIError('FORBIDDEN', { code: 'ONE_TIME_PASSWORD_EXPIRED', message: 'This one-time password has expired.' })
}
