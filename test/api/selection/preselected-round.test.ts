import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FrozenPool } from '#domain/selection/pool.ts'
import { removeFromPreselectionPool } from '#services/selection/remove-from-preselection-pool.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { createPool, join, poolKeeper } from '#test/factories/preselecting.ts'
import { announceRound, createBiddingFirms, roundTimes, signUpFirm, sweepAt } from '#test/factories/selecting.ts'
import { certified } from '#test/factories/upkeep.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform

beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

it('R3: out of a preselection pool only its members sign up, and whoever is out of it by closing is out of the round', async () => {
  const at = roundTimes.announced
  const keeper = await poolKeeper(test.platform, at)
  const pool = await createPool(keeper, { serviceItemCode: 'ZJ-EIA-001', divisionCode: '410100' })
  const owner = await createOwner(test.platform, at)
  const firms = await createBiddingFirms(test.platform, 5)
  const [stranger, ...members] = firms
  for (const member of members) await join(member.staff(at), pool)
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
