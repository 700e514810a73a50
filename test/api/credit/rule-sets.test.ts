import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discardRuleSet } from '#services/credit/discard-rule-set.ts'
import { draftRuleSet } from '#services/credit/draft-rule-set.ts'
import { editRuleSet } from '#services/credit/edit-rule-set.ts'
import { runDueRatings } from '#services/credit/run-rating.ts'
import { runSimulations } from '#services/credit/run-simulation.ts'
import { simulateRuleSet } from '#services/credit/simulate-rule-set.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { changeDraft, createOffice, draftSimulated, officerOf, publish, recordEvent, ruleSetStep } from '#test/factories/rating.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const today = '2026-06-10T02:00:00Z'
let test: TestPlatform
let drafter: UseCaseContext
let publisher: UseCaseContext
let worker: UseCaseContext
let clean: RegisteredIntermediary
let complained: RegisteredIntermediary

beforeAll(async () => {
  test = await openTestPlatform()
  const office = await createOffice(test.platform)
  drafter = officerOf(test.platform, office, today)
  publisher = officerOf(test.platform, office, today)
  worker = contextOf(test.platform, today)
  clean = await createIntermediary(test.platform)
  complained = await createIntermediary(test.platform)
  // A year in the register, so that both are rated.
  await test.platform.prisma.intermediary.updateMany({ data: { listedOn: new Date('2025-01-01') } })
  for (const { subjectId } of [clean, complained]) await recordEvent(worker, subjectId, { kind: 'HONOUR', points: 0, description: '重评' })
  for (const points of [-1, -1]) await recordEvent(worker, complained.subjectId, { kind: 'COMPLAINT', points })
})
afterAll(() => test.close())

const standingOf = ({ subjectId }: RegisteredIntermediary) =>
  test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId } })
const at = (instant: string, context: UseCaseContext): UseCaseContext => ({ ...context, clock: contextOf(test.platform, instant).clock })

