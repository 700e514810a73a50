import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { canonicalPool } from '#domain/selection/pool.ts'
import type { FrozenPool } from '#domain/selection/pool.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { ForbiddenError, NotFoundError, ValidationError } from '#services/kernel/use-case-error.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { answerClarification } from '#services/selection/answer-clarification.ts'
import { askClarification } from '#services/selection/ask-clarification.ts'
import { markContracted } from '#services/selection/mark-contracted.ts'
import { reAnnounce } from '#services/selection/re-announce.ts'
import { signUp } from '#services/selection/sign-up.ts'
import { stepBack } from '#services/selection/step-back.ts'
import { withdrawSignUp } from '#services/selection/withdraw-sign-up.ts'
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
let owner: UseCaseContext
let firms: readonly BiddingFirm[]
let round: AnnouncedRound
const [one, two, three, four] = [0, 1, 2, 3] as const

beforeAll(async () => {
  test = await openTestPlatform()
  await createReformOffice(test.platform)
  owner = await createOwner(test.platform, roundTimes.announced)
  firms = await createBiddingFirms(test.platform, 4)
})
beforeEach(async () => {
  round = await announceRound(owner, 'RANDOM_DRAW')
})
afterAll(() => test.close())

const firm = (index: number): BiddingFirm => {
  const found = firms[index]
  if (!found) throw new Error(`no firm ${index}`)
  return found
}
const rowOf = ({ id }: AnnouncedRound) => test.platform.prisma.selection.findUniqueOrThrow({ where: { id } })
const signUpOf = (id: string) => test.platform.prisma.signUp.findUniqueOrThrow({ where: { id } })
const poolOf = async (of: AnnouncedRound) => (await rowOf(of)).pool as unknown as FrozenPool
const stepOf = async (of: AnnouncedRound) => ({ clientMutationId: randomUUID(), number: of.number, version: (await rowOf(of)).version })
const ownStep = () => ({ clientMutationId: randomUUID(), number: round.number })
const allSignUp = () => Promise.all([one, two, three].map((index) => signUpFirm(firm(index), round.number)))

describe('R3: sign-up', () => {
  it('counts what the server received before the line, and nothing at or after it', async () => {
    await signUpFirm(firm(one), round.number, '2026-11-05T09:59:59.999Z')
    await expect(signUpFirm(firm(two), round.number, roundTimes.closes)).rejects.toMatchObject({ code: 'SIGN_UP_CLOSED' })
  })

  it('is one a firm, twenty parallel sends included; taken back it can be made again', async () => {
    const wish = { ...ownStep(), practitionerIds: [firm(one).practitionerId] }
    const staff = firm(one).staff(roundTimes.inSignUp)
    const sends = await Promise.allSettled(Array.from({ length: 20 }, () => signUp(staff, { ...wish, clientMutationId: randomUUID() })))
    expect(sends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const each of sends) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'ALREADY_SIGNED_UP' })
    const id = await withdrawSignUp(staff, ownStep())
    expect(await signUpOf(id)).toMatchObject({ state: 'WITHDRAWN' })
    await expect(withdrawSignUp(staff, ownStep())).rejects.toMatchObject({ code: 'NOT_SIGNED_UP' })
    expect(await signUp(staff, { ...wish, clientMutationId: randomUUID() })).toBe(id)
    expect(await signUpOf(id)).toMatchObject({ state: 'ACTIVE', endedAt: null })
    expect(await test.platform.prisma.signUp.count({ where: { selectionId: round.id } })).toBe(1)
  })

  it('takes a team of the firm’s own people only', async () => {
    const strange = { ...ownStep(), practitionerIds: [firm(one).practitionerId, firm(two).practitionerId] }
    const tried = signUp(firm(one).staff(roundTimes.inSignUp), strange)
    await expect(tried).rejects.toBeInstanceOf(ValidationError)
    await expect(tried).rejects.toMatchObject({ fields: [{ path: 'practitionerIds.1', code: 'NOT_OWN_PRACTITIONER' }] })
  })

  it('is refused to whoever asks more, or longer, than was announced', async () => {
    const cheap = await announceRound(owner, 'RANDOM_DRAW', 'STATE', { ceilingFen: 1_199_999 })
    await expect(signUpFirm(firm(one), cheap.number)).rejects.toMatchObject({ code: 'FEE_OVER_ANNOUNCED_CEILING' })
    const quick = await announceRound(owner, 'RANDOM_DRAW', 'STATE', { maxWorkingDays: 9 })
    await expect(signUpFirm(firm(one), quick.number)).rejects.toMatchObject({ code: 'TOO_MANY_WORKING_DAYS' })
  })

  it.each(['WINDOW_OFFICER', 'AGENCY_MANAGER', 'APPLICANT', 'REFORM_OFFICE'] as const)(
    '003 三(三): %s can sign nobody up',
    async (role) => {
      const staff = contextOf(test.platform, roundTimes.inSignUp, { roles: [role], subjectId: firm(one).subjectId })
      await expect(signUp(staff, { ...ownStep(), practitionerIds: [firm(one).practitionerId] })).rejects.toBeInstanceOf(ForbiddenError)
      await expect(withdrawSignUp(staff, ownStep())).rejects.toBeInstanceOf(ForbiddenError)
      await expect(stepBack(staff, { ...ownStep(), reasons: '代为弃选' })).rejects.toBeInstanceOf(ForbiddenError)
    },
  )

  it('a draft is found by nobody who would sign up', async () => {
    await expect(
      signUp(firm(one).staff(roundTimes.inSignUp), { ...ownStep(), number: 'XX-2026-000000', practitionerIds: [firm(one).practitionerId] }),
    ).rejects.toBeInstanceOf(NotFoundError)
  })
})

