import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'

let db: TestPlatform
/** The most statements that one connection had under way at the same moment. */
let most = 0
let sent = 0
beforeAll(async () => {
  db = await openTestPlatform()
  db.pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    let underWay = 0
    client.query = ((...args: unknown[]) => {
      const answer = query(...args)
      // The pool's own short way calls back instead; it is on no transaction.
      if (!(answer instanceof Promise)) return answer
      underWay += 1
      sent += 1
      most = Math.max(most, underWay)
      void answer.finally(() => (underWay -= 1)).catch(() => undefined)
      return answer as unknown
    }) as typeof client.query
  })
})
afterAll(() => db.close())

test('the statements of a transaction go over its connection one after another, however many relations are asked for at once', async () => {
  const { prisma } = db.platform
  const [item] = await prisma.$transaction(async (tx) => {
    const division = { include: { parent: true, children: true, organisations: true, subjects: true } }
    const found = tx.division.findMany({ where: { code: '410100' }, ...division })
    const [divisions] = await Promise.all([found, tx.serviceItem.count(), tx.approvalItem.findMany({ include: { materials: true } })])
    return divisions
  })
  expect(item?.children.length).toBeGreaterThan(5)
  expect(sent).toBeGreaterThan(8)
  expect(most).toBe(1)
})

test('after a failed statement the transaction is rolled back and the connection serves the next', async () => {
  const { prisma } = db.platform
  const failed = prisma.$transaction(async (tx) => {
    await tx.rateLimit.create({ data: { key: 'probe', count: 1, lastRequest: 0n } })
    await Promise.allSettled([tx.$queryRaw`SELECT 1/0`, tx.division.count()])
    return tx.division.count()
  })
  await expect(failed).rejects.toThrow('current transaction is aborted')
  expect(await prisma.rateLimit.count({ where: { key: 'probe' } })).toBe(0)
  expect(await prisma.division.count()).toBe(38)
})
