import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { previewModes } from '#services/acceptance/preview-modes.ts'
import { receiveSupplement } from '#services/commitments/receive-supplement.ts'
import { rejectSupplement } from '#services/commitments/reject-supplement.ts'
import { sweepDueCommitments } from '#services/commitments/sweep-due-commitments.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import {
  allBut,
  commitmentStep,
  createAgency,
  handle,
  officerOf,
  promise,
  promiseSeveral,
  toleratedItem,
} from '#test/factories/accepting.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { findUntrue } from '#test/factories/verifying.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agency: string
let otherAgency: string
const received = '2026-03-02T01:00:00Z'
const dueOn = '2026-03-10'
/** 24:00 in Shanghai of the due day, and the instant before. */
const dayEnds = '2026-03-10T16:00:00.000Z'
const justBefore = '2026-03-10T15:59:59.999Z'

beforeAll(async () => {
  test = await openTestPlatform()
  agency = await createAgency(test.platform, '虚构审批局一')
  otherAgency = await createAgency(test.platform, '虚构审批局二')
})
afterAll(() => test.close())

const sweepAt = (at: string) => sweepDueCommitments(contextOf(test.platform, at))
const standingOf = (subjectId: string) => test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId } })
const casesOf = (subjectId: string) => test.platform.prisma.violationCase.findMany({ where: { subjectId } })
async function modeAt(at: string, uscc: string, mode: string) {
  const input = { approvalItemCode: toleratedItem, applicantCode: uscc, materials: allBut(4, [3]) }
  const { modes } = await previewModes(officerOf(test.platform, agency, at), input)
  return modes.find((one) => one.mode === mode)
}

