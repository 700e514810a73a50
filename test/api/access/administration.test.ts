import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import { changePassword, signIn } from '#graphql/server/session.ts'
import { changeRoles } from '#services/access/change-roles.ts'
import { disableAccount, enableAccount } from '#services/access/disable-account.ts'
import { endSessions } from '#services/access/end-sessions.ts'
import { grantMembership } from '#services/access/grant-membership.ts'
import { inviteMember } from '#services/access/invite-member.ts'
import { issueOneTimePassword } from '#services/access/issue-one-time-password.ts'
import { openAccount as openOwnAccount } from '#services/access/open-account.ts'
import { resetSecondFactor } from '#services/access/reset-second-factor.ts'
import { revokeMembership } from '#services/access/revoke-membership.ts'
import { updatePublicBody } from '#services/access/update-public-body.ts'
import { viewerOfUser } from '#services/access/viewer-of-session.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { openAccount } from '../../factories/accounts.ts'
import type { Account } from '../../factories/accounts.ts'
import { contextOf, createFirm } from '../../factories/people.ts'
import { openTestEndpoint } from '../../setup/endpoint.ts'
import type { TestEndpoint } from '../../setup/endpoint.ts'

let db: TestEndpoint
let administrator: Account
let second: Account
let context: UseCaseContext
beforeAll(async () => {
  db = await openTestEndpoint()
  administrator = await openAccount(db.platform, ['ADMINISTRATOR'], 'PLATFORM')
  second = await openAccount(db.platform, ['ADMINISTRATOR'], 'PLATFORM')
  context = await as(administrator)
})
afterAll(() => db.close())

const as = async ({ userId }: Pick<Account, 'userId'>): Promise<UseCaseContext> => ({
  ...contextOf(db.platform, '2026-03-02T02:00:00Z'),
  viewer: await viewerOfUser(db.platform.prisma, userId),
})
const id = () => ({ clientMutationId: randomUUID() })
const trail = async (entityId: string) =>
  (await db.platform.prisma.auditEvent.findMany({ where: { entityId }, orderBy: { id: 'asc' } })).map(({ action }) => action)
