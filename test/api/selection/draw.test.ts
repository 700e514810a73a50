import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { drawMethodSchema, drawTranscriptSchema } from '#domain/selection/draw-transcript.ts'
import type { SelectionResult } from '#domain/selection/evaluation-result.ts'
import { verifyTranscript } from '#domain/selection/verify-transcript.ts'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { commitDraw } from '#services/selection/commit-draw.ts'
import { enterLotteryNumbers } from '#services/selection/enter-lottery-numbers.ts'
import { revealContribution } from '#services/selection/reveal-contribution.ts'
import { advanceDraw } from '#services/selection/run-draw.ts'
import { signUp } from '#services/selection/sign-up.ts'
import { stepBack } from '#services/selection/step-back.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { hashOfText, proofTools } from '#test/factories/drawing.ts'
import { contextOf } from '#test/factories/people.ts'
import { openRelay } from '#test/factories/relay.ts'
import type { TestRelay } from '#test/factories/relay.ts'
import { announceRound, createBiddingFirms, createReformOffice, roundTimes, signUpFirm, sweepAt } from '#test/factories/selecting.ts'
import type { AnnouncedRound, BiddingFirm } from '#test/factories/selecting.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let database: TestPlatform
let relay: TestRelay
let platform: Platform
let owner: UseCaseContext
let firms: readonly BiddingFirm[]
let officer: (at: string) => UseCaseContext
let auditor: (at: string) => UseCaseContext

beforeAll(async () => {
  database = await openTestPlatform()
  relay = await openRelay()
  platform = { ...database.platform, beacon: relay.source }
  officer = await createReformOffice(platform)
  const auditorId = randomUUID()
  auditor = (at) => contextOf(platform, at, { roles: ['AUDITOR'], userId: auditorId })
  owner = await createOwner(platform, roundTimes.announced)
  firms = await createBiddingFirms(platform, 5)
})
afterAll(async () => {
  await relay.close()
  await database.close()
})
beforeEach(() => {
  relay.mood = 'HONEST'
  relay.asked.length = 0
})

const texts = ['first firm’s own words 1', 'second firm’s own words 2'] as const

/** A round closed with the first four firms; the first two committed to a contribution. */
async function closedRound(
  of: { platform?: Platform; by?: UseCaseContext; mode?: 'RANDOM_DRAW' | 'CREDIT_SHORTLIST' } = {},
): Promise<AnnouncedRound> {
  const round = await announceRound(of.by ?? owner, of.mode ?? 'RANDOM_DRAW')
  for (const [index, firm] of firms.slice(0, 4).entries()) {
    const contribution = texts[index]
    if (contribution === undefined) await signUpFirm(firm, round.number)
    else
      await signUp(firm.staff(roundTimes.inSignUp), {
        ...{ clientMutationId: randomUUID(), number: round.number, practitionerIds: [firm.practitionerId] },
        contributionHash: hashOfText(contribution),
      })
  }
  await sweepAt(of.platform ?? platform, roundTimes.frozen)
  return round
}

const rowOf = ({ id }: AnnouncedRound) =>
  platform.prisma.selection.findUniqueOrThrow({ where: { id }, include: { draw: true, events: { orderBy: { id: 'asc' } } } })
const advance = ({ id }: AnnouncedRound, at: string) => advanceDraw(contextOf(platform, at), id)
/** Who has been told of it by messages of that kind. */
async function toldOf({ number }: AnnouncedRound, kind: string) {
  const quiet = { info: () => undefined, warn: () => undefined, debug: () => undefined, error: () => undefined }
  await drainOutbox(contextOf(platform, lotteryOver), quiet)
  const where = { kind, facts: { path: ['number'], equals: number } }
  return (await platform.prisma.notification.findMany({ where, orderBy: { recipient: 'asc' } })).map(({ recipient }) => recipient)
}
const transcriptOf = async (round: AnnouncedRound) => drawTranscriptSchema.parse((await rowOf(round)).draw?.transcript)
const verified = async (round: AnnouncedRound) => {
  const { draw, poolHash, events } = await rowOf(round)
  const told = events.find(({ kind }) => kind === 'DRAWN')?.facts as { transcript: string }
  const known = { secretHash: draw?.secretHash ?? '', poolHash: poolHash ?? '', sha256: told.transcript }
  return verifyTranscript(draw?.transcript, proofTools(relay.source.chain), known)
}

const afterDue = '2026-11-05T10:10:30Z'
const patienceOver = '2026-11-06T10:10:30Z'
const numbersThere = '2026-11-08T15:00:00Z'
const lotteryOver = '2026-11-11T16:00:00Z'
const revealOver = '2026-11-13T16:00:00Z'

