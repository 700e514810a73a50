import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { drawMethodSchema } from '#domain/selection/draw-transcript.ts'
import type { SelectionResult } from '#domain/selection/evaluation-result.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { commitDraw } from '#services/selection/commit-draw.ts'
import { advanceDraw } from '#services/selection/run-draw.ts'
import { stepBack } from '#services/selection/step-back.ts'
import { afterDue, openDrawRounds, patienceOver } from '#test/factories/draw-rounds.ts'
import { hashOfText } from '#test/factories/drawing.ts'
import { contextOf } from '#test/factories/people.ts'
import { announceRound, roundTimes, signUpFirm, sweepAt } from '#test/factories/selecting.ts'
import { openTestPlatform } from '#test/setup/database.ts'

const database = await openTestPlatform()
const { relay, platform, owner, firms, officer, closedRound, rowOf, advance, transcriptOf, verified } = await openDrawRounds(
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
