import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { issueApiKey } from '#services/access/issue-api-key.ts'
import { viewerOfApiKey } from '#services/access/viewer-of-api-key.ts'
import { openCase } from '#services/acceptance/open-case.ts'
import { receiveSupplement } from '#services/commitments/receive-supplement.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { reportViolation } from '#services/listings/report-violation.ts'
import { accept, allBut, commitmentStep, toleratedItem } from '#test/factories/accepting.ts'
import { openAccount } from '#test/factories/accounts.ts'
import type { Account } from '#test/factories/accounts.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-03-02T04:00:00Z'
let db: TestPlatform
let officer: Account
beforeAll(async () => {
  db = await openTestPlatform()
  officer = await openAccount(db.platform, ['WINDOW_OFFICER'])
})
afterAll(() => db.close())

const issue = async (changes: object = {}) => {
  const now = new Date().toISOString()
  const manager = contextOf(db.platform, now, { roles: ['AGENCY_MANAGER'], organisationId: officer.organisationId })
  const { id, key } = await issueApiKey(manager, {
    ...{ clientMutationId: randomUUID(), name: '受理系统', organisationId: officer.organisationId, roles: ['WINDOW_OFFICER'] },
    ...{ responsibleUserId: officer.userId, expiresOn: addDays(shanghaiDayOf(new Date()), 30) },
    ...changes,
  })
  return { id, key: key ?? '' }
}
/** The window system at that instant, as the endpoint sees it. */
const systemOf = async (key: string, at = monday): Promise<UseCaseContext> => {
  const viewer = await viewerOfApiKey(db.pool, key, new Date())
  if (!viewer) throw new Error('key refused')
  return { ...contextOf(db.platform, at), viewer }
}
const wish = async () => ({
  clientMutationId: randomUUID(),
  ...{ approvalItemCode: toleratedItem, applicantCode: (await createFirm(db.platform)).uscc, applicantName: '虚构新申请人' },
  ...{ projectName: '虚构厂房扩建', materials: allBut(4, [3]) },
})

test('a key files, accepts and takes in supplements in the name of the officer who answers for it; the trail names both', async () => {
  const system = await systemOf((await issue()).key)
  const caseId = await openCase(system, await wish())
  await accept(system, caseId, { mode: 'TOLERANT_ACCEPTANCE', signerName: '测试甲', supplementDueOn: '2026-03-20' })
  const { id } = await db.platform.prisma.commitment.findFirstOrThrow({ where: { caseId } })
  await receiveSupplement(system, { ...(await commitmentStep(system, id)), materials: [3] })
  expect(await db.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
    ...{ state: 'ACCEPTED', channel: 'SYSTEM', officerId: officer.userId, agencyId: officer.organisationId },
  })
  expect(await db.platform.prisma.commitment.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'FULFILLED' })
  const trail = await db.platform.prisma.auditEvent.findMany({ where: { entityId: { in: [caseId, id] } } })
  expect(trail.length).toBeGreaterThanOrEqual(3)
  for (const line of trail) expect(line).toMatchObject({ actorId: officer.userId, actorName: '受理系统（测试人员）' })
})

test('a key for which nobody answers may check, and neither file nor accept nor take in', async () => {
  const system = await systemOf((await issue({ responsibleUserId: null })).key)
  await expect(openCase(system, await wish())).rejects.toMatchObject({ code: 'KEY_WITHOUT_OFFICER' })
  const other = await systemOf((await issue()).key)
  const caseId = await openCase(other, await wish())
  await expect(accept(system, caseId, { mode: 'CORRECTION_NOTICE' })).rejects.toMatchObject({ code: 'KEY_WITHOUT_OFFICER' })
  await accept(other, caseId, { mode: 'TOLERANT_ACCEPTANCE', signerName: '测试甲', supplementDueOn: '2026-03-20' })
  const { id } = await db.platform.prisma.commitment.findFirstOrThrow({ where: { caseId } })
  await expect(receiveSupplement(system, { ...(await commitmentStep(system, id)), materials: [3] })).rejects.toMatchObject({
    code: 'KEY_WITHOUT_OFFICER',
  })
})

test('whoever answers works there and may do so themselves; who leaves or is locked out answers no more', async () => {
  const stranger = await openAccount(db.platform, ['WINDOW_OFFICER'])
  await expect(issue({ responsibleUserId: stranger.userId })).rejects.toMatchObject({
    fields: [{ path: 'responsibleUserId', code: 'OFFICER_UNFIT' }],
  })
  const { prisma } = db.platform
  const asked = async () => (await viewerOfApiKey(db.pool, (await issue()).key, new Date()))?.userId
  expect(await asked()).toBe(officer.userId)
  const { key } = await issue()
  await prisma.user.update({ where: { id: officer.userId }, data: { disabledAt: new Date() } })
  expect((await viewerOfApiKey(db.pool, key, new Date()))?.userId).toBeNull()
  await expect(asked()).rejects.toMatchObject({ fields: [{ code: 'OFFICER_UNFIT' }] })
  await prisma.user.update({ where: { id: officer.userId }, data: { disabledAt: null } })
})

test('where the law wants a person no key stands, whoever answers for it; nor does it answer an officer’s own wish', async () => {
  const system = await systemOf((await issue()).key)
  const { uscc } = await createFirm(db.platform)
  const input = { clientMutationId: randomUUID(), uscc, violationCode: 'V-FEE-02', occurredOn: '2026-03-01', facts: '虚构', evidence: [] }
  await expect(reportViolation(system, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const asOfficer = contextOf(db.platform, monday, {
    roles: ['WINDOW_OFFICER'],
    userId: officer.userId,
    organisationId: officer.organisationId,
  })
  const same = await wish()
  expect(await openCase(system, same)).not.toBe(await openCase(asOfficer, same))
})

test('filed again under the office’s own number it is the same case, however often and at once', async () => {
  const system = await systemOf((await issue()).key)
  const same = { ...(await wish()), externalNumber: 'SLXT-2026-0001' }
  const ids = await Promise.all(Array.from({ length: 4 }, () => openCase(system, { ...same, clientMutationId: randomUUID() })))
  expect(new Set(ids).size).toBe(1)
  expect(await db.platform.prisma.approvalCase.count({ where: { externalNumber: 'SLXT-2026-0001' } })).toBe(1)
})