describe('R6 a new version of the rating rules', () => {
  it('is drafted from the one in force; one draft at a time; not by a district’s office', async () => {
    const district = officerOf(test.platform, await createOffice(test.platform, '410105'), today)
    await expect(draftRuleSet(district, { clientMutationId: randomUUID() })).rejects.toMatchObject({ code: 'CITY_OFFICE_ONLY' })
    const id = await draftRuleSet(drafter, { clientMutationId: randomUUID() })
    expect(await test.platform.prisma.creditRuleSetVersion.findUniqueOrThrow({ where: { id } })).toMatchObject({
      version: 'ZZ-2',
      basedOn: 'ZZ-1',
      state: 'DRAFT',
      parameters: { complaintPoints: -1, gradeThresholds: { A: 90, B: 75, C: 60 } },
    })
    await expect(draftRuleSet(publisher, { clientMutationId: randomUUID() })).rejects.toMatchObject({
      code: 'DRAFT_EXISTS',
      facts: { version: 'ZZ-2' },
    })
    await discardRuleSet(drafter, await ruleSetStep(drafter, id))
    await expect(changeDraft(drafter, id, {})).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
  })

  it('says of a draft that can not be in which field', async () => {
    const id = await draftRuleSet(drafter, { clientMutationId: randomUUID() })
    const step = { ...(await ruleSetStep(drafter, id)), explanation: '试' }
    await expect(editRuleSet(drafter, { ...step, parameters: { honoursCap: 3 } })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
    await expect(changeDraft(drafter, id, { gradeThresholds: { A: 70, B: 75, C: 60 } })).rejects.toMatchObject({
      fields: [{ path: 'parameters.gradeThresholds.B', code: 'GRADES_OUT_OF_ORDER' }],
    })
    await discardRuleSet(drafter, await ruleSetStep(drafter, id))
  })

  it('its simulation says who would move where and why, changes nobody, and ends with the draft it was run for', async () => {
    const before = await standingOf(complained)
    const id = await draftSimulated(drafter, worker, { complaintPoints: -6 })
    const run = await test.platform.prisma.ratingSimulation.findFirstOrThrow({ where: { ruleSetId: id }, include: { moves: true } })
    expect(run).toMatchObject({ state: 'DONE', summary: { moved: 1 }, subjectsDone: await test.platform.prisma.creditStanding.count() })
    expect(run.moves).toMatchObject([
      {
        ...{ subjectId: complained.subjectId, gradeBefore: 'A', gradeAfter: 'B', scoreBefore: 98, scoreAfter: 88 },
        reasons: [{ code: 'COMPLAINT', before: -2, after: -12 }],
      },
    ])
    expect(await standingOf(complained)).toEqual(before)

    await simulateRuleSet(drafter, await ruleSetStep(drafter, id))
    await changeDraft(drafter, id, { complaintPoints: -5 })
    await runSimulations(worker)
    const [last] = await test.platform.prisma.ratingSimulation.findMany({ where: { ruleSetId: id, state: 'FAILED' } })
    expect(last).toMatchObject({ lastError: 'DRAFT_CHANGED' })
    await expect(publish(publisher, id, '2026-07-01')).rejects.toMatchObject({ code: 'SIMULATION_REQUIRED' })
    await discardRuleSet(drafter, await ruleSetStep(drafter, id))
  })

  it('is published by another for a later day, never changed again, and applied to everyone on that day', async () => {
    const id = await draftSimulated(drafter, worker, { complaintPoints: -6 })
    await expect(publish(drafter, id, '2026-07-01')).rejects.toMatchObject({ code: 'OWN_DRAFT' })
    await expect(publish(publisher, id, '2026-06-10')).rejects.toMatchObject({
      code: 'EFFECTIVE_DAY_NOT_LATER',
      facts: { after: '2026-06-10' },
    })
    await publish(publisher, id, '2026-07-01')
    await expect(test.pool.query(`UPDATE "CreditRuleSetVersion" SET "parameters" = '{}' WHERE "id" = $1`, [id])).rejects.toThrow(
      /never changed/,
    )

    // The day before: nothing moves. The worker's clock decides, not when somebody looks.
    expect(await runDueRatings(at('2026-06-30T15:59:00Z', worker))).toBe(0)
    expect(await standingOf(complained)).toMatchObject({ grade: 'A', score: 98, ruleSetVersion: 'ZZ-1' })
    const julyFirst = at('2026-06-30T16:00:00Z', worker)
    const subjects = await test.platform.prisma.creditStanding.count()
    expect(await runDueRatings(julyFirst)).toBe(subjects)
    expect(await standingOf(complained)).toMatchObject({
      grade: 'B',
      gradeOffList: 'B',
      score: 88,
      ruleSetVersion: expect.stringMatching(/^ZZ-\d$/),
    })
    expect(await standingOf(clean)).toMatchObject({ grade: 'A', score: 100 })
    expect(await test.platform.prisma.ratingRun.findFirstOrThrow({})).toMatchObject({ state: 'DONE', rated: subjects, changed: 1 })
    expect(await runDueRatings(julyFirst)).toBe(0)
    // What the search shows of it changed in the same transaction; the fact of the clean firm stayed as it was.
    const [document] = (
      await test.pool.query<{ grade: string }>(`SELECT "grade" FROM "SearchDocument" WHERE "intermediaryId" = $1`, [
        complained.intermediaryId,
      ])
    ).rows
    expect(document).toEqual({ grade: 'B' })
  })

  it('incremental and complete give the same rows, and the nightly proof agrees', async () => {
    const later = at('2026-07-02T02:00:00Z', worker)
    await recordEvent(later, clean.subjectId, { kind: 'COMPLAINT', points: -1 })
    expect(await standingOf(clean)).toMatchObject({ score: 94 })
    expect((await verifyAllStandings(later)).differing).toEqual([])
  })

  it('a run that was broken off goes on where it stopped, and two workers rate nobody twice', async () => {
    await test.platform.prisma.creditStanding.updateMany({ data: { ruleSetVersion: 'STALE' } })
    const subjectIds = (await test.platform.prisma.creditStanding.findMany({ orderBy: { subjectId: 'asc' } })).map(
      ({ subjectId }) => subjectId,
    )
    const done = subjectIds[0] ?? ''
    await test.platform.prisma.ratingRun.updateMany({ data: { state: 'RUNNING', afterSubjectId: done, rated: 1 } })
    const later = at('2026-07-03T02:00:00Z', worker)
    const rated = await Promise.all([runDueRatings(later), runDueRatings(later)])
    expect(rated.reduce((sum, one) => sum + one, 0)).toBe(subjectIds.length - 1)
    const stale = await test.platform.prisma.creditStanding.findMany({ where: { ruleSetVersion: 'STALE' } })
    expect(stale.map(({ subjectId }) => subjectId)).toEqual([done])
  })
})
