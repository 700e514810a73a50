import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { isSampleAsDrawn } from '#domain/verification/draw-sample.ts'
import type { SampleRecord } from '#domain/verification/draw-sample.ts'
import type { VerificationWeights } from '#domain/verification/verification-rule-set.ts'
import { closeCase } from '#services/acceptance/close-case.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { planVerification } from '#services/verification/plan-verification.ts'
import { createAgency, handle, officerOf, promise } from '#test/factories/accepting.ts'
import { createFirm } from '#test/factories/people.ts'
import { managerOf } from '#test/factories/verifying.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let db: TestPlatform
const received = '2026-03-02T01:00:00Z'
const plannedAt = '2026-04-01T01:00:00Z'
const period = { fromOn: '2026-03-01', untilOn: '2026-03-31', dueOn: '2026-04-30', name: '一季度核查' }

beforeAll(async () => {
  db = await openTestPlatform()
})
afterAll(() => db.close())

const plan = async (agency: string, input: Partial<Parameters<typeof planVerification>[1]> = {}) => {
  const id = await planVerification(managerOf(db.platform, agency, plannedAt), {
    clientMutationId: randomUUID(),
    share: 1,
    ...period,
    ...input,
  })
  return db.platform.prisma.verificationPlan.findUniqueOrThrow({ where: { id }, include: { tasks: { include: { commitment: true } } } })
}
/** An agency with so many promises of March. */
async function agencyWith(count: number) {
  const agency = await createAgency(db.platform, `虚构计划局${randomUUID().slice(0, 4)}`)
  const officer = officerOf(db.platform, agency, received)
  const made = []
  for (let index = 0; index < count; index += 1) {
    const firm = await createFirm(db.platform)
    made.push({ firm, ...(await promise(officer, firm.uscc, '2026-03-10')) })
  }
  return { agency, officer, made }
}

describe('a plan', () => {
  it('of all promises has a task for each; what was handled on a promise has its own already', async () => {
    const { agency, officer, made } = await agencyWith(3)
    const handled = await handle(officer, (await createFirm(db.platform)).uscc)
    const { tasks } = await plan(agency)
    expect(tasks.map(({ commitment }) => commitment.number).sort()).toEqual(made.map(({ number }) => number).sort())
    expect(await db.platform.prisma.verificationTask.findUniqueOrThrow({ where: { commitmentId: handled.id } })).toMatchObject({
      planId: null,
    })
  })

  it('of a share draws by tickets, and the record lets anybody draw again', async () => {
    const { agency, made } = await agencyWith(6)
    const [keeper] = made
    const { prisma } = db.platform
    const row = await prisma.creditStanding.findUnique({ where: { subjectId: keeper?.firm.id ?? '' } })
    await prisma.creditStanding.upsert({
      where: { subjectId: keeper?.firm.id ?? '' },
      update: { grade: 'A', gradeOffList: 'A' },
      create: {
        subjectId: keeper?.firm.id ?? '',
        grade: 'A',
        gradeOffList: 'A',
        ruleSetVersion: row?.ruleSetVersion ?? 'ZZ-1',
        computedAt: new Date(received),
      },
    })
    const { tasks, drawRecord, weights, number } = await plan(agency, { share: 0.5 })
    expect(tasks).toHaveLength(3)
    const record = drawRecord as unknown as SampleRecord
    const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
    expect(isSampleAsDrawn(record, weights as unknown as VerificationWeights, sha256)).toBe(true)
    expect(record.planNumber).toBe(number)
    expect(record.population).toHaveLength(6)
    expect(record.population.find(({ commitmentNumber }) => commitmentNumber === keeper?.number)).toMatchObject({ grade: 'A', tickets: 2 })
    expect(record.population.filter(({ tickets }) => tickets === 4)).toHaveLength(5)
    expect(tasks.map(({ commitment }) => commitment.number).sort()).toEqual([...record.drawn].sort())
  })

  it('takes what no other drew, so two at once share no promise', async () => {
    const { agency } = await agencyWith(4)
    const both = await Promise.allSettled([plan(agency, { share: 0.5 }), plan(agency, { share: 0.5 })])
    const drawn = both.flatMap((one) => (one.status === 'fulfilled' ? one.value.tasks.map(({ commitmentId }) => commitmentId) : []))
    // Two of four, then one of the remaining two.
    expect(drawn).toHaveLength(3)
    expect(new Set(drawn).size).toBe(3)
  })

  it('leaves out what was withdrawn; a task falls away with its promise', async () => {
    const { agency, officer, made } = await agencyWith(2)
    const { prisma } = db.platform
    await prisma.commitment.update({ where: { id: made[0]?.id ?? '' }, data: { state: 'WITHDRAWN' } })
    const { tasks } = await plan(agency, { untilOn: '2026-03-05' })
    expect(tasks.map(({ commitmentId }) => commitmentId)).toEqual([made[1]?.id])
    const { number, version } = await prisma.approvalCase.findUniqueOrThrow({ where: { id: made[1]?.caseId ?? '' } })
    const withdrawal = { clientMutationId: randomUUID(), number, version, outcome: 'WITHDRAWN', reason: '申请人撤回' } as const
    await closeCase({ ...officer, clock: { now: () => new Date('2026-03-06T01:00:00Z') } }, withdrawal)
    expect(await prisma.verificationTask.findUniqueOrThrow({ where: { id: tasks[0]?.id ?? '' } })).toMatchObject({ state: 'DROPPED' })
  })

  test.each([
    ['a period that ends before it begins', { fromOn: '2026-03-31', untilOn: '2026-03-01' }, 'PERIOD_INVALID'],
    ['a period that is not over', { untilOn: '2026-04-02' }, 'PERIOD_INVALID'],
    ['a due day that is over', { dueOn: '2026-03-31' }, 'DUE_DAY_PAST'],
    ['a period without promises', { fromOn: '2026-01-01', untilOn: '2026-01-31' }, 'NOTHING_TO_VERIFY'],
    ['no share', { share: 0 }, 'VALIDATION_FAILED'],
    ['more than everything', { share: 1.5 }, 'VALIDATION_FAILED'],
  ])('%s is refused', async (_, input, code) => {
    const { agency } = await agencyWith(0)
    await expect(plan(agency, input)).rejects.toMatchObject({ code })
  })

  it('is a manager’s', async () => {
    const { agency, officer } = await agencyWith(1)
    const attempt = planVerification(officer, { clientMutationId: randomUUID(), share: 1, ...period })
    await expect(attempt).rejects.toThrow(ForbiddenError)
    expect(await db.platform.prisma.verificationPlan.count({ where: { organisationId: agency } })).toBe(0)
  })
})
