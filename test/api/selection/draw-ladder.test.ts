import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { enterLotteryNumbers } from '#services/selection/enter-lottery-numbers.ts'
import { revealContribution } from '#services/selection/reveal-contribution.ts'
import {
  afterDue,
  contributionTexts,
  lotteryOver,
  numbersThere,
  openDrawRounds,
  patienceOver,
  revealOver,
} from '#test/factories/draw-rounds.ts'
import { contextOf } from '#test/factories/people.ts'
import type { AnnouncedRound } from '#test/factories/selecting.ts'
import { openTestPlatform } from '#test/setup/database.ts'

const database = await openTestPlatform()
const { relay, platform, firms, officer, auditor, closedRound, rowOf, advance, transcriptOf, verified } = await openDrawRounds(
  database.platform,
)

afterAll(async () => {
  await relay.close()
  await database.close()
})
beforeEach(() => {
  relay.mood = 'HONEST'
  relay.asked.length = 0
})

/** Who has been told of it by messages of that kind. */
async function toldOf({ number }: AnnouncedRound, kind: string) {
  const quiet = { info: () => undefined, warn: () => undefined, debug: () => undefined, error: () => undefined }
  await drainOutbox(contextOf(platform, lotteryOver), quiet)
  const where = { kind, facts: { path: ['number'], equals: number } }
  return (await platform.prisma.notification.findMany({ where, orderBy: { recipient: 'asc' } })).map(({ recipient }) => recipient)
}

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
  const reveal = (index: number, round: AnnouncedRound, at: string, contribution = contributionTexts[index] ?? '') =>
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
