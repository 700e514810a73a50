import { afterAll, beforeAll, it, expect } from 'vitest'
import { extendComplaint } from '#services/complaints/extend-complaint.ts'
import { sweepComplaints } from '#services/complaints/sweep-complaints.ts'
import { takeUpComplaint } from '#services/complaints/take-up-complaint.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { complaintStep, createOffice, file, signedComplaint, visitorOf } from '#test/factories/complaining.ts'
import type { HandlingOffice } from '#test/factories/complaining.ts'
import { contextOf } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const [monday, tuesday] = ['2026-03-02T04:00:00Z', '2026-03-03T04:00:00Z']
let test: TestPlatform
let uscc: string
let regulator: HandlingOffice
beforeAll(async () => {
  test = await openTestPlatform()
  ;({ uscc } = await createIntermediary(test.platform))
  regulator = await createOffice(test.platform, 'REGULATOR')
})
afterAll(() => test.close())

/** Received on Monday 2026-03-02: the answer is due on 2026-04-01. */
const handled = async () => {
  const { id } = await file(visitorOf(test.platform, monday), signedComplaint(uscc))
  await takeUpComplaint(regulator.at(tuesday), await complaintStep(regulator.at(monday), id))
  return id
}

it('the office is reminded five days and one day ahead and on the day, each once, anew after an extension', async () => {
  const id = await handled()
  const sweep = (at: string) => sweepComplaints(contextOf(test.platform, at))
  const told = () => test.platform.prisma.outboxEvent.count({ where: { topic: 'complaints.answerDue', entityId: id } })
  await sweep('2026-03-26T04:00:00Z')
  expect(await told()).toBe(0)
  for (const at of ['2026-03-27T04:00:00Z', '2026-03-28T04:00:00Z', '2026-03-31T04:00:00Z', '2026-03-31T05:00:00Z']) await sweep(at)
  expect(await told()).toBe(2)
  await Promise.all([sweep('2026-04-01T04:00:00Z'), sweep('2026-04-01T04:00:00Z')])
  expect(await told()).toBe(3)
  await extendComplaint(regulator.at('2026-04-01T05:00:00Z'), { ...(await complaintStep(regulator.at(monday), id)), reasons: '需要鉴定' })
  await sweep('2026-04-02T04:00:00Z')
  expect(await told()).toBe(3)
  await sweep('2026-04-26T04:00:00Z')
  expect(await told()).toBe(4)
})

it('R7: yellow when 90 % of the 30 days are used, red once exceeded, each once, about the office and never about the party', async () => {
  const id = await handled()
  const { number } = await test.platform.prisma.complaint.findUniqueOrThrow({ where: { id } })
  const sweep = (at: string) => sweepComplaints(contextOf(test.platform, at))
  const alerts = () =>
    test.platform.prisma.alert.findMany({
      where: { kind: 'ANSWER_OVERDUE', sourceId: { startsWith: id } },
      select: { level: true, organisationId: true, subjectId: true, facts: true },
      orderBy: { number: 'asc' },
    })
  await sweep('2026-03-29T15:59:59Z')
  expect(await alerts()).toEqual([])
  await sweep('2026-03-29T16:00:00Z')
  await sweep('2026-04-01T15:59:59Z')
  const about = { organisationId: regulator.organisationId, subjectId: null, facts: { number, dueOn: '2026-04-01' } }
  expect(await alerts()).toEqual([{ level: 'YELLOW', ...about }])
  await Promise.all([sweep('2026-04-01T16:00:00Z'), sweep('2026-04-01T16:00:00Z')])
  expect(await alerts()).toEqual([
    { level: 'YELLOW', ...about },
    { level: 'RED', ...about },
  ])
})
