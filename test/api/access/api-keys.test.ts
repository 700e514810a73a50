import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import { addDays, addYears, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { apiKeysVisibleTo } from '#services/access/api-keys-visible-to.ts'
import { issueApiKey } from '#services/access/issue-api-key.ts'
import { revokeApiKey } from '#services/access/revoke-api-key.ts'
import { openAccount } from '../../factories/accounts.ts'
import { contextOf } from '../../factories/people.ts'
import { openTestEndpoint, post } from '../../setup/endpoint.ts'
import type { TestEndpoint } from '../../setup/endpoint.ts'

let api: TestEndpoint
let agency: string
let otherAgency: string
const today = shanghaiDayOf(new Date())
const now = () => new Date().toISOString()

beforeAll(async () => {
  api = await openTestEndpoint()
  agency = (await openAccount(api.platform, ['AGENCY_MANAGER'])).organisationId
  otherAgency = (await openAccount(api.platform, ['AGENCY_MANAGER'])).organisationId
})
afterAll(() => api.close())

const managerOf = (organisationId: string) => contextOf(api.platform, now(), { roles: ['AGENCY_MANAGER'], organisationId })
const input = (changes: object = {}) => ({
  clientMutationId: randomUUID(),
  name: '受理系统',
  organisationId: agency,
  roles: ['WINDOW_OFFICER'] as Role[],
  expiresOn: addDays(today, 90),
  ...changes,
})
const me = async (key: string) => post(api.endpoint, { query: '{ me { kind name roles } }' }, { Authorization: `Bearer ${key}` })

test('a key works for its organisation with its roles, is kept only as a hash, and its last use is seen', async () => {
  const wish = input()
  const { id, key } = await issueApiKey(managerOf(agency), wish)
  const answer = await me(key ?? '')
  expect(answer.json?.data).toEqual({ me: { kind: 'API_KEY', name: '受理系统', roles: ['WINDOW_OFFICER'] } })
  const row = await api.platform.prisma.apiKey.findUniqueOrThrow({ where: { id } })
  expect(JSON.stringify(row)).not.toContain(key)
  expect(Date.now() - (row.lastUsedAt?.getTime() ?? 0)).toBeLessThan(60_000)
  const audit = await api.platform.prisma.auditEvent.findFirstOrThrow({ where: { entityId: id } })
  expect(JSON.stringify(audit.after)).not.toContain(key)
  const kept = await api.platform.prisma.clientMutation.findMany({ where: { operation: 'issueApiKey' } })
  expect(JSON.stringify(kept)).not.toContain(key)
})

test('a retry makes no second key and does not show the first again', async () => {
  const wish = input()
  const manager = managerOf(agency)
  const first = await issueApiKey(manager, wish)
  expect(await issueApiKey(manager, wish)).toEqual({ id: first.id, key: null })
})

test.each([
  ['a role that its organisation may not have', { roles: ['DECIDER'] }, 'API_KEY_ROLES_UNFIT'],
  ['more than a year', { expiresOn: addDays(addYears(today, 1), 1) }, 'API_KEY_PERIOD_UNFIT'],
  ['an end in the past', { expiresOn: addDays(today, -1) }, 'API_KEY_PERIOD_UNFIT'],
])('no key with %s', async (_name, changes, code) => {
  await expect(issueApiKey(managerOf(agency), input(changes))).rejects.toMatchObject({ code })
})

test('a manager issues, sees and revokes keys of the own agency only; a window officer and a key none', async () => {
  const foreign = managerOf(otherAgency)
  await expect(issueApiKey(foreign, input())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const { id } = await issueApiKey(managerOf(agency), input())
  await expect(revokeApiKey(foreign, { clientMutationId: randomUUID(), id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await api.platform.prisma.apiKey.count({ where: apiKeysVisibleTo(foreign.viewer) })).toBe(0)
  const officer = contextOf(api.platform, now(), { roles: ['WINDOW_OFFICER'], organisationId: agency })
  await expect(issueApiKey(officer, input())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const system = contextOf(api.platform, now(), { kind: 'API_KEY', userId: null, roles: ['AGENCY_MANAGER'], organisationId: agency })
  await expect(issueApiKey(system, input())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const administrator = contextOf(api.platform, now(), { roles: ['ADMINISTRATOR'] })
  await expect(revokeApiKey(administrator, { clientMutationId: randomUUID(), id })).resolves.toBe(id)
})

test('revoked at once; expired, unknown and malformed keys are refused, never taken for a visitor', async () => {
  const { id, key } = await issueApiKey(managerOf(agency), input())
  expect((await me(key ?? '')).status).toBe(200)
  await revokeApiKey(managerOf(agency), { clientMutationId: randomUUID(), id })
  for (const bad of [key ?? '', 'xx_unknown', '', '  ', "' OR 1=1 --"]) {
    const answer = await me(bad)
    expect([answer.status, answer.json?.errors?.[0]?.extensions?.['code']]).toEqual([401, 'API_KEY_INVALID'])
  }
  const old = await issueApiKey(managerOf(agency), input())
  await api.platform.prisma.apiKey.update({ where: { id: old.id }, data: { expiresAt: new Date(Date.now() - 1000) } })
  expect((await me(old.key ?? '')).status).toBe(401)
})
