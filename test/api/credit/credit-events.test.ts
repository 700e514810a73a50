import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import { annulCreditEvent } from '#services/credit/annul-credit-event.ts'
import { annulHonour } from '#services/credit/annul-honour.ts'
import { readRating } from '#services/credit/read-rating.ts'
import { recordHonour } from '#services/credit/record-honour.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { createOffice, officerOf, recordEvent } from '#test/factories/rating.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const today = '2026-06-10T02:00:00Z'
let test: TestPlatform
let officer: UseCaseContext
let colleague: UseCaseContext
let worker: UseCaseContext
beforeAll(async () => {
  test = await openTestPlatform()
  const office = await createOffice(test.platform)
  officer = officerOf(test.platform, office, today)
  colleague = officerOf(test.platform, office, today)
  worker = contextOf(test.platform, today)
})
afterAll(() => test.close())

const standingOf = (subjectId: string) => test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId } })

describe('a scored fact', () => {
  it('counts once a source, however often it is recorded', async () => {
    const { id } = await createFirm(test.platform)
    const sourceId = randomUUID()
    const first = await recordEvent(worker, id, { sourceId })
    expect(await recordEvent(worker, id, { sourceId })).toBe(first)
    const twoAtOnce = await Promise.all([1, 2].map(() => recordEvent(worker, id, { sourceId })))
    expect(twoAtOnce).toEqual([first, first])
    expect(await standingOf(id)).toMatchObject({ conductScore: 94 })
  })

  it('annulled it is as if it had never been, from that day; past days stay as they were told', async () => {
    const { id: subject } = await createFirm(test.platform)
    const { id: other } = await createFirm(test.platform)
    const eventId = await recordEvent(contextOf(test.platform, '2026-04-01T02:00:00Z'), subject)
    await recordEvent(worker, other, { kind: 'HONOUR', points: 0 })
    const annul = () => runInTransaction(worker, (unit) => annulCreditEvent(unit, eventId, '原决定被撤销'))
    await annul()
    await annul()
    const [{ conductScore, score }, never] = [await standingOf(subject), await standingOf(other)]
    expect([conductScore, score]).toEqual([never.conductScore, never.score])
    const told = await readRating(test.platform.prisma, subject, new Date(today), '2026-06-09')
    expect(told.standing.conductScore).toBe(94)
    expect(told.standing.explanation.map(({ code }) => code)).toContain('VIOLATION')
    const trail = await test.platform.prisma.auditEvent.findMany({ where: { entityId: eventId, action: 'annulCreditEvent' } })
    expect(trail).toHaveLength(1)
  })

  it('is not asked about a day to come, nor about one before the first rules', async () => {
    const { id } = await createFirm(test.platform)
    const on = (day: string) => readRating(test.platform.prisma, id, new Date(today), day)
    await expect(on('2026-06-11')).rejects.toMatchObject({ fields: [{ path: 'asOf', code: 'DAY_IN_FUTURE' }] })
    await expect(on('2025-12-31')).rejects.toMatchObject({ code: 'NO_RULE_SET_IN_FORCE' })
  })
})

describe('an honour', () => {
  const honour = (uscc: string, changes: object = {}) => ({
    ...{ clientMutationId: randomUUID(), uscc, level: 'PROVINCE' as const, title: '虚构质量奖', awardedBy: '虚构省住建厅' },
    ...{ documentNumber: '虚建〔2026〕1号', awardedOn: '2026-03-01' },
    ...changes,
  })

  it('adds the points of its level until its last day; the same document counts once; the firm is told', async () => {
    const firm = await createIntermediary(test.platform)
    const id = await recordHonour(officer, honour(firm.uscc))
    expect(await recordHonour(colleague, honour(firm.uscc))).toBe(id)
    expect(await test.platform.prisma.creditEvent.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ points: 4, kind: 'HONOUR', countsUntilOn: new Date('2028-03-01'), recordedById: officer.viewer.userId },
    })
    expect(await standingOf(firm.subjectId)).toMatchObject({ conductScore: 104 })
    await drainOutbox(worker, pino({ level: 'silent' }))
    const told = await test.platform.prisma.notification.findMany({ where: { subjectId: firm.subjectId, kind: 'credit.honourRecorded' } })
    expect(told.map(({ facts }) => facts)).toContainEqual(expect.objectContaining({ points: 4 }))
  })

  it.each([
    ['of nobody registered', { uscc: '91410100MA00000000' }, 'uscc', 'UNKNOWN_FIRM'],
    ['of a day to come', { awardedOn: '2026-06-11' }, 'awardedOn', 'DAY_IN_FUTURE'],
    ['that no longer counts', { awardedOn: '2024-06-09' }, 'awardedOn', 'HONOUR_OUTDATED'],
  ])('is refused: one %s', async (_, changes, path, code) => {
    const firm = await createIntermediary(test.platform)
    await expect(recordHonour(officer, honour(firm.uscc, changes))).rejects.toMatchObject({ fields: [{ path, code }] })
  })

  it('is taken back by another officer than who recorded it, once', async () => {
    const firm = await createIntermediary(test.platform)
    const key = await recordHonour(officer, honour(firm.uscc))
    const annul = (context: UseCaseContext) => annulHonour(context, { clientMutationId: randomUUID(), key, reason: '授予文件已废止' })
    await expect(annul(officer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await annul(colleague)
    expect(await standingOf(firm.subjectId)).toMatchObject({ conductScore: 100 })
    await expect(annul(colleague)).rejects.toMatchObject({ code: 'ALREADY_ANNULLED' })
    const violation = await recordEvent(worker, firm.subjectId)
    await expect(
      annulHonour(colleague, { clientMutationId: randomUUID(), key: violation, reason: '这不是一项荣誉' }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
