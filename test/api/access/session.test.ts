import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  accountOf,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  signIn,
  signOut,
  startSecondFactor,
  verifySecondFactor,
} from '#graphql/server/session.ts'
import { requestContext } from '#graphql/server/request-context.ts'
import { openAccount } from '../../factories/accounts.ts'
import { openTestEndpoint } from '../../setup/endpoint.ts'
import type { TestEndpoint } from '../../setup/endpoint.ts'

let api: TestEndpoint
beforeAll(async () => {
  api = await openTestEndpoint()
})
afterAll(() => api.close())

let hosts = 1
const fromNewAddress = () => ({ ...api.server, clientAddress: `203.0.113.${hosts++}` })
const withCookies = (cookies: readonly string[]): Request =>
  new Request('http://localhost/sign-in', { headers: { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') } })
const nobody = new Request('http://localhost/sign-in')
const viewerOf = async (request: Request) => (await requestContext(request, api.server)).viewer

/** The code of an authenticator app (RFC 6238, SHA-1, six digits, thirty seconds). */
function totpOf(uri: string, at = Date.now()): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('signing in makes a session in the database; signing out ends it there', async () => {
  const { email, password, userId, organisationId } = await openAccount(api.platform, ['WINDOW_OFFICER'])
  const step = await signIn(nobody, fromNewAddress(), { email: email.toUpperCase(), password })
  expect(step).toMatchObject({ ok: true, value: { isSecondFactorNeeded: false } })
  expect(step.cookies.join()).toMatch(/xinxuan\.session_token=.*HttpOnly.*SameSite=Lax/i)
  const signedIn = withCookies(step.cookies)
  expect(await viewerOf(signedIn)).toMatchObject({ kind: 'USER', userId, organisationId, roles: ['WINDOW_OFFICER'] })
  expect(await api.platform.prisma.session.count({ where: { userId } })).toBe(1)
  expect(await accountOf(signedIn, api.server)).toEqual({ name: '测试人员', email, hasSecondFactor: false, isPasswordDue: false })

  await api.platform.prisma.membership.updateMany({ where: { userId }, data: { roles: [] } })
  expect((await viewerOf(signedIn)).roles, 'a role taken away ends at once').toEqual([])

  expect((await signOut(signedIn, api.server)).ok).toBe(true)
  expect(await api.platform.prisma.session.count({ where: { userId } })).toBe(0)
  expect((await viewerOf(signedIn)).kind).toBe('ANONYMOUS')
})

test('a wrong password and an unknown e-mail get the same answer', async () => {
  const { email } = await openAccount(api.platform, ['AUDITOR'], 'PLATFORM')
  const server = fromNewAddress()
  const wrong = await signIn(nobody, server, { email, password: 'not this one' })
  const unknown = await signIn(nobody, server, { email: 'nobody@example.test', password: 'not this one' })
  const noAddress = await signIn(nobody, server, { email: 'no address', password: 'x' })
  expect(wrong).toEqual({ ok: false, code: 'INVALID_CREDENTIALS', retryAfterSeconds: null, cookies: [] })
  expect(unknown).toEqual(wrong)
  expect(noAddress).toEqual(wrong)
})

test('the eleventh attempt within a minute is refused, even with the right password, and the count is in the database', async () => {
  const { email, password } = await openAccount(api.platform, ['AUDITOR'], 'PLATFORM')
  const server = fromNewAddress()
  for (let i = 0; i < 10; i += 1) expect((await signIn(nobody, server, { email, password: 'wrong wrong' })).ok).toBe(false)
  const refused = await signIn(nobody, server, { email, password })
  expect(refused).toMatchObject({ ok: false, code: 'TOO_MANY_ATTEMPTS' })
  expect(await api.platform.prisma.rateLimit.count({ where: { key: { contains: server.clientAddress } } })).toBe(1)
  expect((await signIn(nobody, fromNewAddress(), { email, password })).ok, 'from elsewhere').toBe(true)
})

test('second factor: turned on with a code, asked for at sign-in, backup codes work once, turned off with the password', async () => {
  const { email, password, userId } = await openAccount(api.platform, ['DECIDER'], 'REGULATOR')
  const first = await signIn(nobody, fromNewAddress(), { email, password })
  const signedIn = withCookies(first.cookies)
  expect(await startSecondFactor(signedIn, fromNewAddress(), { password: 'wrong wrong' })).toMatchObject({
    ok: false,
    code: 'WRONG_PASSWORD',
  })
  const started = await startSecondFactor(signedIn, fromNewAddress(), { password })
  if (!started.ok) throw new Error(started.code)
  const { totpUri, backupCodes } = started.value
  expect(totpUri).toMatch(/^otpauth:\/\/totp\//)
  expect(backupCodes).toHaveLength(10)
  expect(await accountOf(signedIn, api.server), 'not before a first code').toMatchObject({ hasSecondFactor: false, isPasswordDue: false })
  expect(await confirmSecondFactor(signedIn, fromNewAddress(), { code: '000000' })).toMatchObject({ ok: false, code: 'INVALID_CODE' })
  const confirmed = await confirmSecondFactor(signedIn, fromNewAddress(), { code: totpOf(totpUri) })
  expect(confirmed.ok).toBe(true)

  const half = await signIn(nobody, fromNewAddress(), { email, password })
  expect(half).toMatchObject({ ok: true, value: { isSecondFactorNeeded: true } })
  expect((await viewerOf(withCookies(half.cookies))).kind, 'the password alone is not enough').toBe('ANONYMOUS')
  const wrongCode = await verifySecondFactor(withCookies(half.cookies), fromNewAddress(), { code: '000000', isBackupCode: false })
  expect(wrongCode).toMatchObject({ ok: false, code: 'INVALID_CODE' })
  const whole = await verifySecondFactor(withCookies(half.cookies), fromNewAddress(), { code: ` ${totpOf(totpUri)} `, isBackupCode: false })
  expect(await viewerOf(withCookies(whole.cookies))).toMatchObject({ kind: 'USER', userId })
  expect(await verifySecondFactor(nobody, fromNewAddress(), { code: totpOf(totpUri), isBackupCode: false })).toMatchObject({
    ok: false,
    code: 'SECOND_FACTOR_EXPIRED',
  })

  const byBackup = async () => {
    const { cookies } = await signIn(nobody, fromNewAddress(), { email, password })
    return verifySecondFactor(withCookies(cookies), fromNewAddress(), { code: backupCodes[0] ?? '', isBackupCode: true })
  }
  const entered = await byBackup()
  expect(entered.ok).toBe(true)
  expect(await byBackup(), 'used up').toMatchObject({ ok: false, code: 'INVALID_CODE' })

  expect((await endSecondFactor(withCookies(entered.cookies), fromNewAddress(), { password })).ok).toBe(true)
  expect(await signIn(nobody, fromNewAddress(), { email, password })).toMatchObject({ value: { isSecondFactorNeeded: false } })
  const trail = await api.platform.prisma.auditEvent.findMany({ where: { entityId: userId, actorId: userId }, orderBy: { id: 'asc' } })
  expect(trail.map(({ action }) => action)).toEqual(['account.secondFactorOn', 'account.secondFactorOff'])
})

test('a new password ends every other session and the old password', async () => {
  const { email, password } = await openAccount(api.platform, ['INVESTIGATOR'], 'REGULATOR')
  const here = withCookies((await signIn(nobody, fromNewAddress(), { email, password })).cookies)
  const elsewhere = withCookies((await signIn(nobody, fromNewAddress(), { email, password })).cookies)
  const newPassword = 'another long sentence'
  expect(await changePassword(here, fromNewAddress(), { currentPassword: 'wrong', newPassword })).toMatchObject({ code: 'WRONG_PASSWORD' })
  expect(await changePassword(here, fromNewAddress(), { currentPassword: password, newPassword: 'short' })).toMatchObject({
    code: 'PASSWORD_UNFIT',
  })
  const changed = await changePassword(here, fromNewAddress(), { currentPassword: password, newPassword })
  expect(changed.ok).toBe(true)
  expect((await viewerOf(elsewhere)).kind).toBe('ANONYMOUS')
  expect((await viewerOf(withCookies(changed.cookies))).kind).toBe('USER')
  expect((await signIn(nobody, fromNewAddress(), { email, password })).ok).toBe(false)
  expect((await signIn(nobody, fromNewAddress(), { email, password: newPassword })).ok).toBe(true)
})
