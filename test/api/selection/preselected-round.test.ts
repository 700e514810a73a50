import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FrozenPool } from '#domain/selection/pool.ts'
import { closePreselectionPool } from '#services/selection/close-preselection-pool.ts'
import { removeFromPreselectionPool } from '#services/selection/remove-from-preselection-pool.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { at } from '#test/factories/entering.ts'
import { createPool, join, poolKeeper } from '#test/factories/preselecting.ts'
import { announceRound, createBiddingFirms, proposeInOrder, roundTimes, signUpFirm, sweepAt } from '#test/factories/selecting.ts'
import { certified } from '#test/factories/upkeep.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform

beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

it('R3: a keeper who closes the pool after sign-up takes nobody’s win', async () => {
  const keeper = await poolKeeper(test.platform, roundTimes.announced)
  const pool = await createPool(keeper, { serviceItemCode: 'ZJ-EIA-001', divisionCode: '410100' })
  const firms = await createBiddingFirms(test.platform, 3)
  for (const firm of firms) await join(firm.staff(roundTimes.announced), pool)
  const round = await announceRound(await createOwner(test.platform, roundTimes.announced), 'RANDOM_DRAW', 'STATE', {
    preselectionPoolNumber: pool.number,
  })
  const order: string[] = []
  for (const firm of firms) order.push(await signUpFirm(firm, round.number))
  await sweepAt(test.platform, roundTimes.frozen)
  await proposeInOrder(test.platform, round, order, '2026-11-06T02:00:00Z')

  const close = { clientMutationId: randomUUID(), number: pool.number, version: pool.version, reasons: '本年度入库工作提前结束。' }
  await closePreselectionPool(at(keeper, '2026-11-09T02:00:00Z'), close)
  await sweepAt(test.platform, '2026-11-12T02:00:00Z')

  const row = await test.platform.prisma.selection.findUniqueOrThrow({ where: { id: round.id } })
  expect(row).toMatchObject({ state: 'AWARDED', winnerId: order[0] })
})

it('R3: out of a preselection pool only its members sign up, and whoever is out of it by closing is out of the round', async () => {
  const announced = roundTimes.announced
  const keeper = await poolKeeper(test.platform, announced)
  const pool = await createPool(keeper, { serviceItemCode: 'ZJ-EIA-001', divisionCode: '410100' })
  const owner = await createOwner(test.platform, announced)
  const firms = await createBiddingFirms(test.platform, 5)
  const [stranger, ...members] = firms
  for (const member of members) await join(member.staff(announced), pool)
  const round = await announceRound(owner, 'RANDOM_DRAW', 'STATE', { preselectionPoolNumber: pool.number })

  if (stranger) await expect(signUpFirm(stranger, round.number)).rejects.toMatchObject({ code: 'NOT_PRESELECTED' })
  for (const member of members) await signUpFirm(member, round.number)
  const gone = members[0]
  await removeFromPreselectionPool(keeper, {
    clientMutationId: randomUUID(),
    number: pool.number,
    uscc: gone?.uscc ?? '',
    reasons: '不再符合入库条件。',
  })
  await sweepAt(test.platform, roundTimes.frozen)

  const row = await test.platform.prisma.selection.findUniqueOrThrow({ where: { id: round.id }, include: { signUps: true } })
  expect(row.state).toBe('CLOSED')
  expect((row.pool as unknown as FrozenPool).places).toHaveLength(3)
  const out = row.signUps.filter(({ state }) => state === 'EXCLUDED')
  expect(out).toMatchObject([{ intermediaryId: gone?.intermediaryId, exclusion: { code: 'NOT_PRESELECTED' } }])

  const other = announceRound(owner, 'RANDOM_DRAW', 'STATE', {
    preselectionPoolNumber: pool.number,
    serviceItemCode: certified.serviceItemCode,
  })
  await expect(other).rejects.toMatchObject({ code: 'POOL_FOR_OTHER_ITEM' })
})
