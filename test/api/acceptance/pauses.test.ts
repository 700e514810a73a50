import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeCase } from '#services/acceptance/close-case.ts'
import { pauseCase } from '#services/acceptance/pause-case.ts'
import { resumeCase } from '#services/acceptance/resume-case.ts'
import { timeLimitOf } from '#services/acceptance/time-limit-of.ts'
import { receiveSupplement } from '#services/commitments/receive-supplement.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { accept, commitmentStep, createAgency, officerOf, promise } from '#test/factories/accepting.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { caseStep, fileOnline } from '#test/factories/filing.ts'
import { createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agencyId: string
const monday = '2026-03-02T01:00:00Z'
const at = (day: string) => officerOf(test.platform, agencyId, `${day}T01:00:00Z`)

beforeAll(async () => {
  test = await openTestPlatform()
  agencyId = await createAgency(test.platform, '虚构审批局')
})
afterAll(() => test.close())

/** Accepted on Monday 2026-03-02 with twenty working days: until 2026-03-30. */
async function accepted(): Promise<string> {
  const id = await fileOnline(await createOwner(test.platform, monday), agencyId, [1, 2, 3, 4])
  await accept(at('2026-03-02'), id, { mode: 'NORMAL' })
  return id
}
const dueOf = async (id: string) =>
  (await test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id } })).decisionDueOn?.toISOString().slice(0, 10)
const pause = async (id: string, day: string, cause: 'SUPPLEMENT' | 'EXPERT_REVIEW' | 'PUBLICITY', untilOn: string) =>
  pauseCase(at(day), { ...(await caseStep(at(day), id)), cause, untilOn, reasons: '召开专家评审会' })
const resume = async (id: string, day: string) => resumeCase(at(day), await caseStep(at(day), id))

describe('行政许可法 45: the time limit of a case', () => {
  it('stands still until the day told, with its basis on record, and runs again by itself', async () => {
    const id = await accepted()
    await pause(id, '2026-03-09', 'EXPERT_REVIEW', '2026-03-13')
    expect(await dueOf(id)).toBe('2026-04-07')
    const row = await test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id } })
    expect(await timeLimitOf(at('2026-03-10'), row)).toEqual({
      usedWorkingDays: 4,
      remainingWorkingDays: 16,
      isPaused: true,
      dueOn: '2026-04-07',
    })
    expect(await timeLimitOf(at('2026-03-16'), row)).toMatchObject({ usedWorkingDays: 5, isPaused: false })
    const [step] = await test.platform.prisma.procedureEvent.findMany({ where: { entityId: id, kind: 'PAUSED_EXPERT_REVIEW' } })
    expect(step).toMatchObject({ audience: 'PARTIES', facts: { untilOn: '2026-03-13', dueOn: '2026-04-07' } })
    expect(JSON.stringify(step?.facts)).toContain('行政许可法')
  })

  it('ended before, it moves the day for the decision back', async () => {
    const id = await accepted()
    await pause(id, '2026-03-09', 'PUBLICITY', '2026-03-20')
    expect(await dueOf(id)).toBe('2026-04-14')
    await resume(id, '2026-03-11')
    expect(await dueOf(id)).toBe('2026-04-01')
    await expect(resume(id, '2026-03-11')).rejects.toMatchObject({ code: 'PAUSE_NOT_RUNNING' })
  })

  it('is no way around the law: not beside another, not again, not too long, not for nothing, not when it is over', async () => {
    const id = await accepted()
    await expect(pause(id, '2026-03-09', 'EXPERT_REVIEW', '2026-06-30')).rejects.toMatchObject({ code: 'PAUSE_TOO_LONG' })
    await expect(pause(id, '2026-03-09', 'SUPPLEMENT', '2026-03-10')).rejects.toMatchObject({ code: 'PAUSE_NOTHING_AWAITED' })
    await pause(id, '2026-03-09', 'EXPERT_REVIEW', '2026-03-10')
    await expect(pause(id, '2026-03-10', 'PUBLICITY', '2026-03-11')).rejects.toMatchObject({ code: 'PAUSE_RUNNING' })
    await expect(pause(id, '2026-03-12', 'EXPERT_REVIEW', '2026-03-13')).rejects.toMatchObject({ code: 'PAUSE_CAUSE_USED' })
    await expect(pause(id, '2026-04-30', 'PUBLICITY', '2026-05-06')).rejects.toMatchObject({ code: 'PAUSE_LIMIT_OVER' })
    const outsider = officerOf(test.platform, await createAgency(test.platform, '另一审批局'), monday)
    await expect(resumeCase(outsider, await caseStep(outsider, id))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const owner = await createOwner(test.platform, monday)
    await expect(resumeCase(owner, await caseStep(owner, id))).rejects.toThrow(ForbiddenError)
    await closeCase(at('2026-03-12'), { ...(await caseStep(at('2026-03-12'), id)), outcome: 'DECIDED', reason: '准予' })
    await expect(pause(id, '2026-03-12', 'PUBLICITY', '2026-03-13')).rejects.toMatchObject({ code: 'PAUSE_CASE_NOT_ACCEPTED' })
  })

  it('for a promised material it lasts no longer than its day, and ends with its delivery', async () => {
    const { uscc } = await createFirm(test.platform)
    const { id: commitmentId, caseId } = await promise(at('2026-03-02'), uscc, '2026-03-13')
    await expect(pause(caseId, '2026-03-04', 'SUPPLEMENT', '2026-03-16')).rejects.toMatchObject({
      code: 'PAUSE_TOO_LONG',
      facts: { latestOn: '2026-03-13' },
    })
    await pause(caseId, '2026-03-04', 'SUPPLEMENT', '2026-03-13')
    expect(await dueOf(caseId)).toBe('2026-04-10')
    const officer = at('2026-03-10')
    await receiveSupplement(officer, { ...(await commitmentStep(officer, commitmentId)), materials: [3] })
    expect(await dueOf(caseId)).toBe('2026-04-03')
  })

  it('of two who press at once, one pauses it', async () => {
    const id = await accepted()
    const step = await caseStep(at('2026-03-09'), id)
    const press = () =>
      pauseCase(at('2026-03-09'), { ...step, clientMutationId: randomUUID(), cause: 'PUBLICITY', untilOn: '2026-03-10', reasons: '公示' })
    const results = await Promise.allSettled([press(), press()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await test.platform.prisma.casePause.count({ where: { caseId: id } })).toBe(1)
  })
})
