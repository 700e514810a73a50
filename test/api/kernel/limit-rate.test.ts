import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool } from '#prisma/pool.ts'
import { createAuth } from '#services/access/auth.ts'
import { limitRate } from '#services/kernel/limit-rate.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'

let db: TestPlatform
beforeAll(async () => (db = await openTestPlatform()))
afterAll(() => db.close())

const ruleOf = (limit: number, windowSeconds = 600) => ({ name: `probe-${randomUUID()}`, limit, windowSeconds })
const from = (clientAddress?: string, pool = db.pool) => ({ pool, ...(clientAddress === undefined ? {} : { clientAddress }) })

test('the limit holds, and the refusal says how long to wait', async () => {
  const rule = ruleOf(3, 600)
  for (let i = 0; i < 3; i++) await limitRate(from('203.0.113.1'), rule)
  const refusal = await limitRate(from('203.0.113.1'), rule).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'TOO_MANY_TRIES' })
  const { retryAfterSeconds } = (refusal as { facts: { retryAfterSeconds: number } }).facts
  expect(retryAfterSeconds).toBeGreaterThan(590)
  expect(retryAfterSeconds).toBeLessThanOrEqual(600)
  await limitRate(from('203.0.113.2'), rule)
  await limitRate(from('203.0.113.1'), ruleOf(1))
})

test('twenty tries at once over two processes’ pools: as many pass as the rule says', async () => {
  const rule = ruleOf(7)
  const other = createPool(db.url, { max: 5 })
  const tries = Array.from({ length: 20 }, (_, i) => limitRate(from('203.0.113.1', i % 2 ? other : db.pool), rule))
  const passed = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled')
  await other.end()
  expect(passed).toHaveLength(7)
})

test('after the window a new one begins', async () => {
  const rule = ruleOf(1, 1)
  await limitRate(from('203.0.113.1'), rule)
  await expect(limitRate(from('203.0.113.1'), rule)).rejects.toMatchObject({ facts: { retryAfterSeconds: 1 } })
  await new Promise((done) => setTimeout(done, 1100))
  await limitRate(from('203.0.113.1'), rule)
  await expect(limitRate(from('203.0.113.1'), rule)).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' })
})

test('who changes addresses within one IPv6 network is one caller; a key of one’s own counts apart', async () => {
  const rule = ruleOf(1)
  await limitRate(from('2001:db8:1:2::1'), rule)
  await expect(limitRate(from('2001:db8:1:2:aaaa::7'), rule)).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' })
  await limitRate(from('2001:db8:1:2::1'), rule, 'a@example.org')
  await expect(limitRate(from('203.0.113.7'), rule, 'a@example.org')).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' })
})

test('the worker, whom nobody calls, is not counted', async () => {
  const rule = ruleOf(1)
  for (let i = 0; i < 3; i++) await limitRate(from(), rule)
})

test('the sign-in, which sweeps the same table, leaves a running window alone', async () => {
  const rule = ruleOf(1, 3600)
  await limitRate(from('203.0.113.1'), rule)
  const auth = createAuth(db.platform.prisma, { secret: 'only for tests '.repeat(4), baseUrl: 'http://localhost', isRateLimited: true })
  const signIn = () =>
    auth.handler(
      new Request('http://localhost/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'x-client-address': '203.0.113.99' },
        body: JSON.stringify({ email: 'nobody@example.org', password: 'wrong wrong wrong' }),
      }),
    )
  await signIn()
  await db.platform.prisma.rateLimit.create({ data: { key: 'stale', count: 1, lastRequest: 0n } })
  // Half an hour later by every row: the next sign-in begins a new window and sweeps what it takes for old.
  await db.platform.prisma.rateLimit.updateMany({ data: { lastRequest: { decrement: 1_800_000n } } })
  await signIn()
  expect(await db.platform.prisma.rateLimit.findUnique({ where: { key: 'stale' } }), 'the sweep took place').toBeNull()
  await expect(limitRate(from('203.0.113.1'), rule)).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' })
})
