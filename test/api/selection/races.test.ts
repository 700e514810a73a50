import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FrozenPool } from '#domain/selection/pool.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { stepBack } from '#services/selection/step-back.ts'
import { withdrawSignUp } from '#services/selection/withdraw-sign-up.ts'
import { createOwner } from '#test/factories/choosing.ts'
import {
  announceRound,
  createBiddingFirms,
  createReformOffice,
  proposeInOrder,
  roundTimes,
  signUpFirm,
  sweepAt,
} from '#test/factories/selecting.ts'
import type { AnnouncedRound, BiddingFirm } from '#test/factories/selecting.ts'
import { createCase, decisionTexts, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let owner: UseCaseContext
const drawnAt = '2026-11-06T02:00:00Z'
const awardAt = '2026-11-11T17:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
  await createReformOffice(test.platform)
  owner = await createOwner(test.platform, roundTimes.announced)
})
afterAll(() => test.close())

const rowOf = ({ id }: AnnouncedRound) => test.platform.prisma.selection.findUniqueOrThrow({ where: { id } })
const countOf = (round: AnnouncedRound, kind: string) =>
  test.platform.prisma.selectionEvent.count({ where: { selectionId: round.id, kind } })

/** A round of three firms in sign-up; with `order` in publicity. */
async function playRound(isProposed: boolean): Promise<{ round: AnnouncedRound; firms: readonly BiddingFirm[]; ids: readonly string[] }> {
  const firms = await createBiddingFirms(test.platform, 3)
  const round = await announceRound(owner, 'RANDOM_DRAW')
  const ids: string[] = []
  for (const firm of firms) ids.push(await signUpFirm(firm, round.number))
  if (isProposed) {
    await sweepAt(test.platform, roundTimes.frozen)
    await proposeInOrder(test.platform, round, ids, drawnAt)
  }
  return { round, firms, ids }
}

const firstOf = <T>([first]: readonly T[]): T => {
  if (first === undefined) throw new Error('empty')
  return first
}

describe('races end one way or the other, never in between', () => {
  it('six closings at once freeze one pool', async () => {
    const { round } = await playRound(false)
    await Promise.all(Array.from({ length: 6 }, () => sweepAt(test.platform, roundTimes.frozen)))
    expect(await countOf(round, 'CLOSED')).toBe(1)
    expect(((await rowOf(round)).pool as unknown as FrozenPool).places).toHaveLength(3)
  })

  it('a withdrawal received before the line against the closing: in the pool or withdrawn, never both', async () => {
    for (let time = 0; time < 5; time++) {
      const { round, firms } = await playRound(false)
      const staff = firstOf(firms).staff('2026-11-05T09:59:59Z')
      const [withdrawn] = await Promise.allSettled([
        withdrawSignUp(staff, { clientMutationId: randomUUID(), number: round.number }),
        sweepAt(test.platform, roundTimes.frozen),
      ])
      const { pool } = await rowOf(round)
      const isIn = (pool as unknown as FrozenPool).places.some(({ uscc }) => uscc === firstOf(firms).uscc)
      expect(isIn).toBe(withdrawn.status === 'rejected')
      if (withdrawn.status === 'rejected') expect(withdrawn.reason).toMatchObject({ code: 'SIGN_UP_CLOSED' })
    }
  })

  it('the winner steps back while the award is made: either it is awarded, or the next is proposed', async () => {
    for (let time = 0; time < 6; time++) {
      const { round, firms, ids } = await playRound(true)
      const back = () =>
        stepBack(firstOf(firms).staff(awardAt), { clientMutationId: randomUUID(), number: round.number, reasons: '人手不足' })
      const award = () => sweepAt(test.platform, awardAt)
      const settled = await Promise.allSettled(time % 2 === 0 ? [back(), award()] : [award(), back()])
      const stepped = settled[time % 2 === 0 ? 0 : 1]
      const row = await rowOf(round)
      const engagements = await test.platform.prisma.engagement.count({ where: { selection: { id: round.id } } })
      if (stepped?.status === 'fulfilled') {
        expect(row).toMatchObject({ state: 'PUBLICITY', winnerId: ids[1], engagementId: null })
        expect(engagements).toBe(0)
      } else {
        expect(stepped?.reason).toMatchObject({ code: 'STEP_BACK_NOT_POSSIBLE' })
        expect(row).toMatchObject({ state: 'AWARDED', winnerId: ids[0] })
        expect(engagements).toBe(1)
      }
    }
  })

  it('a listing decided between closing and award, and one decided while it is made, is never passed over', async () => {
    for (const isAtOnce of [false, true]) {
      const { round, firms, ids } = await playRound(true)
      const winner = firstOf(firms)
      const people = peopleOf(test.platform, winner.subjectId, awardAt)
      const caseId = await createCase(people, winner.uscc, 'DEFENCE_FILED')
      const list = async () =>
        decideViolation(people.decider, {
          ...(await stepOf(people.decider, caseId)),
          outcome: 'LISTED',
          publicUntilOn: '2028-11-12',
          ...decisionTexts,
        })
      if (!isAtOnce) await list()
      await Promise.all([sweepAt(test.platform, awardAt), ...(isAtOnce ? [list()] : [])])
      const row = await rowOf(round)
      expect(await test.platform.prisma.listEntry.count({ where: { subjectId: winner.subjectId } })).toBe(1)
      if (row.state === 'AWARDED') {
        // Only where the award came first: the listing waited for it.
        expect(isAtOnce).toBe(true)
        expect(row.winnerId).toBe(ids[0])
      } else expect(row).toMatchObject({ state: 'PUBLICITY', winnerId: ids[1] })
    }
  })

  it('ten sign-ups received before the line and a closing at once: every one accepted stands in the pool', async () => {
    const firms = await createBiddingFirms(test.platform, 10)
    const round = await announceRound(owner, 'RANDOM_DRAW')
    const sends = firms.map((firm) => signUpFirm(firm, round.number, '2026-11-05T09:59:59.999Z'))
    const [settled] = await Promise.all([Promise.allSettled(sends), sweepAt(test.platform, roundTimes.frozen)])
    const accepted = settled.filter(({ status }) => status === 'fulfilled').length
    const { pool } = await rowOf(round)
    expect((pool as unknown as FrozenPool).places).toHaveLength(accepted)
    for (const each of settled) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'SIGN_UP_CLOSED' })
  })
})