describe('R1.5: misses', () => {
  it('become one at 24:00 of the due day and not before, each once, with the consequence for its case', async () => {
    const firm = await createFirm(test.platform)
    const { id, caseId } = await promise(officerOf(test.platform, agency, received), firm.uscc, dueOn)
    expect(await sweepAt(justBefore)).toMatchObject({ missed: 0 })
    expect(await sweepAt(dayEnds)).toMatchObject({ missed: 1 })
    expect(await sweepAt('2026-03-12T01:00:00Z')).toMatchObject({ missed: 0 })
    const { prisma } = test.platform
    expect(await prisma.commitment.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'MISSED' })
    expect(await prisma.approvalCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ state: 'REFUSED' })
    expect(await standingOf(firm.id)).toMatchObject({ missCount: 1, bars: [] })
    expect(await casesOf(firm.id)).toEqual([])
  })

  it('the third one, over all agencies, holds both modes and opens one listing case; others are not touched', async () => {
    const [firm, bystander] = [await createFirm(test.platform), await createFirm(test.platform)]
    for (const where of [agency, otherAgency, agency]) await promise(officerOf(test.platform, where, received), firm.uscc, dueOn)
    await promise(officerOf(test.platform, agency, received), bystander.uscc, dueOn)
    expect(await modeAt(justBefore, firm.uscc, 'TOLERANT_ACCEPTANCE')).toMatchObject({ isAllowed: true })
    expect(await sweepAt(dayEnds)).toMatchObject({ missed: 4 })

    expect(await standingOf(firm.id)).toMatchObject({ missCount: 3 })
    const cases = await casesOf(firm.id)
    expect(cases).toHaveLength(1)
    expect(cases[0]).toMatchObject({ kind: 'BROKEN_COMMITMENTS', state: 'REPORTED', reporterId: null })
    expect(cases[0]?.breachIds).toHaveLength(3)
    const refused = await modeAt(dayEnds, firm.uscc, 'TOLERANT_ACCEPTANCE')
    expect(refused?.isAllowed).toBe(false)
    expect(refused?.reasons).toMatchObject([
      { code: 'BARRED', facts: { isHold: true, from: '2026-03-11', reasonCode: 'HOLD_CUMULATIVE_MISSES' } },
    ])
    expect(await standingOf(bystander.id)).toMatchObject({ missCount: 1, bars: [] })
    expect(await modeAt(dayEnds, bystander.uscc, 'TOLERANT_ACCEPTANCE')).toMatchObject({ isAllowed: true })
  })

  it('third ones of several applicants in one batch: a case for each, numbered without gaps, that names its own promises', async () => {
    const firms = [await createFirm(test.platform), await createFirm(test.platform)]
    const promised = new Map<string, string[]>()
    for (const { id, uscc } of firms) {
      const made = []
      for (const where of [agency, otherAgency, agency]) made.push(await promise(officerOf(test.platform, where, received), uscc, dueOn))
      promised.set(
        id,
        made.map(({ number }) => number),
      )
    }
    expect(await sweepAt(dayEnds)).toMatchObject({ missed: 6 })
    const opened = (await Promise.all(firms.map(({ id }) => casesOf(id)))).flat()
    expect(opened).toHaveLength(2)
    const places = opened.map(({ number }) => Number(number.slice(-6))).sort((a, b) => a - b)
    expect(places[1]).toBe((places[0] ?? 0) + 1)
    for (const { subjectId, facts, breachIds } of opened) {
      expect(breachIds).toHaveLength(3)
      expect(
        facts
          .split('\n')
          .map((line) => /承诺 (\S+)（/.exec(line)?.[1])
          .sort(),
      ).toEqual(promised.get(subjectId)?.sort())
      expect(await standingOf(subjectId)).toMatchObject({ missCount: 3 })
    }
  })

  it('of one applicant stand in the order of the promises, so that nobody’s third is left to chance', async () => {
    const firm = await createFirm(test.platform)
    const officer = officerOf(test.platform, agency, received)
    const promised: string[] = []
    for (let index = 0; index < 30; index += 1) promised.push((await promise(officer, firm.uscc, dueOn)).id)
    expect(await sweepAt(dayEnds)).toMatchObject({ missed: promised.length })
    const breaches = await test.platform.prisma.commitmentBreach.findMany({
      where: { subjectId: firm.id },
      orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    })
    expect(breaches.map(({ commitmentId }) => commitmentId)).toEqual(promised)
  })

  it('the bar ends the day before the same date next year, to the day', async () => {
    const firm = await createFirm(test.platform)
    for (const where of [agency, agency, agency]) await promise(officerOf(test.platform, where, received), firm.uscc, dueOn)
    await sweepAt(dayEnds)
    // 2027-03-10 is the last barred day of a year counted from 2026-03-11.
    expect(await modeAt('2027-03-10T15:59:59.999Z', firm.uscc, 'TOLERANT_ACCEPTANCE')).toMatchObject({ isAllowed: false })
    expect(await modeAt('2027-03-10T16:00:00Z', firm.uscc, 'TOLERANT_ACCEPTANCE')).toMatchObject({ isAllowed: true })
    const handling = await modeAt('2036-03-10T16:00:00Z', firm.uscc, 'TOLERANT_HANDLING')
    expect(handling?.reasons.map(({ code }) => code)).toContain('BARRED')
  })

  it('two sweepers at once record one breach, and parallel misses at two agencies count one after the other', async () => {
    const firm = await createFirm(test.platform)
    for (const where of [agency, otherAgency, agency, otherAgency])
      await promise(officerOf(test.platform, where, received), firm.uscc, dueOn)
    const swept = await Promise.all([sweepAt(dayEnds), sweepAt(dayEnds), sweepAt(dayEnds)])
    await sweepAt(dayEnds)
    const breaches = await test.platform.prisma.commitmentBreach.findMany({ where: { subjectId: firm.id } })
    expect(breaches).toHaveLength(4)
    expect(swept.reduce((sum, { missed }) => sum + missed, 0)).toBe(4)
    expect(await standingOf(firm.id)).toMatchObject({ missCount: 4 })
    expect(await casesOf(firm.id)).toHaveLength(1)
  })

  it('misses recorded in the same second by rejections at two agencies count right', async () => {
    const firm = await createFirm(test.platform)
    const officers = [agency, otherAgency, agency].map((where) => officerOf(test.platform, where, received))
    const made = []
    for (const officer of officers) made.push(await promise(officer, firm.uscc, dueOn))
    for (const [index, { id }] of made.entries()) {
      const officer = officerOf(test.platform, index === 1 ? otherAgency : agency, '2026-03-09T01:00:00Z')
      await receiveSupplement(officer, { ...(await commitmentStep(officer, id)), materials: [3] })
    }
    const rejections = made.map(async ({ id }, index) => {
      const officer = officerOf(test.platform, index === 1 ? otherAgency : agency, '2026-03-16T01:00:00Z')
      return rejectSupplement(officer, { ...(await commitmentStep(officer, id)), materials: [3], reason: '复印件无法辨认' })
    })
    await Promise.all(rejections)
    expect(await standingOf(firm.id)).toMatchObject({ missCount: 3 })
    expect(await casesOf(firm.id)).toHaveLength(1)
  })
})

