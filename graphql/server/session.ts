import { noteAccountChange } from '#services/access/note-account-change.ts'
import type { AccountChange } from '#services/access/note-account-change.ts'
import { requestContext } from './request-context.ts'
import type { ServerContext } from './request-context.ts'

/** Why a step of signing in or of the account's security failed. None says whether an e-mail address is known. */
export type SessionRefusal =
  | 'INVALID_CREDENTIALS'
  | 'INVALID_CODE'
  | 'SECOND_FACTOR_EXPIRED'
  | 'ACCOUNT_LOCKED'
  | 'ACCOUNT_DISABLED'
  | 'ONE_TIME_PASSWORD_EXPIRED'
  | 'WRONG_PASSWORD'
  | 'PASSWORD_UNFIT'
  | 'PASSWORD_UNCHANGED'
  | 'SECOND_FACTOR_ALREADY_ON'
  | 'SIGN_IN_REQUIRED'
  | 'TOO_MANY_ATTEMPTS'

/** `cookies` are Set-Cookie headers that the answer must carry, also beside a refusal. */
export type SessionStep<T> =
  | { readonly ok: true; readonly value: T; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly code: SessionRefusal; readonly retryAfterSeconds: number | null; readonly cookies: readonly string[] }

const refusals: Readonly<Record<string, SessionRefusal>> = {
  INVALID_EMAIL: 'INVALID_CREDENTIALS',
  INVALID_EMAIL_OR_PASSWORD: 'INVALID_CREDENTIALS',
  INVALID_CODE: 'INVALID_CODE',
  INVALID_BACKUP_CODE: 'INVALID_CODE',
  BACKUP_CODES_NOT_ENABLED: 'INVALID_CODE',
  TOTP_NOT_ENABLED: 'INVALID_CODE',
  INVALID_TWO_FACTOR_COOKIE: 'SECOND_FACTOR_EXPIRED',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'SECOND_FACTOR_EXPIRED',
  ACCOUNT_TEMPORARILY_LOCKED: 'ACCOUNT_LOCKED',
  ACCOUNT_DISABLED: 'ACCOUNT_DISABLED',
  ONE_TIME_PASSWORD_EXPIRED: 'ONE_TIME_PASSWORD_EXPIRED',
  INVALID_PASSWORD: 'WRONG_PASSWORD',
  PASSWORD_TOO_SHORT: 'PASSWORD_UNFIT',
  PASSWORD_TOO_LONG: 'PASSWORD_UNFIT',
  TOTP_ALREADY_ENABLED: 'SECOND_FACTOR_ALREADY_ON',
  UNAUTHORIZED: 'SIGN_IN_REQUIRED',
  SESSION_EXPIRED: 'SIGN_IN_REQUIRED',
  SESSION_NOT_FRESH: 'SIGN_IN_REQUIRED',
}

/** Checks e-mail and password. With a second factor on, the cookies only allow `verifySecondFactor`, for ten minutes. */
export async function signIn(
  request: Request,
  server: ServerContext,
  credentials: { readonly email: string; readonly password: string },
): Promise<SessionStep<{ readonly isSecondFactorNeeded: boolean }>> {
  return call(request, server, '/sign-in/email', credentials, (json) => ({ isSecondFactorNeeded: json['twoFactorRedirect'] === true }))
}

/** The second step: a code of the authenticator app, or one of the backup codes, each of which works once. */
export async function verifySecondFactor(
  request: Request,
  server: ServerContext,
  { code, isBackupCode }: { readonly code: string; readonly isBackupCode: boolean },
): Promise<SessionStep<null>> {
  return call(
    request,
    server,
    isBackupCode ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp',
    { code: code.trim() },
    () => null,
  )
}

/** Ends the session here and in the database. */
export async function signOut(request: Request, server: ServerContext): Promise<SessionStep<null>> {
  return call(request, server, '/sign-out', {}, () => null)
}

