import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { usualCriteria } from '#domain/selection/criteria.ts'
import type { SelectionResult } from '#domain/selection/evaluation-result.ts'
import type { SelectionMode } from '#domain/selection/selection.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { explainQuote } from '#services/selection/explain-quote.ts'
import { pickFromShortlist } from '#services/selection/pick-from-shortlist.ts'
import { proveDraw } from '#services/selection/prove-draw.ts'
import { releaseShare } from '#services/selection/release-share.ts'
import { scoreSignUps } from '#services/selection/score-sign-ups.ts'
import { submitQuote } from '#services/selection/submit-quote.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { openRelay } from '#test/factories/relay.ts'
import type { TestRelay } from '#test/factories/relay.ts'
import { createSupervisor } from '#test/factories/sealing.ts'
import type { SupervisingBody } from '#test/factories/sealing.ts'
import { announceRound, createBiddingFirms, roundTimes, signUpFirm, sweepAt } from '#test/factories/selecting.ts'
import type { AnnouncedRound, BiddingFirm } from '#test/factories/selecting.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let database: TestPlatform
let relay: TestRelay
let platform: Platform
let owner: UseCaseContext
let body: SupervisingBody
let firms: readonly BiddingFirm[]

beforeAll(async () => {
  database = await openTestPlatform()
  relay = await openRelay()
  platform = { ...database.platform, beacon: relay.source }
  owner = await createOwner(platform, roundTimes.announced)
  firms = await createBiddingFirms(platform, 5)
  body = await createSupervisor(platform, 8)
})
afterAll(async () => {
  await relay.close()
  await database.close()
})

const criteria = usualCriteria({ CREDIT: '信用', QUOTE: '报价', SCORED: '方案' })
const rowOf = ({ id }: AnnouncedRound) =>
  platform.prisma.selection.findUniqueOrThrow({ where: { id }, include: { draw: true, signUps: { orderBy: { place: 'asc' } } } })
const resultOf = async (round: AnnouncedRound) => (await rowOf(round)).result as unknown as SelectionResult
const step = async (round: AnnouncedRound) => ({
  clientMutationId: randomUUID(),
  number: round.number,
  version: (await rowOf(round)).version,
})

/** A round whose quotes (fen, by firm) were sealed, released and opened; the evaluation has not begun. */
async function openedRound(mode: SelectionMode, fees: readonly number[]): Promise<AnnouncedRound & { readonly openedAt: string }> {
  const round = await announceRound(owner, mode, 'STATE', mode === 'COMPARATIVE' ? { criteria: [...criteria] } : {})
  for (const [index, feeFen] of fees.entries()) {
    const firm = firms[index]!
    await signUpFirm(firm, round.number)
    const plain = { feeFen, workingDays: 10, plan: '现场踏勘后编制，含专家评审。' }
    await submitQuote(firm.staff(roundTimes.inSignUp), { clientMutationId: randomUUID(), selectionNumber: round.number, plain })
  }
  await sweepAt(platform, roundTimes.frozen)
  const { opensAt } = await rowOf(round)
  const { supervisorKey } = await platform.prisma.sealing.findUniqueOrThrow({
    where: { selectionId: round.id },
    include: { supervisorKey: true },
  })
  const openedAt = (opensAt ?? new Date(0)).toISOString()
  const identity = body.identities.get(supervisorKey.recipient) ?? ''
  await releaseShare(body.officer(openedAt), { clientMutationId: randomUUID(), id: supervisorKey.id, identity })
  await sweepAt(platform, openedAt)
  expect((await rowOf(round)).state).toBe('OPENED')
  return { ...round, openedAt }
}

const afterMinutes = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()