describe('R1: what a delivery does', () => {
  it('in time it keeps the promise; a rejected one counts as missing unless a second day was set', async () => {
    const [kept, rejected, second] = [await createFirm(test.platform), await createFirm(test.platform), await createFirm(test.platform)]
    const officer = officerOf(test.platform, agency, received)
    const deliver = officerOf(test.platform, agency, justBefore)
    const examine = officerOf(test.platform, agency, '2026-03-12T01:00:00Z')
    for (const firm of [kept, rejected, second]) {
      const { id } = await promise(officer, firm.uscc, dueOn)
      await receiveSupplement(deliver, { ...(await commitmentStep(deliver, id)), materials: [3] })
      if (firm === kept) continue
      const secondDueOn = firm === second ? '2026-03-18' : undefined
      await rejectSupplement(examine, { ...(await commitmentStep(examine, id)), materials: [3], reason: '印章不清', secondDueOn })
    }
    const states = (at: typeof kept) => test.platform.prisma.commitment.findFirstOrThrow({ where: { subjectId: at.id } })
    expect(await states(kept)).toMatchObject({ state: 'FULFILLED' })
    expect(await states(rejected)).toMatchObject({ state: 'MISSED' })
    expect(await states(second)).toMatchObject({ state: 'PENDING' })
    expect(await sweepAt('2026-03-18T15:59:59Z')).toMatchObject({ missed: 0 })
    expect(await sweepAt('2026-03-18T16:00:00Z')).toMatchObject({ missed: 1 })
  })

  it('of several materials each keeps its day: a better copy of one, sent after its day, makes nothing late', async () => {
    const firm = await createFirm(test.platform)
    const officer = officerOf(test.platform, agency, received)
    const { id } = await promiseSeveral(officer, firm.uscc, { common: dueOn, own: [{ materialSeq: 2, dueOn: '2026-03-05' }] })
    const supply = async (at: string, material: number) => {
      const then = officerOf(test.platform, agency, at)
      await receiveSupplement(then, { ...(await commitmentStep(then, id)), materials: [material] })
    }
    await supply('2026-03-04T01:00:00Z', 2)
    await supply('2026-03-06T01:00:00Z', 2)
    expect(await sweepAt('2026-03-06T16:00:00Z')).toMatchObject({ missed: 0 })
    await supply('2026-03-09T01:00:00Z', 6)
    const { prisma } = test.platform
    expect(await prisma.commitment.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'FULFILLED' })
    const first = await prisma.commitmentItem.findFirstOrThrow({ where: { commitmentId: id, materialSeq: 2 } })
    expect(first.deliveredAt?.toISOString()).toBe('2026-03-04T01:00:00.000Z')
    expect(await prisma.commitmentDelivery.count({ where: { commitmentId: id, materialSeq: 2 } })).toBe(2)
  })

  it('after 24:00 it is refused even before the sweep came by', async () => {
    const firm = await createFirm(test.platform)
    const { id } = await promise(officerOf(test.platform, agency, received), firm.uscc, dueOn)
    const late = officerOf(test.platform, agency, dayEnds)
    const delivery = receiveSupplement(late, { ...(await commitmentStep(late, id)), materials: [3] })
    await expect(delivery).rejects.toMatchObject({ code: 'COMMITMENT_OVERDUE', facts: { dueOn } })
    await sweepAt(dayEnds)
  })

  it('only at the agency that took the promise', async () => {
    const firm = await createFirm(test.platform)
    const { id } = await promise(officerOf(test.platform, agency, received), firm.uscc, dueOn)
    const stranger = officerOf(test.platform, otherAgency, received)
    const delivery = receiveSupplement(stranger, { ...(await commitmentStep(stranger, id)), materials: [3] })
    await expect(delivery).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('R1.5: one untrue commitment', () => {
  it('brings both bars at once, counts as no miss, and the approval is revoked', async () => {
    const firm = await createFirm(test.platform)
    const { id, caseId } = await handle(officerOf(test.platform, agency, received), firm.uscc)
    await test.platform.prisma.approvalCase.update({ where: { id: caseId }, data: { state: 'DECIDED' } })
    // Noticed on Monday the 2nd; ten working days on, the 16th, the window is over.
    await findUntrue(test.platform, agency, id, { noticedAt: received, decidedAt: '2026-03-20T01:00:00Z' })
    const { bars, missCount } = await standingOf(firm.id)
    expect(missCount).toBe(0)
    expect(bars).toMatchObject([
      { kind: 'TOLERANT_ACCEPTANCE', from: '2026-03-20', until: '2027-03-19', isHold: true, reasonCode: 'HOLD_UNTRUE_COMMITMENT' },
      { kind: 'TOLERANT_HANDLING', from: '2026-03-20', until: null, isHold: true },
    ])
    expect(await casesOf(firm.id)).toHaveLength(1)
    expect(await test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ state: 'REVOKED' })
  })
})

it('what is kept equals what the facts give', async () => {
  const { checked, differing } = await verifyAllStandings(contextOf(test.platform, '2026-04-01T01:00:00Z'))
  expect(checked).toBeGreaterThan(5)
  expect(differing).toEqual([])
})
