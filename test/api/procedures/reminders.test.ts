import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemContext } from '#jobs/worker.ts'
import { fixedClock } from '#services/kernel/clock.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { remindOfDeadlines } from '#services/procedures/remind-of-deadlines.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { createHearing } from '#test/factories/hearing.ts'
import { createCase, decisionTexts, later, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const sweepOn = (day: string) =>
  remindOfDeadlines({ ...systemContext(test.platform, 'test'), clock: fixedClock(new Date(`${day}T01:00:00Z`)) })
const remindedOf = async (sourceId: string) => {
  const rows = await test.platform.prisma.deadlineReminder.findMany({ where: { sourceId }, orderBy: { remindedAt: 'asc' } })
  return rows.map(({ sourceType, daysAhead, remindedAt }) => `${remindedAt.toISOString().slice(5, 10)} ${sourceType} ${daysAhead}`)
}
const sweepDays = async (from: string, days: number) => {
  for (let day = 0; day < days; day += 1) await sweepOn(new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10))
}

it('reminds of the defence, the hearing, the appeal and the investigation, each time once', async () => {
  const monday = '2026-03-02T01:00:00Z'
  const hearing = await createHearing(test.platform, await createIntermediary(test.platform), monday, new Date('2026-03-12T01:00:00Z'))
  const firm = await createIntermediary(test.platform)
  const people = peopleOf(test.platform, firm.subjectId, monday)
  const decided = await createCase(people, firm.uscc, 'DEFENCE_FILED')
  const friday = later(people.decider, '2026-03-06T01:00:00Z')
  await decideViolation(friday, { ...(await stepOf(friday, decided)), outcome: 'NOT_FOUND', ...decisionTexts })
  const slow = await createCase(people, firm.uscc, 'INVESTIGATING')

  await sweepDays('2026-03-06', 16)
  // Due on Monday 16 March: three working days ahead is Wednesday the 11th, one is Friday the 13th.
  const defence = ['03-11 ViolationCase.defence 3', '03-13 ViolationCase.defence 1', '03-16 ViolationCase.defence 0']
  expect(await remindedOf(hearing.id)).toEqual(defence)
  const { id } = await test.platform.prisma.hearing.findUniqueOrThrow({ where: { caseId: hearing.id } })
  expect(await remindedOf(id)).toEqual(['03-09 Hearing 3', '03-11 Hearing 1', '03-12 Hearing 0'])
  // Served on Friday 6 March: an appeal until Friday 20 March. Who decided on the defence is not reminded of it.
  expect(await remindedOf(decided)).toEqual(['03-17 ViolationCase.appeal 3', '03-19 ViolationCase.appeal 1'])

  await sweepDays('2026-04-20', 20)
  // 60 days from 2 March are 1 May, a holiday: the working days before it are 30, 29, 28, 27 and 26 April.
  const investigation = await remindedOf(slow)
  expect(investigation).toHaveLength(4)
  expect(investigation.slice(-2)).toEqual(['05-01 ViolationCase.investigation 0', '05-02 ViolationCase.investigation -1'])
  const topics = await test.platform.prisma.outboxEvent.groupBy({ by: ['topic'], where: { entityId: slow }, _count: true })
  expect(topics).toEqual(expect.arrayContaining([{ topic: 'listings.investigationOverdue', _count: 1 }]))
})

it('two sweeps at once remind once, and what can’t be counted leaves the others alone', async () => {
  const firm = await createIntermediary(test.platform)
  const people = peopleOf(test.platform, firm.subjectId, '2026-12-10T01:00:00Z')
  const id = await createCase(people, firm.uscc, 'NOTICED')
  const beyond = await createCase(people, firm.uscc, 'NOTICED')
  await test.platform.prisma.violationCase.update({ where: { id: beyond }, data: { defenceDueOn: new Date('2027-01-05') } })
  const done = await Promise.all([sweepOn('2026-12-23'), sweepOn('2026-12-23')])
  expect(done.map(({ reminded }) => reminded).sort()).toEqual([0, 1])
  expect(done.map(({ uncounted }) => uncounted)).toEqual([1, 1])
  expect(await remindedOf(id)).toEqual(['12-23 ViolationCase.defence 1'])
  expect(await remindedOf(beyond)).toEqual([])
  const alert = { kind: 'CALENDAR_NOT_LOADED', sourceType: 'ViolationCase.defence', sourceId: '2027' }
  expect(await test.platform.prisma.alert.count({ where: alert })).toBe(1)
})
