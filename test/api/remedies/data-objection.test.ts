import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromDbDay } from '#prisma/db-day.ts'
import { recordCreditEvent } from '#services/credit/record-credit-event.ts'
import { rebuildStanding } from '#services/credit/rebuild-standing.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { NotFoundError } from '#services/kernel/use-case-error.ts'
import { askDataSource } from '#services/remedies/ask-data-source.ts'
import { decideDataObjection } from '#services/remedies/decide-data-objection.ts'
import { objectToData } from '#services/remedies/object-to-data.ts'
import { openDataObjections } from '#services/remedies/open-data-objections.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { codeOf, createBodies, createListedFirm, dataObjectionStep } from '#test/factories/remedies.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-03-02T01:00:00Z'
const tuesday = '2026-03-03T01:00:00Z'
let test: TestPlatform

beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const partyOf = ({ subjectId }: RegisteredIntermediary, at = monday) => contextOf(test.platform, at, { roles: ['INTERMEDIARY'], subjectId })
const examiner = (at = tuesday) => contextOf(test.platform, at, { roles: ['APPEAL_REVIEWER'] })
const statement = '所载与事实不符，附证明材料。'
const reasons = '经核查属实。'

/** A firm with a substantiated complaint of three points, recorded by an officer. */
async function createMarkedFirm() {
  const firm = await createIntermediary(test.platform)
  const recorder = contextOf(test.platform, '2026-02-02T01:00:00Z', { roles: ['REFORM_OFFICE'] })
  const eventId = await runInTransaction(recorder, (unit) =>
    recordCreditEvent(unit, {
      subjectId: firm.subjectId,
      kind: 'VIOLATION',
      points: -3,
      clause: 'V-CON-04',
      occurredOn: '2026-01-20',
      countsUntilOn: '2027-02-01',
      description: '逾期交付',
      sourceType: 'Engagement',
      sourceId: randomUUID(),
    }),
  )
  return { firm, eventId, recorder }
}
const objection = (eventId: string, more: object = {}) =>
  ({ clientMutationId: randomUUID(), target: 'CREDIT_EVENT', targetId: eventId, statement, ...more }) as const
const conductOf = async (subjectId: string) =>
  (await test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId } })).conductScore

describe('R5 objection to data: filed', () => {
  it('is marked at once and answered by the third working day', async () => {
    const { firm, eventId } = await createMarkedFirm()
    const id = await objectToData(partyOf(firm), objection(eventId, { field: 'points', proposed: '-1' }))
    const row = await test.platform.prisma.dataObjection.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ state: 'FILED', contested: '-3', proposed: '-1', field: 'points' })
    expect(fromDbDay(row.answerDueOn)).toBe('2026-03-05')
    expect(await openDataObjections(test.platform.prisma, 'CREDIT_EVENT', [eventId])).toEqual(new Map([[eventId, ['points']]]))
    expect(await conductOf(firm.subjectId)).toBe(97)
  })

  it('to the own data only, one at a time on one field, two at once are one', async () => {
    const { firm, eventId } = await createMarkedFirm()
    const other = await createIntermediary(test.platform)
    await expect(objectToData(partyOf(other), objection(eventId))).rejects.toThrow(NotFoundError)
    const attempts = [1, 2].map(() => codeOf(objectToData(partyOf(firm), objection(eventId))))
    expect((await Promise.all(attempts)).toSorted()).toEqual(['OBJECTION_OPEN', 'OK'])
    expect(await codeOf(objectToData(partyOf(firm), objection(eventId, { field: 'points', proposed: '-2' })))).toBe('OK')
    expect(await codeOf(objectToData(partyOf(firm), objection(eventId, { field: 'kind', proposed: 'HONOUR' })))).toBe('VALIDATION_FAILED')
  })

  it('goes round no decision: an entry is appealed, and so are its points', async () => {
    const bodies = await createBodies(test.platform)
    const of = await createListedFirm(test.platform, bodies, monday)
    const finding = await test.platform.prisma.creditEvent.findFirstOrThrow({ where: { sourceId: of.caseId } })
    const wishes = [
      objection(finding.id),
      objection(finding.id, { field: 'points', proposed: '-1' }),
      objection(of.entryId, { target: 'LIST_ENTRY' }),
    ]
    for (const wish of wishes) expect(await codeOf(objectToData(partyOf(of.firm), wish))).toBe('OTHER_REMEDY')
    const slip = objection(of.entryId, { target: 'LIST_ENTRY', field: 'reasons', proposed: '事实清楚，证据充分。' })
    expect(await codeOf(objectToData(partyOf(of.firm), slip))).toBe('OK')
  })
})