describe('quotes', () => {
  test('R3 最低价 without equal quotes: no draw, the result follows the opening', async () => {
    const round = await openedRound('LOWEST_QUOTE', [900_00, 850_00, 990_00])
    await sweepAt(platform, afterMinutes(round.openedAt, 1))
    const row = await rowOf(round)
    expect(row).toMatchObject({ state: 'PUBLICITY', draw: { state: 'COMMITTED', secret: null } })
    expect((await resultOf(round)).ranking.map(({ figures }) => figures['feeFen'])).toEqual([850_00, 900_00, 990_00])
  })

  test('R3 最低价 with a tie: drawn, and the transcript proves order and result', async () => {
    const round = await openedRound('LOWEST_QUOTE', [850_00, 850_00, 990_00])
    await sweepAt(platform, afterMinutes(round.openedAt, 30))
    const row = await rowOf(round)
    expect(row).toMatchObject({ state: 'PUBLICITY', draw: { state: 'DRAWN' } })
    expect(proveDraw(row.draw?.transcript, {}, [relay.source.chain])).toMatchObject({ isTrue: true })
    expect((await resultOf(round)).ranking).toHaveLength(3)
  })

  test('R3 最优价: percentage drawn after the opening, dropped quotes told why', async () => {
    const round = await openedRound('AVERAGE_PRICE', [1000_00, 950_00, 920_00, 900_00, 860_00])
    await sweepAt(platform, afterMinutes(round.openedAt, 30))
    const result = await resultOf(round)
    expect([95, 96, 97, 98]).toContain(result.percent)
    expect(result.ranking).toHaveLength(3)
    expect(result.excluded.map(({ refusal }) => refusal.code).toSorted()).toEqual(['QUOTE_DROPPED_HIGHEST', 'QUOTE_DROPPED_LOWEST'])
    const row = await rowOf(round)
    expect(proveDraw(row.draw?.transcript, {}, [relay.source.chain]).isTrue).toBe(true)
    expect(row.signUps.every(({ outcome }) => outcome !== null)).toBe(true)
  })
})

describe('R3 异常低价', () => {
  const low = [1000_00, 1000_00, 950_00, 600_00]
  const explain = (round: AnnouncedRound, index: number, at: string) =>
    explainQuote(firms[index]!.staff(at), {
      clientMutationId: randomUUID(),
      number: round.number,
      explanation: '自有监测设备，现场距离近，成本较低。',
    })

  test('the result waits for the explanation; with it the quote wins', async () => {
    const round = await openedRound('LOWEST_QUOTE', low)
    await sweepAt(platform, afterMinutes(round.openedAt, 30))
    expect((await rowOf(round)).state).toBe('OPENED')
    await expect(explain(round, 0, round.openedAt)).rejects.toMatchObject({ code: 'NOTHING_TO_EXPLAIN' })
    await explain(round, 3, afterMinutes(round.openedAt, 40))
    await sweepAt(platform, afterMinutes(round.openedAt, 41))
    const row = await rowOf(round)
    expect(row.state).toBe('PUBLICITY')
    expect(row.signUps.find(({ id }) => id === row.winnerId)?.intermediaryId).toBe(firms[3]!.intermediaryId)
    await expect(explain(round, 3, afterMinutes(round.openedAt, 50))).rejects.toMatchObject({ code: 'NOTHING_TO_EXPLAIN' })
  })

  test('without it the quote is out when the window ends, at the end of the next working day', async () => {
    const round = await openedRound('LOWEST_QUOTE', low)
    // Thursday's opening: the window is all of Friday.
    await sweepAt(platform, '2026-11-06T15:59:00Z')
    expect((await rowOf(round)).state).toBe('OPENED')
    await expect(explain(round, 3, '2026-11-06T16:00:00Z')).rejects.toMatchObject({ code: 'NOTHING_TO_EXPLAIN' })
    await sweepAt(platform, '2026-11-06T16:01:00Z')
    const result = await resultOf(round)
    expect(result.excluded).toMatchObject([{ refusal: { code: 'ABNORMALLY_LOW_UNEXPLAINED' } }])
    expect(result.ranking[0]?.figures['feeFen']).toBe(950_00)
  })
})

