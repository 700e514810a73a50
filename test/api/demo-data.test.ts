import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkIdentityNumber } from '#domain/kernel/identity-number.ts'
import { checkUscc } from '#domain/kernel/uscc.ts'
import { demoAccounts } from '#prisma/seed/demo/demo-accounts.ts'
import { seedBulk } from '#prisma/seed/bulk/seed-bulk.ts'
import { seed } from '#prisma/seed/index.ts'
import { retainedItems } from '#prisma/seed/invented/catalogue.ts'
import { inventIntermediary } from '#prisma/seed/invented/intermediary.ts'
import { roles } from '#domain/access/role.ts'
import { selectionStates } from '#domain/selection/selection.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { systemViewer } from '#domain/access/viewer.ts'
import { fixedClock } from '#services/kernel/clock.ts'
import type { Platform } from '#services/kernel/use-case-context.ts'
import { openTestPlatform } from '../setup/database.ts'
import type { TestPlatform } from '../setup/database.ts'

let database: TestPlatform
let platform: Platform

beforeAll(async () => {
  database = await openTestPlatform()
  platform = { ...database.platform, clock: fixedClock(new Date('2026-11-20T10:00:00Z')) }
})
afterAll(() => database.close())

const loadDemo = (on: Platform = platform) => seed({ platform: on, reference: false, demo: true, say: () => undefined })

/** How many rows stand in each state, for a table with a state. */
async function states(table: string, column = 'state'): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ state: string; n: number }>(
    `SELECT "${column}"::text AS state, count(*)::int AS n FROM "${table}" GROUP BY 1`,
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

test('invented codes are valid, never assigned, and the same at every load', async () => {
  const items = await retainedItems(platform)
  const options = { block: 'INTERMEDIARY', items, mostPractitioners: 6, today: '2026-11-20' } as const
  const firms = Array.from({ length: 300 }, (_, index) => inventIntermediary(index, options))
  expect(firms.map(({ uscc }) => checkUscc(uscc))).toEqual(
    firms.map(({ uscc }) => ({ ok: true, value: { uscc, hasOrgCodeWarning: false } })),
  )
  expect(firms.every(({ uscc }) => uscc.slice(8, 11) === 'DEM')).toBe(true)
  const people = firms.flatMap(({ practitioners }) => practitioners.map(({ identityNumber }) => identityNumber))
  expect(people.every((number) => number.startsWith('410199') && checkIdentityNumber(number).ok)).toBe(true)
  expect(new Set(firms.map(({ uscc }) => uscc)).size).toBe(300)
  expect(new Set(firms.map(({ name }) => name)).size).toBe(300)
  expect(new Set(firms.flatMap(({ offerings }) => offerings.map(({ serviceItemCode }) => serviceItemCode))).size).toBe(items.size)
  expect(Math.max(...firms.map(({ offerings }) => offerings.length))).toBeLessThanOrEqual(8)
  expect(inventIntermediary(17, options)).toEqual(firms[17])
})

test('every role has an account, and all share the published password', () => {
  expect(new Set(demoAccounts.map(({ role }) => role))).toEqual(new Set([...roles, 'NEWCOMER']))
  expect(new Set(demoAccounts.map(({ password }) => password)).size).toBe(1)
  expect(demoAccounts.every(({ name, tryZh, tryEn }) => name && tryZh && tryEn)).toBe(true)
})

test('a load that broke off goes on where it stood; a second load does nothing; every state occurs', { timeout: 300_000 }, async () => {
  // Breaks off in the middle, as a kill would: some transactions are committed, the others never were.
  let people = 0
  const failing: Platform = {
    ...platform,
    identityVault: {
      ...platform.identityVault,
      seal: (number) => {
        if ((people += 1) > 200) throw new Error('power cut')
        return platform.identityVault.seal(number)
      },
    },
  }
  await expect(loadDemo(failing)).rejects.toThrow('power cut')
  expect(await platform.prisma.intermediary.count()).toBeLessThan(300)

  await loadDemo()
  const events = await platform.prisma.auditEvent.count()
  await loadDemo()
  expect(await platform.prisma.auditEvent.count()).toBe(events)

  expect(await platform.prisma.intermediary.count()).toBe(300)
  expect(await platform.prisma.subject.count({ where: { isFictitious: false } })).toBe(0)
  expect(await platform.prisma.searchDocument.count()).toBe(300)
  expect(Object.keys(await states('CreditStanding', 'grade')).sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'N'])
  expect(Object.keys(await states('Engagement')).sort()).toEqual(['ACTIVE', 'COMPLETED', 'DELIVERED'])
  expect(Object.keys(await states('ViolationCase'))).toHaveLength(7)
  // Every state that lasts: an announcement opens its sign-up at once.
  expect(Object.keys(await states('Selection')).sort()).toEqual(selectionStates.filter((state) => state !== 'ANNOUNCED').sort())
  expect(Object.keys(await states('ApprovalCase'))).toHaveLength(9)
  expect(await states('Commitment')).toMatchObject({ PENDING: 8, FULFILLED: 3, MISSED: 11, UNTRUE: 1, WITHDRAWN: 1 })
  expect(await platform.prisma.listEntry.count({ where: { list: 'BLACKLIST' } })).toBe(9)
  expect(await platform.prisma.interimSuspension.count()).toBe(1)
  expect(await states('CreditStanding', 'missCount')).toMatchObject({ 2: 1, 3: 3 })
  expect(await states('RegisterChange')).toMatchObject({ SUBMITTED: 3, WAITING: 1, REFUSED: 1 })
  expect(await states('Intermediary', 'status')).toMatchObject({ EXITING: 1 })
  const ending = { certificateNo: '演示CMA-2023-0147', reminders: { some: { daysAhead: 30 } } }
  expect(await platform.prisma.qualification.count({ where: ending })).toBe(1)
  const barred = await platform.prisma.affiliation.findFirstOrThrow({ where: { kind: 'SUBORDINATE_UNIT' }, include: { agency: true } })
  expect(barred.agency?.agencyKindZh).toBe('生态环境主管部门')
})

test('the large load makes rows that hold together, resumes, and does nothing twice', async () => {
  await seedBulk(platform, 40, () => undefined)
  await seedBulk(platform, 60, () => undefined)
  await seedBulk(platform, 60, () => undefined)
  const bench = { uscc: { contains: 'DEML' } }
  expect(await platform.prisma.subject.count({ where: bench })).toBe(60)
  expect(await platform.prisma.creditStanding.count({ where: { subject: bench } })).toBe(60)
  expect(await platform.prisma.searchDocument.count({ where: bench })).toBe(60)
  expect(await verifyAllStandings({ ...platform, viewer: systemViewer, requestId: 'test' })).toMatchObject({ differing: [] })
})
