import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import { createEngagement, createIntermediary, createOwner } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-11-02T01:00:00Z'
let test: TestPlatform

beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

it('one event that can’t be handled holds up no other, keeps its reason, and is left to a person after ten tries', async () => {
  const { prisma } = test.platform
  const problems: string[] = []
  const log = {
    info: () => undefined,
    warn: () => undefined,
    debug: () => undefined,
    error: (_: object, said: string) => problems.push(said),
  }
  const firm = await createIntermediary(test.platform)
  const broken = { topic: 'engagements.chosen', entity: 'Engagement', entityId: randomUUID(), createdAt: new Date(monday) }
  const { id } = await prisma.outboxEvent.create({ data: broken })
  await createEngagement(await createOwner(test.platform, monday), firm.uscc)

  for (let n = 0; n < 12; n++) await drainOutbox(contextOf(test.platform, monday), log)
  expect(await prisma.outboxEvent.findMany({ where: { processedAt: null } })).toMatchObject([{ id, attempts: 10 }])
  expect((await prisma.outboxEvent.findUniqueOrThrow({ where: { id } })).lastError).toMatch(/findUniqueOrThrow/)
  expect(await prisma.notification.count({ where: { kind: 'engagements.chosen', subjectId: firm.subjectId } })).toBe(1)
  expect(problems.length).toBeGreaterThan(9)

  // Set back by a person, it is handled again; a replay tells nobody twice.
  await prisma.outboxEvent.update({ where: { id }, data: { attempts: 0, processedAt: new Date(monday) } })
  await prisma.outboxEvent.updateMany({ where: { id: { not: id } }, data: { processedAt: null } })
  await drainOutbox(contextOf(test.platform, monday), log)
  expect(await prisma.notification.count({ where: { kind: 'engagements.chosen', subjectId: firm.subjectId } })).toBe(1)
})
