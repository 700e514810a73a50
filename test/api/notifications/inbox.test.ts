import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '#domain/access/viewer.ts'
import { markNotificationsRead } from '#services/notifications/mark-notifications-read.ts'
import { recipientKey } from '#services/notifications/notice.ts'
import type { Recipient } from '#services/notifications/notice.ts'
import { visibleNotifications } from '#services/notifications/visible-notifications.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const at = '2026-11-02T01:00:00Z'
let test: TestPlatform
let subjectId: string
let bodyId: string
const userId = randomUUID()
let serial = 800_000n

beforeAll(async () => {
  test = await openTestPlatform()
  const { prisma } = test.platform
  subjectId = (await createFirm(test.platform)).id
  const body = { kind: 'REFORM_OFFICE' as const, nameZh: '测试改革办', divisionCode: '410100', createdAt: new Date(at) }
  bodyId = (await prisma.organisation.create({ data: body })).id
  const other = (await createFirm(test.platform)).id
  const otherBody = (await prisma.organisation.create({ data: { ...body, nameZh: '另一改革办' } })).id
  const tell = (kind: string, to: Recipient) =>
    prisma.notification.create({
      data: { ...to, recipient: recipientKey(to), kind, facts: {}, createdAt: new Date(at), outboxId: serial++ },
    })
  await tell('to the firm', { subjectId })
  await tell('to another firm', { subjectId: other })
  await tell('to the user', { userId })
  await tell('to another user', { userId: randomUUID() })
  await tell('to the office', { organisationId: bodyId, role: 'REFORM_OFFICE' })
  await tell('to the auditors there', { organisationId: bodyId, role: 'AUDITOR' })
  await tell('to another office', { organisationId: otherBody, role: 'REFORM_OFFICE' })
})
afterAll(() => test.close())

const contextFor = (viewer: Partial<Viewer>) => contextOf(test.platform, at, { roles: [], ...viewer })
const seenBy = async (viewer: Partial<Viewer>) => {
  const rows = await test.platform.prisma.notification.findMany({
    where: visibleNotifications(contextFor(viewer).viewer),
    orderBy: { kind: 'asc' },
  })
  return rows.map(({ kind, readAt }) => (readAt ? `${kind} (read)` : kind))
}

it('each reads what is addressed to the own firm, the own account, and the roles held in the own body', async () => {
  expect(await seenBy({ subjectId, roles: ['INTERMEDIARY'] })).toEqual(['to the firm'])
  // An entrant has an account and no firm yet.
  expect(await seenBy({ userId })).toEqual(['to the user'])
  expect(await seenBy({ userId, organisationId: bodyId, roles: ['REFORM_OFFICE'] })).toEqual(['to the office', 'to the user'])
  expect(await seenBy({ organisationId: bodyId, roles: ['AUDITOR'] })).toEqual(['to the auditors there'])
  expect(await seenBy({ organisationId: bodyId, roles: ['REFORM_OFFICE', 'AUDITOR'] })).toHaveLength(2)
})

it('a key, a visitor and somebody with the role elsewhere read none of it', async () => {
  expect(await seenBy({ kind: 'API_KEY', userId: null, organisationId: bodyId, roles: ['REFORM_OFFICE'] })).toEqual([])
  expect(await seenBy({ kind: 'ANONYMOUS', userId: null, subjectId, organisationId: bodyId, roles: ['REFORM_OFFICE'] })).toEqual([])
  expect(await seenBy({ roles: ['REFORM_OFFICE', 'AUDITOR'] })).toEqual([])
})

it('marking as read touches the own messages only, up to the newest that was shown', async () => {
  const office = contextFor({ userId, organisationId: bodyId, roles: ['REFORM_OFFICE'] })
  const mark = (until: string) => markNotificationsRead(office, { clientMutationId: randomUUID(), until: new Date(until) })
  await mark('2026-11-02T00:59:59Z')
  expect(await seenBy(office.viewer)).toEqual(['to the office', 'to the user'])
  await mark(at)
  expect(await seenBy(office.viewer)).toEqual(['to the office (read)', 'to the user (read)'])
  expect(await test.platform.prisma.notification.count({ where: { readAt: null } })).toBe(5)
})

it('one event tells a recipient once, whatever replays it', async () => {
  const notice = {
    subjectId,
    recipient: recipientKey({ subjectId }),
    kind: 'again',
    facts: {},
    createdAt: new Date(at),
    outboxId: 800_000n,
  }
  const { count } = await test.platform.prisma.notification.createMany({ data: [notice], skipDuplicates: true })
  expect(count).toBe(0)
})