/** Begins a second factor: the secret for the app as `otpauth:` address and the backup codes, both never shown again. */
export async function startSecondFactor(
  request: Request,
  server: ServerContext,
  { password }: { readonly password: string },
): Promise<SessionStep<{ readonly totpUri: string; readonly backupCodes: readonly string[] }>> {
  return call(request, server, '/two-factor/enable', { password, method: 'totp' }, (json) => ({
    totpUri: String(json['totpURI']),
    backupCodes: json['backupCodes'] as string[],
  }))
}

/** Turns the second factor on with a first code from the app. */
export async function confirmSecondFactor(
  request: Request,
  server: ServerContext,
  { code }: { readonly code: string },
): Promise<SessionStep<null>> {
  return noted(request, server, 'account.secondFactorOn', () =>
    call(request, server, '/two-factor/verify-totp', { code: code.trim() }, () => null),
  )
}

export async function endSecondFactor(
  request: Request,
  server: ServerContext,
  { password }: { readonly password: string },
): Promise<SessionStep<null>> {
  return noted(request, server, 'account.secondFactorOff', () => call(request, server, '/two-factor/disable', { password }, () => null))
}

/** Changes the password and ends every other session of the account. The new one must be another: the old one may be an administrator's. */
export async function changePassword(
  request: Request,
  server: ServerContext,
  { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
): Promise<SessionStep<null>> {
  if (newPassword === currentPassword) return { ok: false, code: 'PASSWORD_UNCHANGED', retryAfterSeconds: null, cookies: [] }
  return noted(request, server, 'account.passwordChange', () =>
    call(request, server, '/change-password', { currentPassword, newPassword, revokeOtherSessions: true }, () => null),
  )
}

export interface OwnAccount {
  readonly name: string
  readonly email: string
  readonly hasSecondFactor: boolean
  /** Signed in by a one-time password: nothing else can be done before it is replaced. */
  readonly isPasswordDue: boolean
}

/** What the account page shows; null without a session. */
export async function accountOf(request: Request, { auth, platform }: ServerContext): Promise<OwnAccount | null> {
  const session = await auth.api.getSession({ headers: request.headers })
  const user = session && (await platform.prisma.user.findUnique({ where: { id: session.user.id } }))
  if (!user) return null
  const { name, email, twoFactorEnabled, oneTimePasswordUntil } = user
  return { name, email, hasSecondFactor: twoFactorEnabled === true, isPasswordDue: oneTimePasswordUntil !== null }
}

/** Through better-auth's own door rather than `auth.api`: only there the rate limits, kept in the database, are in force. */
async function call<T>(
  request: Request,
  { auth, clientAddress }: ServerContext,
  path: string,
  body: object,
  read: (json: Record<string, unknown>) => T,
): Promise<SessionStep<T>> {
  const base = `${String(auth.options.baseURL)}${auth.options.basePath}`
  const headers = new Headers({ 'Content-Type': 'application/json', 'x-client-address': clientAddress, Origin: new URL(base).origin })
  for (const name of ['cookie', 'user-agent']) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  const answer = await auth.handler(new Request(`${base}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
  const cookies = answer.headers.getSetCookie()
  const json = ((await answer.json().catch(() => null)) ?? {}) as Record<string, unknown>
  if (answer.ok) return { ok: true, value: read(json), cookies }
  if (answer.status === 429) {
    return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: Number(answer.headers.get('x-retry-after') ?? 60), cookies }
  }
  const code = refusals[String(json['code'])] ?? (answer.status === 401 ? 'SIGN_IN_REQUIRED' : null)
  if (code === null) throw new Error(`better-auth answered ${path} with ${answer.status} ${String(json['code'])}`)
  return { ok: false, code, retryAfterSeconds: null, cookies }
}

/** A step that goes on the audit trail. The viewer is read before, because the step may replace the session it was taken in. */
async function noted(
  request: Request,
  server: ServerContext,
  action: AccountChange,
  step: () => Promise<SessionStep<null>>,
): Promise<SessionStep<null>> {
  const context = await requestContext(request, server)
  const outcome = await step()
  if (outcome.ok) await noteAccountChange(context, action)
  return outcome
}
