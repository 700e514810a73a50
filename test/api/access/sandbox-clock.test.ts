import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestContext } from '#graphql/server/request-context.ts'
import { setSandboxClock } from '#services/access/set-sandbox-clock.ts'
import { SandboxClock } from '#services/kernel/clock.ts'
import { contextOf } from '../../factories/people.ts'
import { openTestEndpoint, post } from '../../setup/endpoint.ts'
import type { TestEndpoint } from '../../setup/endpoint.ts'

let rehearsal: TestEndpoint
let earnest: TestEndpoint
beforeAll(async () => {
  rehearsal = await openTestEndpoint({ isSandbox: true })
  earnest = await openTestEndpoint()
})
afterAll(async () => {
  await rehearsal.close()
  await earnest.close()
})

const query = { query: '{ clock { now isSandbox rate } }' }
const clockAt = async (api: TestEndpoint, headers: Record<string, string> = {}) =>
  (await post(api.endpoint, query, headers)).json?.data?.['clock'] as { now: string; isSandbox: boolean; rate: number }
const personOf = (api: TestEndpoint) => ({
  ...contextOf(api.platform, new Date().toISOString(), { roles: ['APPLICANT'] }),
  clock: api.platform.clock,
})
const at = new Date('2027-03-01T02:00:00Z')
const isAbout = (text: string, instant: Date) => Math.abs(new Date(text).getTime() - instant.getTime()) < 5_000

test('in a sandbox anyone signed in sets the clock; it holds for everyone, survives a restart and wakes the worker', async () => {
  const context = personOf(rehearsal)
  const wish = { clientMutationId: randomUUID(), at, rate: 1 }
  await setSandboxClock(context, wish)
  const shown = await clockAt(rehearsal)
  expect(shown).toMatchObject({ isSandbox: true, rate: 1 })
  expect(isAbout(shown.now, at)).toBe(true)
  expect(isAbout((await SandboxClock.load(rehearsal.platform.prisma)).now().toISOString(), at)).toBe(true)
  const { rows } = await rehearsal.pool.query<{ task: string }>('SELECT task_identifier AS task FROM graphile_worker.jobs')
  expect(rows.map(({ task }) => task)).toEqual(expect.arrayContaining(['sweep-commitments', 're-rate-due']))
  expect(await rehearsal.platform.prisma.outboxEvent.count({ where: { topic: 'clock.moved' } })).toBe(1)
  expect(await rehearsal.platform.prisma.auditEvent.count({ where: { action: 'clock.set' } })).toBe(1)
})

test('a day a second', async () => {
  await setSandboxClock(personOf(rehearsal), { clientMutationId: randomUUID(), at, rate: 86_400 })
  const began = rehearsal.platform.clock.now().getTime()
  await new Promise((done) => setTimeout(done, 300))
  expect((rehearsal.platform.clock.now().getTime() - began) / 86_400_000).toBeGreaterThan(0.25)
})

test('a sandbox request may name its own instant', async () => {
  expect((await clockAt(rehearsal, { 'x-sandbox-now': '2030-05-01T00:00:00Z' })).now).toBe('2030-05-01T00:00:00.000Z')
  expect(new Date((await clockAt(rehearsal, { 'x-sandbox-now': 'rubbish' })).now).getUTCFullYear()).toBe(2027)
})

test('outside sandbox mode nobody sets the clock and the header means nothing', async () => {
  const headers = { 'x-sandbox-now': '2030-05-01T00:00:00Z' }
  const shown = await clockAt(earnest, headers)
  expect(shown).toMatchObject({ isSandbox: false, rate: 1 })
  expect(isAbout(shown.now, new Date())).toBe(true)
  const page = await requestContext(new Request('http://localhost/', { headers }), earnest.server)
  expect(isAbout(page.clock.now().toISOString(), new Date())).toBe(true)
  const context = personOf(earnest)
  for (const roles of [['ADMINISTRATOR'], ['REFORM_OFFICE'], ['APPLICANT']] as const) {
    const everyRole = { ...context, viewer: { ...context.viewer, roles } }
    await expect(setSandboxClock(everyRole, { clientMutationId: randomUUID(), at })).rejects.toMatchObject({ code: 'NOT_A_SANDBOX' })
  }
  expect(await earnest.platform.prisma.sandboxClock.count()).toBe(0)
})

test('a visitor or a key sets no clock, not even in a sandbox', async () => {
  const context = contextOf(rehearsal.platform, new Date().toISOString(), { kind: 'ANONYMOUS', userId: null, roles: [] })
  const wish = { clientMutationId: randomUUID(), at }
  await expect(setSandboxClock(context, wish)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' })
  const key = { ...context, viewer: { ...context.viewer, kind: 'API_KEY' as const } }
  await expect(setSandboxClock(key, wish)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
