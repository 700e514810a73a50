import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ObjectionConsequence } from '#domain/selection/objection.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import { decideObjection } from '#services/selection/decide-objection.ts'
import { objectToResult } from '#services/selection/object-to-result.ts'
import { withdrawObjection } from '#services/selection/withdraw-objection.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
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
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let officer: (at: string) => UseCaseContext
let firms: readonly BiddingFirm[]
let round: AnnouncedRound
let ids: readonly string[]
/** Friday: publicity runs Monday to Wednesday. */
const friday = '2026-11-06T02:00:00Z'
const monday = '2026-11-09T02:00:00Z'
const thursday = '2026-11-12T02:00:00Z'
let owner: UseCaseContext

beforeAll(async () => {
  test = await openTestPlatform()
  officer = await createReformOffice(test.platform)
  owner = await createOwner(test.platform, roundTimes.announced)
  firms = await createBiddingFirms(test.platform, 4)
})
afterAll(() => test.close())
beforeEach(async () => {
  round = await announceRound(owner, 'RANDOM_DRAW')
  const signed: string[] = []
  for (const firm of firms.slice(0, 3)) signed.push(await signUpFirm(firm, round.number))
  ids = signed
  await sweepAt(test.platform, roundTimes.frozen)
  await proposeInOrder(test.platform, round, ids, friday)
})

const staffOf = (index: number, at: string): UseCaseContext => {
  const firm = firms[index]
  if (!firm) throw new Error(`no firm ${index}`)
  return firm.staff(at)
}
const rowOf = () => test.platform.prisma.selection.findUniqueOrThrow({ where: { id: round.id } })
const untilOf = async () => fromDbDayOrNull((await rowOf()).publicityUntilOn)
const step = () => ({ clientMutationId: randomUUID(), number: round.number })
const object = (index: number, at = monday) =>
  objectToResult(staffOf(index, at), { ...step(), grounds: '中选机构报名时项目负责人不在岗，请核查。' })
const answer = (objectionNumber: string, at: string, consequence: ObjectionConsequence | null, by = officer(at)) =>
  decideObjection(by, {
    ...step(),
    objectionNumber,
    outcome: consequence ? 'UPHELD' : 'REJECTED',
    consequence,
    reasons: '经核查，理由如下。',
  })

describe('R3: objections pause the publicity', () => {
  it('nothing is awarded while one is open; dismissed, the days that were left go on', async () => {
    const number = await object(1)
    expect(await rowOf()).toMatchObject({ state: 'DISPUTED' })
    const [objection] = await test.platform.prisma.selectionObjection.findMany({ where: { number } })
    expect(fromDbDayOrNull(objection?.answerDueOn ?? null)).toBe('2026-11-12')
    await sweepAt(test.platform, '2026-11-20T02:00:00Z')
    expect(await rowOf()).toMatchObject({ state: 'DISPUTED', engagementId: null })
    await answer(number, thursday, null)
    // Monday was run; Tuesday and Wednesday were left.
    expect(await untilOf()).toBe('2026-11-16')
    await sweepAt(test.platform, '2026-11-16T17:00:00Z')
    expect(await rowOf()).toMatchObject({ state: 'AWARDED', winnerId: ids[0] })
  })

  it('goes on only when the last is answered or taken back', async () => {
    const [first, second] = [await object(1), await object(2)]
    await answer(first, thursday, null)
    expect(await rowOf()).toMatchObject({ state: 'DISPUTED' })
    await withdrawObjection(staffOf(2, thursday), step())
    expect(await rowOf()).toMatchObject({ state: 'PUBLICITY' })
    await expect(answer(second, thursday, null)).rejects.toMatchObject({ code: 'OBJECTION_DECIDED' })
  })

  it('upheld, the winner is out and the next has three days of its own', async () => {
    await answer(await object(1), thursday, 'EXCLUDE_WINNER')
    expect(await rowOf()).toMatchObject({ state: 'PUBLICITY', winnerId: ids[1], publicityPausedAt: null })
    expect(await untilOf()).toBe('2026-11-17')
    const out = await test.platform.prisma.signUp.findUniqueOrThrow({ where: { id: ids[0] ?? '' } })
    expect(out).toMatchObject({ state: 'EXCLUDED', exclusion: { code: 'OBJECTION_UPHELD' } })
  })

  it('two upheld against one winner put out that winner alone; the new publicity waits for the last answer', async () => {
    const [first, second] = [await object(1), await object(2)]
    await answer(first, thursday, 'EXCLUDE_WINNER')
    expect(await rowOf()).toMatchObject({ state: 'DISPUTED', winnerId: ids[1] })
    await answer(second, thursday, 'EXCLUDE_WINNER')
    expect(await rowOf()).toMatchObject({ state: 'PUBLICITY', winnerId: ids[1] })
    expect(await untilOf()).toBe('2026-11-17')
  })

  it('upheld against the whole procedure, the round fails', async () => {
    const number = await object(1)
    await answer(number, thursday, 'FAIL')
    expect(await rowOf()).toMatchObject({ state: 'FAILED', failure: { code: 'OBJECTION_UPHELD', objection: number }, winnerId: null })
  })
})

describe('who may object and who answers', () => {
  it('a bidder, once at a time, until the last day is over', async () => {
    await object(1)
    await expect(object(1)).rejects.toMatchObject({ code: 'OBJECTION_OPEN' })
    await expect(object(3)).rejects.toBeInstanceOf(NotFoundError)
  })

  it('not after the publicity', async () => {
    await object(1, '2026-11-11T15:59:00Z')
    await withdrawObjection(staffOf(1, '2026-11-11T15:59:30Z'), step())
    expect(await untilOf()).toBe('2026-11-12')
    await expect(object(1, '2026-11-12T16:00:00Z')).rejects.toMatchObject({ code: 'NOT_IN_PUBLICITY' })
  })

  it('only the supervising body answers, with reasons: not the owner, not an agency, not another office, not a party', async () => {
    const number = await object(1)
    const others: UseCaseContext[] = [
      later(owner, thursday),
      contextOf(test.platform, thursday, { roles: ['WINDOW_OFFICER', 'AGENCY_MANAGER', 'DECIDER', 'ADMINISTRATOR'] }),
      contextOf(test.platform, thursday, { roles: ['REFORM_OFFICE'], organisationId: randomUUID() }),
      { ...officer(thursday), viewer: { ...officer(thursday).viewer, subjectId: owner.viewer.subjectId } },
    ]
    for (const other of others) await expect(answer(number, thursday, null, other)).rejects.toBeInstanceOf(ForbiddenError)
    const silent = decideObjection(officer(thursday), { ...step(), objectionNumber: number, outcome: 'REJECTED', reasons: ' ' })
    await expect(silent).rejects.toMatchObject({ code: 'REASONS_REQUIRED' })
    const vague = decideObjection(officer(thursday), { ...step(), objectionNumber: number, outcome: 'UPHELD', reasons: '成立' })
    await expect(vague).rejects.toMatchObject({ code: 'CONSEQUENCE_REQUIRED' })
  })
})