let addresses = 0
const request = (cookies: readonly string[] = []) =>
  new Request('http://localhost/x', { headers: { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') } })
const server = () => ({ ...db.server, clientAddress: `198.51.100.${addresses++}` })
const signInAs = (email: string, password: string) => signIn(request(), server(), { email, password })
const rolesOf = async (userId: string): Promise<readonly Role[]> => (await viewerOfUser(db.platform.prisma, userId)).roles

const invited = async (roles: Role[] = ['WINDOW_OFFICER']) => {
  const { organisationId } = await openAccount(db.platform, ['WINDOW_OFFICER'], 'AGENCY')
  const email = `${randomUUID()}@example.test`
  const input = { ...id(), name: '新人', email: email.toUpperCase(), organisationId, roles }
  return { ...(await inviteMember(context, input)), input, organisationId, email }
}

describe('a new member', () => {
  test('gets a password that is shown once, kept nowhere, and good for nothing but choosing another', async () => {
    const { userId, oneTimePassword, email, input } = await invited()
    expect(oneTimePassword).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/)
    expect(await inviteMember(context, input), 'a retry').toEqual({ userId, oneTimePassword: null })
    const kept = await db.platform.prisma.$queryRawUnsafe<object[]>(
      `SELECT 1 FROM "AuditEvent" WHERE "after"::text LIKE $1 UNION ALL SELECT 1 FROM "Account" WHERE "password" LIKE $1
       UNION ALL SELECT 1 FROM "ClientMutation" WHERE "resultId" LIKE $1`,
      `%${String(oneTimePassword)}%`,
    )
    expect(kept).toEqual([])

    const step = await signInAs(email, String(oneTimePassword))
    expect(step.ok).toBe(true)
    expect(await viewerOfUser(db.platform.prisma, userId)).toMatchObject({ kind: 'USER', roles: [], organisationId: null, subjectId: null })
    const change = (newPassword: string) =>
      changePassword(request(step.cookies), server(), { currentPassword: String(oneTimePassword), newPassword })
    expect(await change(String(oneTimePassword))).toMatchObject({ ok: false, code: 'PASSWORD_UNCHANGED' })
    expect(await rolesOf(userId)).toEqual([])
    expect(await change('a sentence of my own')).toMatchObject({ ok: true })
    expect(await rolesOf(userId)).toEqual(['WINDOW_OFFICER'])
    expect(await signInAs(email, String(oneTimePassword))).toMatchObject({ ok: false, code: 'INVALID_CREDENTIALS' })
    expect(await trail(userId)).toEqual(['user.create', 'account.passwordChange'])
  })

  test('does not get in with a password that lay too long', async () => {
    const { userId, oneTimePassword, email } = await invited()
    await db.platform.prisma.user.update({ where: { id: userId }, data: { oneTimePasswordUntil: new Date(Date.now() - 1000) } })
    expect(await signInAs(email, String(oneTimePassword))).toMatchObject({ ok: false, code: 'ONE_TIME_PASSWORD_EXPIRED' })
    expect(await signInAs(email, 'not that password')).toMatchObject({ ok: false, code: 'INVALID_CREDENTIALS' })
  })

  test.each<[string, Role[], string]>([
    ['a role of another kind of organisation', ['DECIDER'], 'ROLES_UNFIT'],
    ['one fit and one unfit role', ['WINDOW_OFFICER', 'ADMINISTRATOR'], 'ROLES_UNFIT'],
  ])('is refused with %s', async (_, roles, code) => {
    await expect(invited(roles)).rejects.toMatchObject({ code })
  })

  test('is refused under an address that has an account', async () => {
    const { organisationId } = administrator
    const input = { ...id(), name: '新人', email: second.email, organisationId, roles: ['ADMINISTRATOR' as const] }
    await expect(inviteMember(context, input)).rejects.toMatchObject({ code: 'EMAIL_ALREADY_USED' })
  })
})

describe('nobody changes the own account', () => {
  test('whatever the change', async () => {
    const { userId, organisationId } = administrator
    for (const step of [disableAccount, enableAccount, endSessions, resetSecondFactor, issueOneTimePassword])
      await expect(step(context, { ...id(), userId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const roles = ['ADMINISTRATOR' as const]
    await expect(changeRoles(context, { ...id(), userId, organisationId, version: 0, roles })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(revokeMembership(context, { ...id(), userId, organisationId, version: 0 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(grantMembership(context, { ...id(), userId, organisationId, roles })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await trail(userId)).toEqual(['user.create'])
  })

  test('and only an administrator anybody’s', async () => {
    const officer = await openAccount(db.platform, ['AGENCY_MANAGER'])
    await expect(disableAccount(await as(officer), { ...id(), userId: second.userId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('an account', () => {
  test('that is closed is signed out at once and stays out until it is opened again', async () => {
    const officer = await openAccount(db.platform, ['WINDOW_OFFICER'])
    const step = await signInAs(officer.email, officer.password)
    const meOf = async () => {
      const cookie = step.cookies.map((each) => each.split(';')[0]).join('; ')
      const headers = { 'Content-Type': 'application/json', cookie }
      const answer = await fetch(db.endpoint, { method: 'POST', headers, body: JSON.stringify({ query: '{ me { kind roles } }' }) })
      return ((await answer.json()) as { data: { me: { kind: string } } }).data.me.kind
    }
    expect(await meOf()).toBe('USER')
    await disableAccount(context, { ...id(), userId: officer.userId })
    expect(await meOf()).toBe('ANONYMOUS')
    expect(await signInAs(officer.email, officer.password)).toMatchObject({ ok: false, code: 'ACCOUNT_DISABLED' })
    expect(await signInAs(officer.email, 'not that password')).toMatchObject({ ok: false, code: 'INVALID_CREDENTIALS' })
    expect(await viewerOfUser(db.platform.prisma, officer.userId)).toMatchObject({ kind: 'ANONYMOUS' })
    await enableAccount(context, { ...id(), userId: officer.userId })
    expect(await signInAs(officer.email, officer.password)).toMatchObject({ ok: true })
    expect(await trail(officer.userId)).toEqual(['user.create', 'account.disable', 'account.enable'])
  })

  test('is signed out everywhere, and loses its second factor, by an administrator’s hand', async () => {
    const officer = await openAccount(db.platform, ['WINDOW_OFFICER'])
    const { prisma } = db.platform
    const sessions = () => prisma.session.count({ where: { userId: officer.userId } })
    await signInAs(officer.email, officer.password)
    await signInAs(officer.email, officer.password)
    expect(await sessions()).toBe(2)
    await endSessions(context, { ...id(), userId: officer.userId })
    expect(await sessions()).toBe(0)

    await prisma.user.update({ where: { id: officer.userId }, data: { twoFactorEnabled: true } })
    await prisma.twoFactor.create({ data: { userId: officer.userId, secret: 'lost with the phone', backupCodes: 'and the paper' } })
    expect(await signInAs(officer.email, officer.password)).toMatchObject({ ok: true, value: { isSecondFactorNeeded: true } })
    await resetSecondFactor(context, { ...id(), userId: officer.userId })
    expect(await signInAs(officer.email, officer.password)).toMatchObject({ ok: true, value: { isSecondFactorNeeded: false } })
    expect(await prisma.twoFactor.count({ where: { userId: officer.userId } })).toBe(0)
    expect(await trail(officer.userId)).toEqual(['user.create', 'account.endSessions', 'account.resetSecondFactor'])
  })

  test('whose password was forgotten gets another for one use; the old one and its sessions end', async () => {
    const officer = await openAccount(db.platform, ['WINDOW_OFFICER'])
    await signInAs(officer.email, officer.password)
    const { oneTimePassword } = await issueOneTimePassword(context, { ...id(), userId: officer.userId })
    expect(await db.platform.prisma.session.count({ where: { userId: officer.userId } })).toBe(0)
    expect(await signInAs(officer.email, officer.password)).toMatchObject({ ok: false, code: 'INVALID_CREDENTIALS' })
    expect(await signInAs(officer.email, String(oneTimePassword))).toMatchObject({ ok: true })
    expect(await rolesOf(officer.userId)).toEqual([])
  })
})

describe('membership', () => {
  test('an account acts for one organisation: granted, changed and ended, each on the trail', async () => {
    const officer = await openAccount(db.platform, ['WINDOW_OFFICER'])
    const { userId, organisationId } = officer
    const elsewhere = (await openAccount(db.platform, ['DECIDER'], 'REGULATOR')).organisationId
    const change = { userId, organisationId, version: 0 }
    await expect(changeRoles(context, { ...id(), ...change, roles: ['INVESTIGATOR'] })).rejects.toMatchObject({ code: 'ROLES_UNFIT' })
    await changeRoles(context, { ...id(), ...change, roles: ['AGENCY_MANAGER', 'WINDOW_OFFICER'] })
    expect(await rolesOf(userId)).toEqual(['WINDOW_OFFICER', 'AGENCY_MANAGER'])
    const late = changeRoles(context, { ...id(), ...change, roles: ['WINDOW_OFFICER'] })
    await expect(late, 'read before the change').rejects.toMatchObject({ code: 'CONCURRENT_CHANGE' })

    const move = { ...id(), userId, organisationId: elsewhere, roles: ['DECIDER' as const] }
    await expect(grantMembership(context, move)).rejects.toMatchObject({ code: 'ALREADY_MEMBER' })
    await revokeMembership(context, { ...id(), ...change, version: 1 })
    expect(await viewerOfUser(db.platform.prisma, userId)).toMatchObject({ kind: 'USER', roles: [], organisationId: null })
    await grantMembership(context, move)
    expect(await viewerOfUser(db.platform.prisma, userId)).toMatchObject({ roles: ['DECIDER'], organisationId: elsewhere })
    expect(await trail(userId)).toEqual(['user.create', 'membership.changeRoles', 'membership.revoke', 'membership.grant'])
  })

  test('an account that somebody opened unasked gets in only after its owner was handed a password', async () => {
    const email = `${randomUUID()}@example.test`
    const opened = { ...id(), name: '自称科长', email, password: 'chosen by a stranger', areTermsAccepted: true as const }
    await openOwnAccount({ ...contextOf(db.platform, '2026-03-02T02:00:00Z', { roles: [] }) }, opened)
    const { id: userId } = await db.platform.prisma.user.findUniqueOrThrow({ where: { email } })
    const { organisationId } = await openAccount(db.platform, ['WINDOW_OFFICER'])
    const grant = () => grantMembership(context, { ...id(), userId, organisationId, roles: ['WINDOW_OFFICER'] })
    await expect(grant()).rejects.toMatchObject({ code: 'ACCOUNT_UNCONFIRMED' })
    await issueOneTimePassword(context, { ...id(), userId })
    await grant()
    expect(await signInAs(email, opened.password)).toMatchObject({ ok: false, code: 'INVALID_CREDENTIALS' })
  })
})

test('of two administrators who remove each other at the same moment one stays', async () => {
  const others = [
    await openAccount(db.platform, ['ADMINISTRATOR'], 'PLATFORM'),
    await openAccount(db.platform, ['ADMINISTRATOR'], 'PLATFORM'),
  ]
  const [first, other] = [await as(others[0]!), await as(others[1]!)]
  const { prisma } = db.platform
  const members = await prisma.membership.findMany({ where: { roles: { has: 'ADMINISTRATOR' } } })
  const [a, b] = others.map(({ userId }) => userId)
  const rest = members.filter(({ userId }) => userId !== a && userId !== b).map(({ userId }) => userId)
  await prisma.user.updateMany({ where: { id: { in: rest } }, data: { disabledAt: new Date() } })
  try {
    const outcomes = await Promise.allSettled([
      disableAccount(first, { ...id(), userId: b! }),
      revokeMembership(other, { ...id(), userId: a!, organisationId: others[0]!.organisationId, version: 0 }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LAST_ADMINISTRATOR' } })
    const able = await prisma.membership.count({ where: { roles: { has: 'ADMINISTRATOR' }, user: { disabledAt: null } } })
    expect(able).toBe(1)
  } finally {
    await prisma.user.updateMany({ where: { id: { in: rest } }, data: { disabledAt: null } })
  }
})

describe('a public body', () => {
  test('is corrected by who has read it last; a firm’s name is the register’s', async () => {
    const { organisationId } = await openAccount(db.platform, ['WINDOW_OFFICER'])
    const change = { organisationId, version: 0, nameZh: '郑州市林业局（演示）', divisionCode: '410100', agencyKindZh: '林业主管部门' }
    await updatePublicBody(context, { ...id(), ...change })
    expect(await db.platform.prisma.organisation.findUniqueOrThrow({ where: { id: organisationId } })).toMatchObject({
      nameZh: '郑州市林业局（演示）',
      divisionCode: '410100',
      agencyKindZh: '林业主管部门',
      version: 1,
    })
    await expect(updatePublicBody(context, { ...id(), ...change })).rejects.toMatchObject({ code: 'CONCURRENT_CHANGE' })
    const nowhere = updatePublicBody(context, { ...id(), ...change, version: 1, divisionCode: '999999' })
    await expect(nowhere).rejects.toMatchObject({ fields: [{ path: 'divisionCode', code: 'DIVISION_UNKNOWN' }] })
    expect(await trail(organisationId)).toEqual(['organisation.create', 'organisation.update'])

    const subject = await createFirm(db.platform)
    const firm = await db.platform.prisma.organisation.create({
      data: { kind: 'ENTERPRISE', nameZh: '虚构企业', divisionCode: '410100', subjectId: subject.id, createdAt: new Date() },
    })
    await expect(updatePublicBody(context, { ...id(), ...change, organisationId: firm.id })).rejects.toMatchObject({
      code: 'ORGANISATION_IN_REGISTER',
    })
  })
})