describe('R3: clarifications', () => {
  it('are public without the asker, answered once and before the line', async () => {
    const asker = firm(one).staff(roundTimes.inSignUp)
    const id = await askClarification(asker, { ...ownStep(), question: '是否包含现场监测？' })
    const answer = { clientMutationId: randomUUID(), number: round.number, clarificationId: id, answer: '包含。' }
    await expect(answerClarification(asker, answer)).rejects.toBeInstanceOf(ForbiddenError)
    await expect(answerClarification(later(owner, roundTimes.closes), answer)).rejects.toMatchObject({ code: 'SIGN_UP_CLOSED' })
    await answerClarification(later(owner, roundTimes.inSignUp), answer)
    const again = { ...answer, clientMutationId: randomUUID(), answer: '不包含。' }
    await expect(answerClarification(later(owner, roundTimes.inSignUp), again)).rejects.toMatchObject({ code: 'ALREADY_ANSWERED' })
    await expect(askClarification(firm(two).staff(roundTimes.closes), { ...ownStep(), question: '还能提问吗？' })).rejects.toMatchObject({
      code: 'SIGN_UP_CLOSED',
    })
  })
})

describe('R3: closing', () => {
  it('freezes the pool by code, with its hash, ninety seconds after the line; later edits don’t reach it', async () => {
    const ids = await Promise.all([three, one, two].map((index) => signUpFirm(firm(index), round.number)))
    await sweepAt(test.platform, '2026-11-05T10:01:29.999Z')
    expect(await rowOf(round)).toMatchObject({ state: 'SIGN_UP', pool: null })
    await sweepAt(test.platform, roundTimes.frozen)
    const row = await rowOf(round)
    const pool = await poolOf(round)
    expect(row.state).toBe('CLOSED')
    expect(pool.places.map(({ uscc }) => uscc)).toEqual([one, two, three].map((index) => firm(index).uscc).sort())
    expect(pool.places.map(({ place, feeFen, promisedWorkingDays }) => [place, feeFen, promisedWorkingDays])).toEqual(
      [1, 2, 3].map((place) => [place, 1_200_000, 10]),
    )
    expect(row.poolHash).toBe(createHash('sha256').update(canonicalPool(pool)).digest('hex'))
    expect((await signUpOf(ids[1] ?? '')).place).toBe(pool.places.find(({ uscc }) => uscc === firm(one).uscc)?.place)

    await test.platform.prisma.serviceOffering.updateMany({
      where: { intermediaryId: firm(one).intermediaryId },
      data: { version: { increment: 1 } },
    })
    expect(await poolOf(round)).toEqual(pool)
    const changed = test.platform.prisma.selection.update({ where: { id: round.id }, data: { pool: {} } })
    await expect(changed).rejects.toThrow(/never changed/)
  })

  it('with two bidders for state money the round fails, and both are told why', async () => {
    const ids = await Promise.all([one, two].map((index) => signUpFirm(firm(index), round.number)))
    await sweepAt(test.platform, roundTimes.frozen)
    const failure = { code: 'POOL_TOO_SMALL', found: 2, minimum: 3 }
    expect(await rowOf(round)).toMatchObject({ state: 'FAILED', failure })
    for (const id of ids) expect((await signUpOf(id)).outcome).toEqual({ code: 'ROUND_FAILED', refusal: failure })
  })

  it('puts out whoever was listed meanwhile, with the reason; the others go on', async () => {
    const ids = await Promise.all([one, two, three, four].map((index) => signUpFirm(firm(index), round.number)))
    await withBar(firm(four), async () => {
      await sweepAt(test.platform, roundTimes.frozen)
    })
    expect((await poolOf(round)).places).toHaveLength(3)
    expect(await signUpOf(ids[3] ?? '')).toMatchObject({ state: 'EXCLUDED', place: null, exclusion: { code: 'INTERMEDIARY_BLACKLISTED' } })
  })
})