describe('R5 objection to data: answered', () => {
  it('a corrected number replaces the event: score and standing follow, days before stand as they stood', async () => {
    const { firm, eventId } = await createMarkedFirm()
    const id = await objectToData(partyOf(firm), objection(eventId, { field: 'points', proposed: '-1' }))
    const step = { ...(await dataObjectionStep(test.platform, id)), outcome: 'UPHELD', reasons, corrected: '-1' } as const
    await decideDataObjection(examiner(), step)
    expect(await conductOf(firm.subjectId)).toBe(99)
    const { conductScore } = await rebuildStanding(test.platform.prisma, firm.subjectId, new Date(monday))
    expect(conductScore).toBe(97)
    const { correction } = await test.platform.prisma.dataObjection.findUniqueOrThrow({ where: { id } })
    expect(correction).toMatchObject({ field: 'points', before: '-3', after: '-1' })
    expect(await openDataObjections(test.platform.prisma, 'CREDIT_EVENT', [eventId])).toEqual(new Map())
  })

  it('a record that should not be there is annulled', async () => {
    const { firm, eventId } = await createMarkedFirm()
    const id = await objectToData(partyOf(firm), objection(eventId))
    await decideDataObjection(examiner(), { ...(await dataObjectionStep(test.platform, id)), outcome: 'UPHELD', reasons })
    expect(await conductOf(firm.subjectId)).toBe(100)
  })

  it('a slip of the pen is put right where it stands', async () => {
    const { firm, eventId } = await createMarkedFirm()
    const id = await objectToData(partyOf(firm), objection(eventId, { field: 'occurredOn', proposed: '2026-01-21' }))
    const step = { ...(await dataObjectionStep(test.platform, id)), outcome: 'UPHELD', reasons, corrected: '2026-01-22' } as const
    await decideDataObjection(examiner(), step)
    const event = await test.platform.prisma.creditEvent.findUniqueOrThrow({ where: { id: eventId } })
    expect([fromDbDay(event.occurredOn), event.annulledAt]).toEqual(['2026-01-22', null])
  })

  it('a corrected field of the register is found by the search in the same moment', async () => {
    const firm = await createIntermediary(test.platform)
    const wish = {
      ...objection(firm.intermediaryId),
      target: 'REGISTER_FIELD',
      field: 'legalRepresentative',
      proposed: '欧阳正名',
    } as const
    const id = await objectToData(partyOf(firm), wish)
    const step = { ...(await dataObjectionStep(test.platform, id)), outcome: 'UPHELD', reasons, corrected: '欧阳正名' } as const
    await decideDataObjection(examiner(), step)
    const row = await test.platform.prisma.intermediary.findUniqueOrThrow({ where: { id: firm.intermediaryId } })
    expect(row.legalRepresentative).toBe('欧阳正名')
  })

  it("a subject's own name is put right on every row that shows it", async () => {
    const firm = await createIntermediary(test.platform)
    const wish = { ...objection(firm.subjectId), target: 'SUBJECT_FIELD', field: 'name', proposed: '虚构正名检测有限公司' } as const
    const id = await objectToData(partyOf(firm), wish)
    const step = { ...(await dataObjectionStep(test.platform, id)), outcome: 'UPHELD', reasons, corrected: '虚构正名检测有限公司' } as const
    await decideDataObjection(examiner(), step)
    const document = await test.platform.prisma.$queryRaw<{ found: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM "SearchDocument" d WHERE d."intermediaryId" = ${firm.intermediaryId}::uuid
        AND d::text LIKE '%虚构正名检测有限公司%') AS found`
    expect(document).toEqual([{ found: true }])
  })

  it('rejected: the mark goes, the data stays', async () => {
    const { firm, eventId } = await createMarkedFirm()
    const id = await objectToData(partyOf(firm), objection(eventId))
    await decideDataObjection(examiner(), { ...(await dataObjectionStep(test.platform, id)), outcome: 'REJECTED', reasons: '记录无误。' })
    expect(await conductOf(firm.subjectId)).toBe(97)
    expect(await openDataObjections(test.platform.prisma, 'CREDIT_EVENT', [eventId])).toEqual(new Map())
  })

  it('not by who recorded it, and once', async () => {
    const { firm, eventId, recorder } = await createMarkedFirm()
    const id = await objectToData(partyOf(firm), objection(eventId))
    const step = await dataObjectionStep(test.platform, id)
    const own = { ...recorder, clock: examiner().clock }
    expect(await codeOf(decideDataObjection(own, { ...step, outcome: 'REJECTED', reasons }))).toBe('SEPARATION_OF_DUTIES')
    const attempts = (['UPHELD', 'REJECTED'] as const).map((outcome) =>
      codeOf(decideDataObjection(examiner(), { ...step, clientMutationId: randomUUID(), outcome, reasons })),
    )
    expect((await Promise.all(attempts)).toSorted()).toEqual(['CONCURRENT_CHANGE', 'OK'])
  })

  it('7 working days from the start where the source has to be asked, once', async () => {
    const { firm, eventId } = await createMarkedFirm()
    const id = await objectToData(partyOf(firm), objection(eventId))
    await askDataSource(examiner(), { ...(await dataObjectionStep(test.platform, id)), reason: '须向委托人核实' })
    const row = await test.platform.prisma.dataObjection.findUniqueOrThrow({ where: { id } })
    expect(fromDbDay(row.answerDueOn)).toBe('2026-03-11')
    const again = { ...(await dataObjectionStep(test.platform, id)), reason: '再次核实' }
    expect(await codeOf(askDataSource(examiner(), again))).toBe('SOURCE_ASKED_BEFORE')
  })

  it('what fell meanwhile for another reason cannot be put right any more', async () => {
    const { firm, eventId } = await createMarkedFirm()
    const whole = await objectToData(partyOf(firm), objection(eventId))
    const field = await objectToData(partyOf(firm), objection(eventId, { field: 'points', proposed: '-1' }))
    await decideDataObjection(examiner(), { ...(await dataObjectionStep(test.platform, whole)), outcome: 'UPHELD', reasons })
    const step = { ...(await dataObjectionStep(test.platform, field)), reasons, corrected: '-1' }
    expect(await codeOf(decideDataObjection(examiner(), { ...step, outcome: 'UPHELD' }))).toBe('RECORD_GONE')
    expect(await codeOf(decideDataObjection(examiner(), { ...step, clientMutationId: randomUUID(), outcome: 'REJECTED' }))).toBe('OK')
  })
})

it('after all of it every standing equals its facts', async () => {
  expect((await verifyAllStandings(contextOf(test.platform, tuesday))).differing).toEqual([])
})
