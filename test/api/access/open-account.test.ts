import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '#graphql/server/session.ts'
import { accountRate, openAccount } from '#services/access/open-account.ts'
import { viewerOfUser } from '#services/access/viewer-of-session.ts'
import { openAccount as openMemberAccount } from '../../factories/accounts.ts'
import { freshAddress, openTestEndpoint, post } from '../../setup/endpoint.ts'
import type { TestEndpoint } from '../../setup/endpoint.ts'

let api: TestEndpoint
beforeAll(async () => {
  api = await openTestEndpoint()
})
afterAll(() => api.close())

const wish = (changes: object = {}) => ({
  name: '钱多多',
  email: `${randomUUID()}@example.test`,
  password: 'correct horse battery',
  areTermsAccepted: true,
  clientMutationId: randomUUID(),
  ...changes,
})
const query = `mutation ($input: OpenAccountInput!) { openAccount(input: $input) {
  __typename ... on OpenAccountPayload { isReceived } ... on UserError { code facts } ... on ValidationError { fields { path code } } } }`
const send = async (input: object, address = freshAddress()) => {
  const { json } = await post(api.endpoint, { query, variables: { input } }, { 'x-client-address': address })
  return json?.data?.['openAccount'] as Record<string, unknown>
}
const tryPassword = (email: string, password: string) =>
  signIn(new Request('http://localhost/'), { ...api.server, clientAddress: freshAddress() }, { email, password })
const userOf = (email: string) => api.platform.prisma.user.findUniqueOrThrow({ where: { email }, include: { accounts: true } })

describe('an account of one’s own', () => {
  it('is opened by anybody, signs in, acts for nobody, and is not confirmed', async () => {
    const input = wish({ email: `Case-${randomUUID()}@Example.TEST` })
    expect(await send(input)).toEqual({ __typename: 'OpenAccountPayload', isReceived: true })
    const user = await userOf(input.email.toLowerCase())
    expect(user).toMatchObject({ emailVerified: false, subjectId: null })
    expect(user.accounts[0]?.password).toMatch(/^\$argon2id\$/)
    expect(await tryPassword(input.email, input.password)).toMatchObject({ ok: true })
    expect(await viewerOfUser(api.platform.prisma, user.id)).toMatchObject({ roles: [], organisationId: null, subjectId: null })
  })

  it('a retry opens one, and the password stands nowhere', async () => {
    const input = wish()
    await send(input)
    await send(input)
    expect(
      await api.platform.prisma.auditEvent.count({ where: { action: 'account.open', entityId: (await userOf(input.email)).id } }),
    ).toBe(1)
    const { rows } = await api.pool.query(`SELECT 1 FROM "ClientMutation" WHERE "resultId" <> '' AND "operation" = 'openAccount'`)
    expect(rows).toEqual([])
  })

  it('an address that has an account gets the same answer, and the account is left as it was', async () => {
    const { email, password, userId } = await openMemberAccount(api.platform, ['WINDOW_OFFICER'])
    expect(await send(wish({ email, password: 'another password' }))).toEqual({ __typename: 'OpenAccountPayload', isReceived: true })
    expect(await tryPassword(email, 'another password')).toMatchObject({ ok: false, code: 'INVALID_CREDENTIALS' })
    expect(await tryPassword(email, password)).toMatchObject({ ok: true })
    expect(await userOf(email)).toMatchObject({ id: userId, name: '测试人员', emailVerified: true })
  })

  it('of two at once with one address one is opened', async () => {
    const email = `${randomUUID()}@example.test`
    const answers = await Promise.all([send(wish({ email })), send(wish({ email }))])
    expect(answers.map((answer) => answer['isReceived'])).toEqual([true, true])
    expect((await userOf(email)).accounts).toHaveLength(1)
  })

  it.each([
    ['no address', { email: 'x' }, { path: 'email', code: 'EMAIL_INVALID' }],
    ['a short password', { password: '123456789' }, { path: 'password', code: 'TOO_SMALL' }],
    ['no agreement', { areTermsAccepted: false }, { path: 'areTermsAccepted', code: 'TERMS_NOT_ACCEPTED' }],
    ['no name', { name: ' ' }, { path: 'name', code: 'REQUIRED' }],
  ])('refused: %s', async (_, changes, field) => expect(await send(wish(changes))).toMatchObject({ fields: [field] }))

  it('a network that opens accounts without end is stopped, also where the addresses are taken', async () => {
    const context = { ...api.platform, viewer: anonymousViewer, requestId: 'test', clientAddress: '203.0.113.9' }
    const email = `${randomUUID()}@example.test`
    for (let sent = 0; sent < accountRate.limit; sent++) await openAccount(context, wish({ email }))
    await expect(openAccount(context, wish())).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' })
    await openAccount({ ...context, clientAddress: '203.0.113.10' }, wish())
  })
})

const anonymousViewer = { kind: 'ANONYMOUS', userId: null, name: null, organisationId: null, subjectId: null, roles: [] } as const
