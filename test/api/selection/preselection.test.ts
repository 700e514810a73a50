import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PreselectionPool } from '#prisma/generated/client.ts'
import { requestExit } from '#services/intermediaries/request-exit.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { liftSuspension } from '#services/listings/lift-suspension.ts'
import { orderSuspension } from '#services/listings/order-suspension.ts'
import { admitToPreselectionPool } from '#services/selection/admit-to-preselection-pool.ts'
import { closePreselectionPool } from '#services/selection/close-preselection-pool.ts'
import { leavePreselectionPool } from '#services/selection/leave-preselection-pool.ts'
import { openPreselectionPool } from '#services/selection/open-preselection-pool.ts'
import { preselectionMembersOf } from '#services/selection/preselection-members.ts'
import { isPreselected } from '#services/selection/preselection-membership.ts'
import { removeFromPreselectionPool } from '#services/selection/remove-from-preselection-pool.ts'
import { contextOf } from '#test/factories/people.ts'
import { createPool, join, poolKeeper, poolOf } from '#test/factories/preselecting.ts'
import { createCertifiedFirm, staffOf } from '#test/factories/upkeep.ts'
import type { CertifiedFirm } from '#test/factories/upkeep.ts'
import { createCase, decisionTexts, later, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { statementsOf } from '#test/setup/counted-statements.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-11-02T02:00:00Z'
const publicUntilOn = '2027-12-01'
let test: TestPlatform
let keeper: UseCaseContext
let divisions: string[]

beforeAll(async () => {
  test = await openTestPlatform()
  keeper = await poolKeeper(test.platform, monday)
  const rows = await test.platform.prisma.division.findMany({ where: { parentCode: '410100' }, orderBy: { code: 'asc' } })
  divisions = rows.map(({ code }) => code)
})
afterAll(() => test.close())

/** One open pool for an item and division: each test has its own division. */
const freshPool = (changes: Parameters<typeof createPool>[1] = {}) =>
  createPool(keeper, { divisionCode: divisions.pop() ?? '', ...changes })
const freshFirm = (validUntilOn = '2027-12-31') => createCertifiedFirm(test.platform, validUntilOn)
const staff = (firm: CertifiedFirm, at = monday) => staffOf(test.platform, firm, at)
const standing = (pool: PreselectionPool, firm: CertifiedFirm, at = monday) =>
  isPreselected(test.platform.prisma, pool.id, firm.intermediaryId, new Date(at))
const passage = (pool: PreselectionPool, { uscc }: CertifiedFirm, reasons = '提交的业绩材料符合公布的条件。') => ({
  clientMutationId: randomUUID(),
  number: pool.number,
  uscc,
  reasons,
})

describe('a pool is opened by a reform office for its own area', () => {
  it('once for an item and division, also when two press at once', async () => {
    const wish = poolOf({ divisionCode: divisions.pop() ?? '' })
    const tries = await Promise.allSettled([1, 2].map(() => openPreselectionPool(keeper, { ...wish, clientMutationId: randomUUID() })))
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'POOL_EXISTS' } })
  })

  it('not for a division of another office, a cancelled item or a day that is over', async () => {
    const district = await poolKeeper(test.platform, monday, '410105')
    await expect(openPreselectionPool(district, poolOf({ divisionCode: '410102' }))).rejects.toMatchObject({
      code: 'DIVISION_OF_ANOTHER_OFFICE',
    })
    const cancelled = await test.platform.prisma.serviceItem.findFirstOrThrow({ where: { status: 'CANCELLED' } })
    await expect(openPreselectionPool(keeper, poolOf({ serviceItemCode: cancelled.code }))).rejects.toMatchObject({
      code: 'ITEM_CANCELLED',
    })
    await expect(openPreselectionPool(keeper, poolOf({ validUntilOn: '2026-11-01' }))).rejects.toMatchObject({
      fields: [{ path: 'validUntilOn', code: 'DAY_PAST' }],
    })
  })

  it('by nobody else: not an agency, not the firm itself', async () => {
    const firm = await freshFirm()
    const agency = contextOf(test.platform, monday, { roles: ['AGENCY_MANAGER', 'WINDOW_OFFICER'], organisationId: randomUUID() })
    for (const other of [agency, staff(firm)]) {
      await expect(openPreselectionPool(other, poolOf())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})

describe('coming and going', () => {
  it('a firm joins by itself, is in at once, leaves and comes back; the trail keeps every date', async () => {
    const [pool, firm] = [await freshPool(), await freshFirm()]
    await expect(standing(pool, firm)).resolves.toMatchObject({ refusal: { code: 'NOT_PRESELECTED' } })
    await join(staff(firm), pool)
    await expect(standing(pool, firm)).resolves.toEqual({ ok: true, value: true })
    await expect(join(staff(firm), pool)).rejects.toMatchObject({ code: 'ALREADY_PRESELECTED' })
    const step = { clientMutationId: randomUUID(), number: pool.number }
    await leavePreselectionPool(staff(firm, '2026-11-03T02:00:00Z'), step)
    await expect(standing(pool, firm, '2026-11-03T02:00:00Z')).resolves.toMatchObject({ ok: false })
    await join(staff(firm, '2026-11-04T02:00:00Z'), pool)
    await expect(standing(pool, firm, '2026-11-04T02:00:00Z')).resolves.toMatchObject({ ok: true })
    const trail = await test.platform.prisma.auditEvent.findMany({ where: { entityId: pool.id }, orderBy: { id: 'asc' } })
    expect(trail.map(({ action }) => action)).toEqual(['preselection.open', 'preselection.join', 'preselection.leave', 'preselection.join'])
    expect(trail[3]?.before).toMatchObject({ leftAt: '2026-11-03T02:00:00.000Z', leaving: { code: 'LEFT' } })
  })

  it('the form check keeps out whoever has no certificate or does not confirm the conditions', async () => {
    const [pool, firm] = [await freshPool(), await freshFirm('2026-11-01')]
    await expect(join(staff(firm), pool)).rejects.toMatchObject({ code: 'QUALIFICATION_EXPIRED', facts: { validUntilOn: '2026-11-01' } })
    await expect(admitToPreselectionPool(keeper, passage(pool, firm))).rejects.toMatchObject({ code: 'QUALIFICATION_EXPIRED' })
  })

  it('the keeper admits with reasons, removes with reasons, and only the keeper takes a removed firm in again', async () => {
    const [pool, firm] = [await freshPool(), await freshFirm()]
    await admitToPreselectionPool(keeper, passage(pool, firm))
    await expect(standing(pool, firm)).resolves.toMatchObject({ ok: true })
    await removeFromPreselectionPool(keeper, passage(pool, firm, '业绩材料经核实不属实。'))
    await expect(standing(pool, firm)).resolves.toMatchObject({ ok: false })
    await expect(join(staff(firm), pool)).rejects.toMatchObject({
      code: 'REMOVED_FROM_POOL',
      facts: { reasons: '业绩材料经核实不属实。' },
    })
    await admitToPreselectionPool(keeper, passage(pool, firm, '补充的业绩材料经核实符合条件。'))
    await expect(standing(pool, firm)).resolves.toMatchObject({ ok: true })
  })

  it("another office's people change nothing in it", async () => {
    const [pool, firm] = [await freshPool(), await freshFirm()]
    const other = await poolKeeper(test.platform, monday)
    const close = { clientMutationId: randomUUID(), number: pool.number, version: 1, reasons: '不再需要这个预选库。' }
    for (const attempt of [
      () => admitToPreselectionPool(other, passage(pool, firm)),
      () => removeFromPreselectionPool(other, passage(pool, firm)),
      () => closePreselectionPool(other, close),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('closed, nobody is in it and nobody comes in; two who close it at once close it once', async () => {
    const [pool, firm] = [await freshPool(), await freshFirm()]
    await join(staff(firm), pool)
    const close = () =>
      closePreselectionPool(keeper, { clientMutationId: randomUUID(), number: pool.number, version: 1, reasons: '项目已全部安排完毕。' })
    const tries = await Promise.allSettled([close(), close()])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(standing(pool, firm)).resolves.toMatchObject({ refusal: { code: 'POOL_ENDED', state: 'CLOSED' } })
    await expect(join(staff(await freshFirm()), pool)).rejects.toMatchObject({ code: 'POOL_ENDED' })
  })
})

describe('003 三(三): out at once, without any sweep', () => {
  it('a member that is blacklisted is out in the same second', async () => {
    const [pool, firm] = [await freshPool(), await freshFirm()]
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const id = await createCase(people, firm.uscc, 'DEFENCE_FILED')
    await join(staff(firm), pool)
    await expect(standing(pool, firm)).resolves.toMatchObject({ ok: true })
    await decideViolation(people.decider, { ...(await stepOf(people.decider, id)), outcome: 'LISTED', ...decisionTexts, publicUntilOn })
    await expect(standing(pool, firm)).resolves.toMatchObject({ refusal: { code: 'INTERMEDIARY_BLACKLISTED' } })
    await expect(join(staff(await freshFirm()), pool)).resolves.toEqual(pool.id)
  })

  it('joining and listing at once: whichever is first, the firm is not in afterwards', async () => {
    const [pool, firm] = [await freshPool(), await freshFirm()]
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const id = await createCase(people, firm.uscc, 'DEFENCE_FILED')
    const step = await stepOf(people.decider, id)
    await Promise.allSettled([
      decideViolation(people.decider, { ...step, outcome: 'LISTED', ...decisionTexts, publicUntilOn }),
      join(staff(firm), pool),
    ])
    await expect(standing(pool, firm)).resolves.toMatchObject({ ok: false })
  })

  it('a suspended one is out until the suspension is lifted, then in again', async () => {
    const [pool, firm] = [await freshPool(), await freshFirm()]
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const id = await createCase(people, firm.uscc, 'INVESTIGATING')
    await join(staff(firm), pool)
    const order = { untilOn: '2026-11-20', basis: '办法第十条', reasons: '涉嫌出具虚假报告，继续执业有危险。' }
    await orderSuspension(people.decider, { ...(await stepOf(people.decider, id)), ...order })
    await expect(standing(pool, firm)).resolves.toMatchObject({ refusal: { code: 'INTERMEDIARY_SUSPENDED', until: '2026-11-20' } })
    const tomorrow = later(people.decider, '2026-11-03T02:00:00Z')
    await liftSuspension(tomorrow, { ...(await stepOf(tomorrow, id)), reasons: '已查清，无继续暂停的必要。' })
    await expect(standing(pool, firm, '2026-11-04T02:00:00Z')).resolves.toMatchObject({ ok: true })
  })

  it('one that leaves the register, and one whose certificate ran out yesterday, are out', async () => {
    const [pool, leaver, lapsing] = [await freshPool(), await freshFirm(), await freshFirm('2026-11-05')]
    await join(staff(leaver), pool)
    await join(staff(lapsing), pool)
    await requestExit(staff(leaver), { clientMutationId: randomUUID(), reasons: '业务调整' })
    await expect(standing(pool, leaver)).resolves.toMatchObject({ refusal: { code: 'INTERMEDIARY_NOT_LISTED', status: 'EXITED' } })
    await expect(standing(pool, lapsing, '2026-11-05T15:59:00Z')).resolves.toMatchObject({ ok: true })
    await expect(standing(pool, lapsing, '2026-11-05T16:00:00Z')).resolves.toMatchObject({ refusal: { code: 'QUALIFICATION_EXPIRED' } })
  })
})

describe('reading', () => {
  it('a pool of many members is read by as many statements as one of few', async () => {
    const [small, large] = [await freshPool(), await freshPool()]
    for (let index = 0; index < 6; index += 1) {
      const firm = await freshFirm()
      await join(staff(firm), large)
      if (index === 0) await join(staff(firm), small)
    }
    const count = (pool: PreselectionPool) =>
      statementsOf(test.pool, () => preselectionMembersOf(test.platform.prisma, [pool.id], new Date(monday)))
    const [few, many] = [await count(small), await count(large)]
    expect(many).toHaveLength(few.length)
    const read = await preselectionMembersOf(test.platform.prisma, [small.id, large.id], new Date(monday))
    expect([small, large].map(({ id }) => read.get(id)?.length)).toEqual([1, 6])
  })
})