describe('commitment at the announcement', () => {
  test('method and hash are public, the secret is sealed, and the database refuses to change either', async () => {
    const round = await announceRound(owner, 'RANDOM_DRAW')
    const { draw, events } = await rowOf(round)
    const method = drawMethodSchema.parse(draw?.method)
    expect(method.ladder.map(({ kind }) => kind)).toEqual(['DRAND', 'LOTTERY', 'CONTRIBUTIONS'])
    expect(method.ladder[0]).toMatchObject({ dueAt: '2026-11-05T10:10:00.000Z' })
    expect(events.find(({ kind }) => kind === 'DRAW_COMMITTED')).toMatchObject({ isPublic: true, facts: { secretHash: draw?.secretHash } })
    expect(draw).toMatchObject({ state: 'COMMITTED', secret: null })
    expect(hashOfText(platform.identityVault.open(draw?.secretCipher ?? ''))).toBe(draw?.secretHash)
    await expect(platform.prisma.draw.update({ where: { selectionId: round.id }, data: { secretHash: '0'.repeat(64) } })).rejects.toThrow()
    await expect(
      platform.prisma.draw.update({ where: { selectionId: round.id }, data: { method: { ...method, ladder: [] } } }),
    ).rejects.toThrow()
  })

  test('a secret that another draw has is refused', async () => {
    const round = await announceRound(owner, 'RANDOM_DRAW')
    const { draw } = await rowOf(round)
    const used = platform.identityVault.open(draw?.secretCipher ?? '')
    const other = await announceRound(owner, 'RANDOM_DRAW')
    await database.asOwner(`DELETE FROM "Draw" WHERE "selectionId" = '${other.id}'`)
    const asked = { selectionId: other.id, selectionNumber: other.number, closesAt: new Date(roundTimes.closes) }
    const again = runInTransaction(contextOf(platform, roundTimes.announced), (unit) => commitDraw(unit, asked, () => used))
    await expect(again).rejects.toMatchObject({ code: 'DRAW_SECRET_REUSED' })
  })

  test('without a relay the ladder begins with the lottery', async () => {
    const offline = { ...platform, beacon: { ...relay.source, urls: [] } }
    const round = await announceRound({ ...owner, ...offline }, 'RANDOM_DRAW')
    const { draw } = await rowOf(round)
    expect(drawMethodSchema.parse(draw?.method).ladder.map(({ kind }) => kind)).toEqual(['LOTTERY', 'CONTRIBUTIONS'])
  })
})