describe('R3 择优', () => {
  const scoresOf = async (round: AnnouncedRound, points: readonly number[]) =>
    (await rowOf(round)).signUps.map(({ id: signUpId }, index) => ({
      signUpId,
      criterion: 'plan',
      points: points[index] ?? 0,
      reasons: '方案完整可行',
    }))

  test('only the owner scores, all at once and once; the result follows in the same step', async () => {
    const round = await openedRound('COMPARATIVE', [900_00, 850_00, 990_00])
    await sweepAt(platform, afterMinutes(round.openedAt, 30))
    expect((await rowOf(round)).state).toBe('OPENED')
    const at = later(owner, afterMinutes(round.openedAt, 60))
    const scores = await scoresOf(round, [60, 60, 100])
    const agency = contextOf(platform, afterMinutes(round.openedAt, 60), { roles: ['AGENCY_MANAGER', 'WINDOW_OFFICER'] })
    await expect(scoreSignUps(agency, { ...(await step(round)), scores })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(scoreSignUps(at, { ...(await step(round)), scores: scores.slice(1) })).rejects.toMatchObject({ code: 'SCORES_INCOMPLETE' })
    await scoreSignUps(at, { ...(await step(round)), scores })
    const row = await rowOf(round)
    expect(row).toMatchObject({ state: 'PUBLICITY', winnerId: scores[2]?.signUpId })
    await expect(scoreSignUps(at, { ...(await step(round)), scores })).rejects.toMatchObject({ code: 'NOT_TO_BE_SCORED' })
  })

  test('an owner who lets the time pass: the round fails and says why', async () => {
    const round = await openedRound('COMPARATIVE', [900_00, 850_00, 990_00])
    await sweepAt(platform, '2026-11-19T15:00:00Z')
    expect((await rowOf(round)).state).toBe('OPENED')
    await sweepAt(platform, '2026-11-19T16:01:00Z')
    expect(await rowOf(round)).toMatchObject({ state: 'FAILED', failure: { code: 'NOT_SCORED_IN_TIME' } })
  })
})

describe('R3 信用择优', () => {
  async function drawnShortlist() {
    const round = await announceRound(owner, 'CREDIT_SHORTLIST')
    for (const firm of firms) await signUpFirm(firm, round.number)
    await sweepAt(platform, roundTimes.frozen)
    await sweepAt(platform, '2026-11-05T10:11:00Z')
    expect((await rowOf(round)).state).toBe('DRAWN')
    return round
  }

  test('drawn by credit, the owner picks one with reasons, the others are told why', async () => {
    const round = await drawnShortlist()
    const { shortlist = [] } = await resultOf(round)
    expect(shortlist).toHaveLength(3)
    const at = later(owner, '2026-11-06T02:00:00Z')
    const reasons = '同类项目经验最多，时限最短'
    const other = (await rowOf(round)).signUps.find(({ id }) => !shortlist.includes(id))
    await expect(pickFromShortlist(at, { ...(await step(round)), signUpId: other?.id ?? '', reasons })).rejects.toMatchObject({
      code: 'NOT_ON_SHORTLIST',
    })
    const supervisor = body.officer('2026-11-06T02:00:00Z')
    await expect(pickFromShortlist(supervisor, { ...(await step(round)), signUpId: shortlist[1] ?? '', reasons })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await pickFromShortlist(at, { ...(await step(round)), signUpId: shortlist[1] ?? '', reasons })
    const row = await rowOf(round)
    expect(row).toMatchObject({ state: 'PUBLICITY', winnerId: shortlist[1] })
    expect(proveDraw(row.draw?.transcript, {}, [relay.source.chain]).isTrue).toBe(true)
  })

  test('an owner who doesn’t pick: the round fails', async () => {
    const round = await drawnShortlist()
    await sweepAt(platform, '2026-11-19T16:01:00Z')
    expect(await rowOf(round)).toMatchObject({ state: 'FAILED', failure: { code: 'NOT_PICKED_IN_TIME' } })
  })
})