describe('R3: publicity and award', () => {
  const drawnAt = '2026-11-06T02:00:00Z'
  const dayAfter = '2026-11-11T17:00:00Z'
  let ids: string[]

  beforeEach(async () => {
    ids = await allSignUp()
    await sweepAt(test.platform, roundTimes.frozen)
    await proposeInOrder(test.platform, round, ids, drawnAt)
  })

  it('awards after three working days, once, and makes the engagement at the frozen fee', async () => {
    expect(fromDbDay((await rowOf(round)).publicityUntilOn ?? new Date(0))).toBe('2026-11-11')
    await sweepAt(test.platform, '2026-11-11T15:59:00Z')
    expect(await rowOf(round)).toMatchObject({ state: 'PUBLICITY' })
    await test.platform.prisma.serviceOffering.updateMany({
      where: { intermediaryId: firm(one).intermediaryId },
      data: { promisedWorkingDays: 99 },
    })
    await Promise.all(Array.from({ length: 4 }, () => sweepAt(test.platform, dayAfter)))
    const row = await rowOf(round)
    expect(row).toMatchObject({ state: 'AWARDED', winnerId: ids[0] })
    expect(fromDbDay(row.contractDueOn ?? new Date(0))).toBe('2026-12-12')
    const made = await test.platform.prisma.engagement.findMany({ where: { selection: { id: round.id } } })
    expect(made).toMatchObject([
      {
        mode: 'RANDOM_DRAW',
        feeFen: 1_200_000,
        promisedWorkingDays: 10,
        intermediaryId: firm(one).intermediaryId,
        applicantId: owner.viewer.subjectId,
      },
    ])
    expect(await test.platform.prisma.engagement.count({ where: { intermediaryId: firm(one).intermediaryId } })).toBe(1)
    expect((await Promise.all(ids.map(signUpOf))).map(({ outcome }) => (outcome as { code: string }).code)).toEqual([
      'WON',
      'OTHER_RANKED_FIRST',
      'OTHER_RANKED_FIRST',
    ])
    await test.platform.prisma.serviceOffering.updateMany({
      where: { intermediaryId: firm(one).intermediaryId },
      data: { promisedWorkingDays: 10 },
    })
  })

  it('the contract ends it well; without one in thirty days the round fails and the engagement ends', async () => {
    await sweepAt(test.platform, dayAfter)
    const { engagementId } = await rowOf(round)
    await sweepAt(test.platform, '2026-12-12T15:00:00Z')
    expect(await rowOf(round)).toMatchObject({ state: 'AWARDED' })
    const other = await announceRound(owner, 'RANDOM_DRAW')
    await runInTransaction(contextOf(test.platform, '2026-12-01T02:00:00Z'), (unit) => markContracted(unit, other.id))
    await sweepAt(test.platform, '2026-12-12T17:00:00Z')
    expect(await rowOf(round)).toMatchObject({ state: 'FAILED', failure: { code: 'CONTRACT_NOT_FILED', contractDueOn: '2026-12-12' } })
    expect(await test.platform.prisma.engagement.findUniqueOrThrow({ where: { id: engagementId ?? '' } })).toMatchObject({
      state: 'TERMINATED',
      terminationCause: 'NO_CONTRACT',
    })
  })

  it('a contract in force makes it CONTRACTED, and nothing lapses afterwards', async () => {
    await sweepAt(test.platform, dayAfter)
    const { engagementId } = await rowOf(round)
    for (let time = 0; time < 2; time++) {
      await runInTransaction(contextOf(test.platform, '2026-12-01T02:00:00Z'), (unit) => markContracted(unit, engagementId ?? ''))
    }
    await sweepAt(test.platform, '2026-12-20T02:00:00Z')
    expect(await rowOf(round)).toMatchObject({ state: 'CONTRACTED', failure: null })
  })

  it('a winner listed before the award is out; the next has a publicity of its own', async () => {
    await withBar(firm(one), () => sweepAt(test.platform, dayAfter))
    const row = await rowOf(round)
    expect(row).toMatchObject({ state: 'PUBLICITY', winnerId: ids[1] })
    expect(fromDbDay(row.publicityUntilOn ?? new Date(0))).toBe('2026-11-17')
    expect(await signUpOf(ids[0] ?? '')).toMatchObject({
      state: 'EXCLUDED',
      outcome: { code: 'EXCLUDED', refusal: { code: 'INTERMEDIARY_BLACKLISTED' } },
    })
    expect(await test.platform.prisma.engagement.count({ where: { selection: { id: round.id } } })).toBe(0)
  })

  it('a winner who steps back gives way; when all have, the round fails', async () => {
    for (const index of [one, two]) await stepBack(firm(index).staff(drawnAt), { ...ownStep(), reasons: '人手不足' })
    expect(await rowOf(round)).toMatchObject({ state: 'PUBLICITY', winnerId: ids[2] })
    await expect(stepBack(firm(three).staff(drawnAt), { ...ownStep(), reasons: ' ' })).rejects.toMatchObject({ code: 'REASONS_REQUIRED' })
    await stepBack(firm(three).staff(drawnAt), { ...ownStep(), reasons: '另有项目' })
    expect(await rowOf(round)).toMatchObject({ state: 'FAILED', failure: { code: 'NO_ELIGIBLE_BIDDER' } })
  })

  it('once awarded, no one steps back', async () => {
    await sweepAt(test.platform, dayAfter)
    const late = stepBack(firm(one).staff(dayAfter), { ...ownStep(), reasons: '后悔了' })
    await expect(late).rejects.toMatchObject({ code: 'STEP_BACK_NOT_POSSIBLE', facts: { state: 'AWARDED' } })
  })
})