describe('by the beacon', () => {
  test('waits for the round, then draws the whole pool, tells the first of it and proves itself', async () => {
    const round = await closedRound()
    await advance(round, '2026-11-05T10:09:00Z')
    expect(await rowOf(round)).toMatchObject({ state: 'CLOSED', draw: { state: 'WAITING' } })
    expect(relay.asked).toEqual([])
    await advance(round, afterDue)
    const row = await rowOf(round)
    expect(row).toMatchObject({ state: 'PUBLICITY', draw: { state: 'DRAWN', rung: 0 } })
    expect((row.result as unknown as SelectionResult).ranking).toHaveLength(4)
    expect(row.winnerId).toBe((row.result as unknown as SelectionResult).ranking[0]?.signUpId)
    expect(await verified(round)).toMatchObject({ isTrue: true })
    expect(hashOfText(row.draw?.secret ?? '')).toBe(row.draw?.secretHash)
  })

  test('drawn once: a second sweep, and two at the same time, change nothing', async () => {
    const round = await closedRound()
    await Promise.all([advance(round, afterDue), advance(round, afterDue)])
    const first = await transcriptOf(round)
    await advance(round, patienceOver)
    expect(await transcriptOf(round)).toEqual(first)
    expect((await rowOf(round)).events.filter(({ kind }) => kind === 'DRAWN')).toHaveLength(1)
    const changed = platform.prisma.draw.update({ where: { selectionId: round.id }, data: { transcript: { drawnAt: 'x' } } })
    await expect(changed).rejects.toThrow()
  })

  test.each(['DOWN', 'LYING', 'BABBLING'] as const)('a relay that is %s gives nothing; the next day it may', async (mood) => {
    const round = await closedRound()
    relay.mood = mood
    await advance(round, afterDue)
    expect(await rowOf(round)).toMatchObject({ state: 'CLOSED', draw: { state: 'WAITING', rung: 0 } })
    relay.mood = 'HONEST'
    await advance(round, '2026-11-06T09:00:00Z')
    expect(await rowOf(round)).toMatchObject({ state: 'PUBLICITY' })
  })

  test('a bad relay is passed over for a good one', async () => {
    const round = await closedRound()
    const dead = { ...platform, beacon: { ...relay.source, urls: ['http://127.0.0.1:9', ...relay.source.urls] } }
    await advanceDraw(contextOf(dead, afterDue), round.id)
    expect(await rowOf(round)).toMatchObject({ state: 'PUBLICITY' })
  })

  test('a pool frozen after the round was due never meets it: the next source serves', async () => {
    const round = await announceRound(owner, 'RANDOM_DRAW')
    for (const firm of firms.slice(0, 3)) await signUpFirm(firm, round.number)
    await sweepAt(platform, '2026-11-05T10:30:00Z')
    await advance(round, '2026-11-05T10:31:00Z')
    const { draw, events, state } = await rowOf(round)
    expect({ state, rung: draw?.rung }).toEqual({ state: 'CLOSED', rung: 1 })
    expect(events.at(-1)).toMatchObject({ kind: 'RANDOMNESS_RUNG_PASSED', facts: { source: 'DRAND', because: 'POOL_FROZEN_LATE' } })
  })

  test('a bidder who steps back stays in the pool and in the order, and the next takes the place', async () => {
    const round = await closedRound()
    const pool = (await rowOf(round)).poolHash
    // Whoever it falls on is known only afterwards, so all but one step back before it.
    for (const firm of firms.slice(1, 4))
      await stepBack(firm.staff('2026-11-05T10:05:00Z'), {
        clientMutationId: randomUUID(),
        number: round.number,
        reasons: '人员不足，无法承接。',
      })
    await advance(round, afterDue)
    const row = await rowOf(round)
    expect(row.poolHash).toBe(pool)
    expect((row.result as unknown as SelectionResult).ranking).toHaveLength(4)
    const winner = await platform.prisma.signUp.findUniqueOrThrow({ where: { id: row.winnerId ?? '' } })
    expect(winner.intermediaryId).toBe(firms[0]?.intermediaryId)
    expect(await verified(round)).toMatchObject({ isTrue: true })
  })

  test('nobody but the worker advances it', async () => {
    const round = await closedRound()
    await expect(advanceDraw(officer(afterDue), round.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('by the lottery', () => {
  const numbers = { issue: '2026128', red: [33, 2, 17, 9, 25, 11], blue: 16 }
  const enter = (who: (at: string) => UseCaseContext, round: AnnouncedRound, at: string, changes: Partial<typeof numbers> = {}) =>
    enterLotteryNumbers(who(at), { clientMutationId: randomUUID(), number: round.number, ...numbers, ...changes })

  async function atLottery(): Promise<AnnouncedRound> {
    relay.mood = 'DOWN'
    const round = await closedRound()
    await advance(round, patienceOver)
    return round
  }

  test('the beacon not there after its day: the ladder passes on and says so; two people who agree make the draw', async () => {
    const round = await atLottery()
    expect((await rowOf(round)).events.at(-1)).toMatchObject({ kind: 'RANDOMNESS_RUNG_PASSED', facts: { because: 'BEACON_DID_NOT_COME' } })
    await expect(enter(officer, round, '2026-11-08T13:00:00Z')).rejects.toMatchObject({ code: 'LOTTERY_NOT_ASKED' })
    await enter(officer, round, numbersThere)
    expect(await rowOf(round)).toMatchObject({ state: 'CLOSED' })
    await expect(enter(officer, round, numbersThere)).rejects.toMatchObject({ code: 'ENTERED_ALREADY' })
    await enter(auditor, round, numbersThere, { red: [2, 9, 11, 17, 25, 33] })
    expect(await rowOf(round)).toMatchObject({ state: 'PUBLICITY', draw: { rung: 1 } })
    expect((await transcriptOf(round)).randomness).toMatchObject({ drawnOn: '2026-11-08', numbers: [2, 9, 11, 17, 25, 33, 16] })
    expect(await verified(round)).toMatchObject({ isTrue: true })
  })

  test('two that differ are both void, nothing tells what they were, and both may enter again', async () => {
    const round = await atLottery()
    await enter(officer, round, numbersThere)
    await enter(auditor, round, numbersThere, { blue: 15 })
    const { events, draw } = await rowOf(round)
    expect(events.at(-1)).toMatchObject({ kind: 'LOTTERY_NUMBERS_DIFFER', facts: {} })
    expect(draw?.state).toBe('WAITING')
    await enter(auditor, round, numbersThere)
    await enter(officer, round, numbersThere)
    expect(await rowOf(round)).toMatchObject({ state: 'PUBLICITY' })
  })

  test('two at the same moment: one after the other, and drawn once', async () => {
    const round = await atLottery()
    await Promise.all([enter(officer, round, numbersThere), enter(auditor, round, numbersThere)])
    expect((await rowOf(round)).events.filter(({ kind }) => kind === 'DRAWN')).toHaveLength(1)
  })

  test.each([
    ['a number twice', { red: [2, 2, 11, 17, 25, 33] }, 'LOTTERY_RED_INVALID'],
    ['a blue number that doesn’t exist', { blue: 17 }, 'LOTTERY_BLUE_INVALID'],
  ])('refuses %s', async (_name, changes, code) => {
    const round = await atLottery()
    await expect(enter(officer, round, numbersThere, changes)).rejects.toMatchObject({ code })
  })

  test('bidders, owners, agencies and administrators enter nothing', async () => {
    const round = await atLottery()
    for (const role of ['WINDOW_OFFICER', 'AGENCY_MANAGER', 'ADMINISTRATOR', 'APPLICANT', 'INTERMEDIARY'] as const) {
      const who = (at: string) => contextOf(platform, at, { roles: [role], userId: randomUUID() })
      await expect(enter(who, round, numbersThere)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  test('the beacon that comes late, before any number was entered, still serves', async () => {
    relay.mood = 'DOWN'
    const round = await closedRound()
    await advance(round, afterDue)
    relay.mood = 'HONEST'
    await advance(round, patienceOver)
    expect(await rowOf(round)).toMatchObject({ state: 'PUBLICITY', draw: { rung: 0 } })
  })
})

describe('by the bidders', () => {
  const reveal = (index: number, round: AnnouncedRound, at: string, contribution = texts[index] ?? '') =>
    revealContribution(firms[index]!.staff(at), { clientMutationId: randomUUID(), number: round.number, contribution })

  async function atContributions(): Promise<AnnouncedRound> {
    relay.mood = 'DOWN'
    const round = await closedRound()
    await advance(round, patienceOver)
    await advance(round, lotteryOver)
    return round
  }

  test('the office is told of the lottery, those who committed of their turn, each once and nobody else', async () => {
    const round = await atContributions()
    await advance(round, lotteryOver)
    const office = officer(lotteryOver).viewer.organisationId ?? ''
    expect(await toldOf(round, 'selections.numbersAwaited')).toEqual([`organisation:${office}:REFORM_OFFICE`])
    const committed = firms.slice(0, 2).map(({ staff }) => `subject:${staff(lotteryOver).viewer.subjectId ?? ''}`)
    expect(await toldOf(round, 'selections.contributionsAwaited')).toEqual(committed.sort())
  })

  test('both reveal: drawn at once, without waiting for the deadline', async () => {
    const round = await atContributions()
    await reveal(0, round, lotteryOver)
    await advance(round, lotteryOver)
    expect(await rowOf(round)).toMatchObject({ state: 'CLOSED' })
    await reveal(1, round, '2026-11-11T17:00:00Z')
    await advance(round, '2026-11-11T17:01:00Z')
    expect(await rowOf(round)).toMatchObject({ state: 'PUBLICITY', draw: { rung: 2 } })
    expect(await verified(round)).toMatchObject({ isTrue: true })
  })

  test('only what was committed to, only once, only in its time', async () => {
    const round = await atContributions()
    await expect(reveal(0, round, lotteryOver, 'something else')).rejects.toMatchObject({ code: 'CONTRIBUTION_DIFFERS' })
    await expect(reveal(2, round, lotteryOver, 'x')).rejects.toMatchObject({ code: 'NO_CONTRIBUTION_COMMITTED' })
    await reveal(0, round, lotteryOver)
    await expect(reveal(0, round, lotteryOver)).rejects.toMatchObject({ code: 'CONTRIBUTION_REVEALED' })
    await expect(reveal(1, round, revealOver)).rejects.toMatchObject({ code: 'CONTRIBUTION_NOT_ASKED' })
    const early = await closedRound()
    await expect(reveal(0, early, '2026-11-05T10:05:00Z')).rejects.toMatchObject({ code: 'CONTRIBUTION_NOT_ASKED' })
  })

  test('no source at all: the round fails and says why; the operator’s secret alone never draws', async () => {
    const round = await atContributions()
    await reveal(0, round, lotteryOver)
    await advance(round, revealOver)
    const row = await rowOf(round)
    expect(row).toMatchObject({
      state: 'FAILED',
      failure: { code: 'NO_PUBLIC_RANDOMNESS' },
      draw: { state: 'FAILED', secret: null, transcript: null },
    })
    expect(row.events.filter(({ kind }) => kind === 'RANDOMNESS_RUNG_PASSED')).toHaveLength(3)
  })
})
