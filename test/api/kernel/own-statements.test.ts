import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '#prisma/client.ts'
import { withOwnStatements } from '#prisma/own-statements.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const at = new Date('2026-03-02T20:30:00.123Z')
const inTransaction = <T>(work: (own: Tx, prisma: Tx) => Promise<T>): Promise<T> => {
  const { prisma, pool } = test.platform
  return prisma.$transaction(async (tx) => work(await withOwnStatements(pool, tx), tx))
}
const add = (tx: Tx, entityId: string) => tx.$executeRaw`
  INSERT INTO "OutboxEvent" ("topic", "entity", "entityId", "createdAt") VALUES ('test', 'Test', ${entityId}, ${at})`
const count = (entityId: string) => test.platform.prisma.outboxEvent.count({ where: { entityId } })

it('run in Prisma’s transaction, among its own statements, and fall with it', async () => {
  const falling = inTransaction(async (own, prisma) => {
    expect(await add(own, 'falls')).toBe(1)
    expect(await prisma.outboxEvent.findMany({ where: { entityId: 'falls' } })).toMatchObject([{ createdAt: at }])
    expect(await own.outboxEvent.count({ where: { entityId: 'falls' } })).toBe(1)
    throw new Error('no')
  })
  await expect(falling).rejects.toThrow('no')
  expect(await count('falls')).toBe(0)
  await inTransaction((own) => add(own, 'stands'))
  expect(await count('stands')).toBe(1)
})

it('take their turn when several are sent at once, each in its own transaction', async () => {
  await Promise.all(
    [1, 2, 3, 4].map((n) =>
      inTransaction(async (own, prisma) => {
        const sent = [add(own, `at once ${n}`), add(prisma, `at once ${n}`), add(own, `at once ${n}`)]
        await Promise.all(sent)
        const seen = await own.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM "OutboxEvent" WHERE "entityId" LIKE 'at once%'`
        expect(seen[0]?.n).toBeGreaterThanOrEqual(3)
      }),
    ),
  )
  expect(await count('at once 4')).toBe(3)
})

it('a fault of one is heard by whoever sent it, and ends the transaction', async () => {
  const faulty = inTransaction(async (own) => {
    await expect(own.$queryRaw`SELECT 1 / ${0}::int AS n`).rejects.toThrow('division by zero')
    return add(own, 'after a fault')
  })
  await expect(faulty).rejects.toThrow('aborted')
  expect(await count('after a fault')).toBe(0)
})

it('nothing is sent once the transaction has ended: the connection is another’s by then', async () => {
  const kept = await inTransaction((own) => Promise.resolve({ late: () => add(own, 'late') }))
  await expect(kept.late()).rejects.toThrow('has ended')
  expect(await count('late')).toBe(0)
})