describe('R3: one re-announcement', () => {
  const times = { signUpClosesAt: new Date('2026-11-12T10:00:00Z') }
  const again = { at: '2026-11-06T02:00:00Z', frozen: '2026-11-12T10:02:00Z' }

  it('brings a second round on the same terms; after it only direct choice is left, for private money', async () => {
    const first = await announceRound(owner, 'RANDOM_DRAW', 'PRIVATE')
    await sweepAt(test.platform, roundTimes.frozen)
    expect(await rowOf(first)).toMatchObject({ state: 'FAILED', failure: { code: 'POOL_TOO_SMALL', found: 0, minimum: 1 } })
    const id = await reAnnounce(later(owner, again.at), { ...(await stepOf(first)), ...times })
    const second = await test.platform.prisma.selection.findUniqueOrThrow({ where: { id } })
    expect(second).toMatchObject({ state: 'SIGN_UP', round: 2, previousId: first.id, fundSource: 'PRIVATE' })
    expect(await rowOf(first)).toMatchObject({ state: 'RE_ANNOUNCED' })
    await expect(reAnnounce(later(owner, again.at), { ...(await stepOf(first)), ...times })).rejects.toMatchObject({ code: 'NOT_FAILED' })
    await sweepAt(test.platform, again.frozen)
    const third = reAnnounce(later(owner, '2026-11-13T02:00:00Z'), {
      ...(await stepOf(second)),
      signUpClosesAt: new Date('2026-11-20T10:00:00Z'),
    })
    await expect(third).rejects.toMatchObject({ code: 'RE_ANNOUNCEMENTS_USED_UP', facts: { allowed: 1 } })
  })
})

/** Runs the work while the firm is on the list, as its standing says it. */
async function withBar({ subjectId }: BiddingFirm, work: () => Promise<void>): Promise<void> {
  const days = { from: '2026-11-01', until: '2027-11-01' }
  const bar = { kind: 'PROVIDE_SERVICES', ...days, reasonCode: 'LISTED', clause: '三(三)', sourceId: null, isHold: false }
  const ruleSetVersion = ''
  const columns = { grade: 'E', bars: [{ ...bar, ruleSetVersion }], ruleSetVersion, computedAt: new Date(roundTimes.announced) }
  await test.platform.prisma.creditStanding.upsert({ where: { subjectId }, create: { subjectId, ...columns }, update: columns })
  await work()
  await test.platform.prisma.creditStanding.delete({ where: { subjectId } })
}
