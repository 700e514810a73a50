import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { endOfShanghaiDay, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import { remindCommitments } from '#jobs/remind-commitments.ts'
import { sweepCommitments } from '#jobs/sweep-commitments.ts'
import { systemContext } from '#jobs/worker.ts'
import { previewModes } from '#services/acceptance/preview-modes.ts'
import { setSandboxClock } from '#services/access/set-sandbox-clock.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { recordService } from '#services/listings/record-service.ts'
import { serveAdvanceNotice } from '#services/listings/serve-advance-notice.ts'
import { startInvestigation } from '#services/listings/start-investigation.ts'
import { allBut, createAgency, handledItem, officerOf, promise, toleratedItem } from '#test/factories/accepting.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { decisionTexts, noticeTexts, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agency: string
const silent = { info() {}, warn() {}, error() {}, debug() {} }

beforeAll(async () => {
  test = await openTestPlatform('reference', true)
  agency = await createAgency(test.platform, '虚构审批局')
})
afterAll(() => test.close())

/** The rehearsal's own clock, as everybody reads it. */
const now = (context: UseCaseContext): UseCaseContext => ({ ...context, clock: test.platform.clock })
const as = (roles: Parameters<typeof contextOf>[2]) => now(contextOf(test.platform, '2026-01-01T00:00:00Z', roles))

/** Moves the clock of the rehearsal there and lets the worker's jobs run. */
async function moveTo(at: Date): Promise<void> {
  await setSandboxClock(as({ roles: ['APPLICANT'] }), { clientMutationId: randomUUID(), at, rate: 1 })
  const worker = systemContext(test.platform, 'job:rehearsal')
  for (const job of [sweepCommitments, remindCommitments, drainOutbox]) await job(worker, silent)
}
const morningOf = (day: string) => new Date(startOfShanghaiDay(day).getTime() + 9 * 3_600_000)

async function modes(uscc: string) {
  const officer = now(officerOf(test.platform, agency, '2026-01-01T00:00:00Z'))
  const accepted = await previewModes(officer, { approvalItemCode: toleratedItem, applicantCode: uscc, materials: allBut(4, [3]) })
  const handled = await previewModes(officer, { approvalItemCode: handledItem, applicantCode: uscc, materials: allBut(5, [4]) })
  const isAllowed = (of: typeof accepted, mode: string) => of.modes.find((one) => one.mode === mode)?.isAllowed
  return [isAllowed(accepted, 'TOLERANT_ACCEPTANCE'), isAllowed(handled, 'TOLERANT_HANDLING')]
}

it('R1: a rehearsed year: three misses, hold, notice, listing; the year’s bar ends to the day, the one for life does not', async () => {
  const { prisma } = test.platform
  const firm = await createFirm(test.platform)
  const standing = () => prisma.creditStanding.findUniqueOrThrow({ where: { subjectId: firm.id } })

  for (const [signedOn, dueOn] of [
    ['2026-01-12', '2026-01-23'],
    ['2026-02-02', '2026-02-13'],
    ['2026-03-02', '2026-03-10'],
  ] as const) {
    await moveTo(morningOf(signedOn))
    expect(await modes(firm.uscc)).toEqual([true, true])
    await promise(now(officerOf(test.platform, agency, '2026-01-01T00:00:00Z')), firm.uscc, dueOn)
    // On the day itself nothing is recorded, and the applicant is reminded.
    await moveTo(morningOf(dueOn))
    await moveTo(endOfShanghaiDay(dueOn))
  }
  expect(await standing()).toMatchObject({
    missCount: 3,
    bars: [
      { isHold: true, from: '2026-03-11' },
      { isHold: true, until: null },
    ],
  })
  expect(await modes(firm.uscc)).toEqual([false, false])
  const told = await prisma.notification.findMany({ where: { subjectId: firm.id }, orderBy: { id: 'asc' } })
  expect(told.filter(({ kind }) => kind === 'commitments.dueSoon').map(({ facts }) => facts)).toMatchObject([
    { daysAhead: 0, dueOn: '2026-01-23' },
    { daysAhead: 0, dueOn: '2026-02-13' },
    { daysAhead: 0, dueOn: '2026-03-10' },
  ])
  expect(told.filter(({ kind }) => kind === 'commitments.breachRecorded')).toHaveLength(3)

  // The listing case goes its way; the system reported, others investigate and decide.
  const { id } = await prisma.violationCase.findFirstOrThrow({ where: { subjectId: firm.id, kind: 'BROKEN_COMMITMENTS' } })
  await moveTo(morningOf('2026-03-12'))
  const investigator = as({ roles: ['INVESTIGATOR'] })
  await startInvestigation(investigator, await stepOf(investigator, id))
  await serveAdvanceNotice(investigator, { ...(await stepOf(investigator, id)), ...noticeTexts })
  await recordService(investigator, { ...(await stepOf(investigator, id)), method: 'IN_PERSON', servedOn: '2026-03-12' })
  await moveTo(morningOf('2026-04-08'))
  const decider = as({ roles: ['DECIDER'] })
  const listed = { outcome: 'LISTED', publicUntilOn: '2027-04-08', ...decisionTexts } as const
  await decideViolation(decider, { ...(await stepOf(decider, id)), ...listed })
  expect(await standing()).toMatchObject({
    lists: [{ list: 'DISHONESTY' }],
    bars: expect.arrayContaining([
      expect.objectContaining({ kind: 'TOLERANT_ACCEPTANCE', isHold: false, from: '2026-03-11', until: '2027-03-10' }),
      expect.objectContaining({ kind: 'TOLERANT_HANDLING', isHold: false, until: null }),
    ]) as unknown,
  })
  expect(await modes(firm.uscc)).toEqual([false, false])

  // The last barred day ends at 24:00; what is for life stays, though the entry is still public.
  await moveTo(new Date(endOfShanghaiDay('2027-03-10').getTime() - 60_000))
  expect(await modes(firm.uscc)).toEqual([false, false])
  await moveTo(endOfShanghaiDay('2027-03-10'))
  expect(await modes(firm.uscc)).toEqual([true, false])
  await moveTo(morningOf('2036-03-11'))
  expect(await modes(firm.uscc)).toEqual([true, false])

  // Set back, the clock records nothing twice.
  await moveTo(morningOf('2026-03-11'))
  expect(await prisma.commitmentBreach.count({ where: { subjectId: firm.id } })).toBe(3)
  expect((await verifyAllStandings(systemContext(test.platform, 'job:rehearsal'))).differing).toEqual([])
}, 120_000)
