import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import { closeCase } from '#services/acceptance/close-case.ts'
import { extendCommitment } from '#services/commitments/extend-commitment.ts'
import { receiveSupplement } from '#services/commitments/receive-supplement.ts'
import { rejectSupplement } from '#services/commitments/reject-supplement.ts'
import { remindDueCommitments } from '#services/commitments/remind-due-commitments.ts'
import { sweepDueCommitments } from '#services/commitments/sweep-due-commitments.ts'
import { uploadSupplement } from '#services/commitments/upload-supplement.ts'
import { withdrawCommitment } from '#services/commitments/withdraw-commitment.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { commitmentStep, createAgency, handle, officerOf, promise, promiseSeveral } from '#test/factories/accepting.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { pdf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agency: string
const received = '2026-03-02T01:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
  agency = await createAgency(test.platform, '虚构审批局')
})
afterAll(() => test.close())
// What a test leaves open falls due long after, so that the next one counts its own only.
afterEach(() => sweepAt('2026-12-01T01:00:00Z'))

const officer = (at = received) => officerOf(test.platform, agency, at)
const owner = (subjectId: string, at: string) => contextOf(test.platform, at, { roles: ['APPLICANT'], subjectId })
const sweepAt = (at: string) => sweepDueCommitments(contextOf(test.platform, at))
async function stored(id: string) {
  const row = await test.platform.prisma.commitment.findUniqueOrThrow({
    where: { id },
    include: { items: { orderBy: { materialSeq: 'asc' } }, deliveries: { orderBy: { deliveredAt: 'asc' } }, case: true },
  })
  return { ...row, nextDueOn: fromDbDayOrNull(row.nextDueOn) }
}

describe('R1: a day for each material, partial deliveries', () => {
  it('each within the limit; the next due day is kept with every step; the earliest missed one breaks the promise', async () => {
    const firm = await createFirm(test.platform)
    const { id } = await promiseSeveral(officer(), firm.uscc, { common: '2026-03-16', own: [{ materialSeq: 2, dueOn: '2026-03-06' }] })
    expect(await stored(id)).toMatchObject({ nextDueOn: '2026-03-06', supplementDueOn: new Date('2026-03-16') })
    const step = async (at: string, materials: number[]) =>
      receiveSupplement(officer(at), { ...(await commitmentStep(officer(at), id)), materials })
    await step('2026-03-06T15:59:59.999Z', [2])
    expect(await stored(id)).toMatchObject({ state: 'PENDING', nextDueOn: '2026-03-16' })
    expect(await sweepAt('2026-03-06T16:00:00Z')).toMatchObject({ missed: 0 })
    const { letter } = await stored(id)
    expect(JSON.stringify(letter)).toContain('2026年3月6日24时前补齐补正')
    expect(await sweepAt('2026-03-16T16:00:00Z')).toMatchObject({ missed: 1 })
    expect(await stored(id)).toMatchObject({ state: 'MISSED', nextDueOn: null })
    const [breach] = await test.platform.prisma.commitmentBreach.findMany({ where: { commitmentId: id } })
    expect(breach?.reason).toMatch(/2026-03-16 24时届满.*未补交/)
    expect(breach?.reason).not.toContain('逾期补交')
  })

  it('a day beyond the limit is refused with the material it is about, a material nobody promised beside its field', async () => {
    const firm = await createFirm(test.platform)
    const late = { common: '2026-03-16', own: [{ materialSeq: 2, dueOn: '2026-12-30' }] }
    await expect(promiseSeveral(officer(), firm.uscc, late)).rejects.toMatchObject({ code: 'DUE_DAY_TOO_LATE', facts: { material: 2 } })
    const unknown = { common: '2026-03-16', own: [{ materialSeq: 1, dueOn: '2026-03-06' }] }
    await expect(promiseSeveral(officer(), firm.uscc, unknown)).rejects.toMatchObject({ fields: [{ path: 'dueDays' }] })
  })
})

describe('R1: signature', () => {
  it('of the signed paper: the image is kept as a file of the commitment; without one it is refused', async () => {
    const firm = await createFirm(test.platform)
    const paper = { signatureMethod: 'PAPER_IMAGE' as const }
    await expect(promise(officer(), firm.uscc, '2026-03-10', paper)).rejects.toMatchObject({ fields: [{ path: 'signedPaper' }] })
    const signedPaper = [{ fileName: '承诺书.pdf', content: pdf('承诺书') }]
    const { id, signedFileId } = await promise(officer(), firm.uscc, '2026-03-10', { ...paper, signedPaper })
    const [file] = await test.platform.prisma.procedureFile.findMany({ where: { procedure: 'COMMITMENT', entityId: id } })
    expect(file).toMatchObject({ purpose: 'SIGNED_LETTER', fileId: signedFileId, audience: 'PARTIES' })
  })
})

describe('R1: extension, once and before the due day', () => {
  const extend = async (id: string, at: string, dueOn: string) =>
    extendCommitment(officer(at), { ...(await commitmentStep(officer(at), id)), dueOn, reason: '图审机构延期出具' })

  it('moves what is outstanding; the sweep counts from the new day', async () => {
    const firm = await createFirm(test.platform)
    const { id } = await promise(officer(), firm.uscc, '2026-03-10')
    await extend(id, '2026-03-09T15:59:59Z', '2026-03-20')
    expect(await stored(id)).toMatchObject({ nextDueOn: '2026-03-20', extendedFromOn: new Date('2026-03-10') })
    expect(await sweepAt('2026-03-10T16:00:00Z')).toMatchObject({ missed: 0 })
    await expect(extend(id, '2026-03-12T01:00:00Z', '2026-03-23')).rejects.toMatchObject({ code: 'EXTENSION_USED' })
    expect(await sweepAt('2026-03-20T15:59:59.999Z')).toMatchObject({ missed: 0 })
    expect(await sweepAt('2026-03-20T16:00:00Z')).toMatchObject({ missed: 1 })
  })

  it.each([
    ['on the due day', '2026-03-10T00:00:00Z', '2026-03-20', 'EXTENSION_TOO_LATE'],
    ['to an earlier day', '2026-03-05T00:00:00Z', '2026-03-06', 'EXTENSION_NOT_LATER'],
    ['beyond the limit of the item', '2026-03-05T00:00:00Z', '2026-04-20', 'DUE_DAY_TOO_LATE'],
    ['to a Sunday', '2026-03-05T00:00:00Z', '2026-03-15', 'DUE_DAY_NOT_A_WORKING_DAY'],
  ])('%s: refused', async (_, at, dueOn, code) => {
    const firm = await createFirm(test.platform)
    const { id } = await promise(officer(), firm.uscc, '2026-03-10')
    await expect(extend(id, at, dueOn)).rejects.toMatchObject({ code })
    await withdrawCommitment(owner(firm.id, received), { ...(await commitmentStep(officer(), id)), reason: '不再办理' })
  })

  it('of several days only the earlier ones move; what was received stays received', async () => {
    const firm = await createFirm(test.platform)
    const own = [{ materialSeq: 2, dueOn: '2026-03-06' }]
    const { id } = await promiseSeveral(officer(), firm.uscc, { common: '2026-03-16', own })
    await extend(id, '2026-03-05T01:00:00Z', '2026-03-12')
    expect(await stored(id)).toMatchObject({ nextDueOn: '2026-03-12', supplementDueOn: new Date('2026-03-16') })
    await receiveSupplement(officer('2026-03-12T01:00:00Z'), { ...(await commitmentStep(officer(), id)), materials: [2, 6] })
    expect(await stored(id)).toMatchObject({ state: 'FULFILLED', nextDueOn: null })
  })
})

describe('R1: supply online', () => {
  const upload = async (firm: { id: string }, id: string, at: string, content = pdf('规划许可证')) =>
    uploadSupplement(owner(firm.id, at), {
      ...(await commitmentStep(officer(), id)),
      material: 3,
      files: [{ fileName: '许可证.pdf', content }],
    })

  it('the instant of the upload counts; rejected with a second day it is open again, each delivery kept', async () => {
    const firm = await createFirm(test.platform)
    const { id } = await promise(officer(), firm.uscc, '2026-03-10')
    await upload(firm, id, '2026-03-10T15:59:59.999Z')
    expect(await stored(id)).toMatchObject({ state: 'FULFILLED', nextDueOn: null, deliveries: [{ channel: 'UPLOAD', materialSeq: 3 }] })
    const examined = officer('2026-03-13T01:00:00Z')
    const rejection = { materials: [3], reason: '印章不清', secondDueOn: '2026-03-18' }
    await rejectSupplement(examined, { ...(await commitmentStep(examined, id)), ...rejection })
    expect(await stored(id)).toMatchObject({ state: 'PENDING', nextDueOn: '2026-03-18' })
    await upload(firm, id, '2026-03-17T01:00:00Z', pdf('第二次'))
    expect(await stored(id)).toMatchObject({
      state: 'FULFILLED',
      deliveries: [{ rejectedAt: new Date('2026-03-13T01:00:00Z'), rejectReasons: '印章不清' }, { rejectedAt: null }],
    })
    expect(await sweepAt('2026-03-20T01:00:00Z')).toMatchObject({ missed: 0 })
  })

  it('at 24:00 it is late, and nothing of it is kept; a stranger and an officer may not', async () => {
    const firm = await createFirm(test.platform)
    const { id } = await promise(officer(), firm.uscc, '2026-03-10')
    const files = () => test.platform.prisma.storedFile.count()
    const before = await files()
    await expect(upload(firm, id, '2026-03-10T16:00:00Z')).rejects.toMatchObject({ code: 'COMMITMENT_OVERDUE' })
    await expect(upload(await createFirm(test.platform), id, received)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const asOfficer = { ...(await commitmentStep(officer(), id)), material: 3, files: [{ fileName: 'a.pdf', content: pdf('a') }] }
    await expect(uploadSupplement(officer(), asOfficer)).rejects.toThrow(ForbiddenError)
    expect(await files()).toBe(before)
    await sweepAt('2026-03-10T16:00:00Z')
  })

  it('what is no paper is refused, and the promise stays open', async () => {
    const firm = await createFirm(test.platform)
    const { id } = await promise(officer(), firm.uscc, '2026-03-10')
    await expect(upload(firm, id, received, new TextEncoder().encode('#!/bin/sh\n'))).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' })
    expect(await stored(id)).toMatchObject({ state: 'PENDING', nextDueOn: '2026-03-10', deliveries: [] })
    await sweepAt('2026-03-10T16:00:00Z')
  })
})

describe('R1: the applicant may withdraw before the decision', () => {
  const withdraw = async (firm: { id: string }, id: string, at: string) =>
    withdrawCommitment(owner(firm.id, at), { ...(await commitmentStep(officer(), id)), reason: '项目取消' })

  it('no breach, the application falls with it', async () => {
    const firm = await createFirm(test.platform)
    const { id } = await promise(officer(), firm.uscc, '2026-03-10')
    await withdraw(firm, id, '2026-03-10T15:59:59.999Z')
    expect(await stored(id)).toMatchObject({ state: 'WITHDRAWN', nextDueOn: null, case: { state: 'WITHDRAWN', closeReason: '项目取消' } })
    expect(await sweepAt('2026-03-12T01:00:00Z')).toMatchObject({ missed: 0 })
    await expect(withdraw(firm, id, '2026-03-12T01:00:00Z')).rejects.toMatchObject({ code: 'COMMITMENT_CLOSED' })
  })

  it('a missed day cannot be escaped, nor a decision', async () => {
    const firm = await createFirm(test.platform)
    const { id } = await promise(officer(), firm.uscc, '2026-03-10')
    await expect(withdraw(firm, id, '2026-03-10T16:00:00Z')).rejects.toMatchObject({ code: 'COMMITMENT_OVERDUE' })
    const handled = await handle(officer(), firm.uscc)
    const { number, version } = await test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id: handled.caseId } })
    await closeCase(officer(), { clientMutationId: randomUUID(), number, version, outcome: 'DECIDED', reason: '准予登记' })
    await expect(withdraw(firm, handled.id, '2026-03-03T01:00:00Z')).rejects.toMatchObject({ code: 'DECISION_TAKEN' })
    await sweepAt('2026-03-10T16:00:00Z')
  })
})

describe('reminders', () => {
  const remindAt = (at: string) => remindDueCommitments(contextOf(test.platform, at))
  const noticesOf = (subjectId: string) =>
    test.platform.prisma.notification.findMany({ where: { subjectId, kind: 'commitments.dueSoon' }, orderBy: { id: 'asc' } })

  it('five, three and one working days ahead and on the day, each once, whatever the number of workers and the clock', async () => {
    const firm = await createFirm(test.platform)
    // Due on a Monday: one working day ahead is Friday.
    const { id } = await promise(officer(), firm.uscc, '2026-03-30')
    const days = ['2026-03-20', '2026-03-23', '2026-03-24', '2026-03-25', '2026-03-26', '2026-03-27', '2026-03-28', '2026-03-30']
    const counts: number[] = []
    for (const day of days) {
      const twice = await Promise.all([remindAt(`${day}T01:00:00Z`), remindAt(`${day}T01:00:00Z`)])
      await remindAt(`${day}T10:00:00Z`)
      counts.push(twice.reduce((sum, { reminded }) => sum + reminded, 0))
    }
    expect(counts).toEqual([0, 1, 0, 1, 0, 1, 0, 1])
    // The clock is set back.
    expect(await remindAt('2026-03-25T01:00:00Z')).toMatchObject({ reminded: 0 })
    await drainOutbox(contextOf(test.platform, '2026-03-30T01:00:00Z'), { info() {}, warn() {}, error() {}, debug() {} })
    expect((await noticesOf(firm.id)).map(({ facts }) => facts)).toMatchObject([
      { daysAhead: 5 },
      { daysAhead: 3 },
      { daysAhead: 1 },
      { daysAhead: 0 },
    ])
    await withdrawCommitment(owner(firm.id, '2026-03-30T02:00:00Z'), { ...(await commitmentStep(officer(), id)), reason: '不再办理' })
  })

  it('a promise that was kept, and the old day of one that was moved, are not reminded of', async () => {
    const firm = await createFirm(test.platform)
    const [kept, moved] = [await promise(officer(), firm.uscc, '2026-03-10'), await promise(officer(), firm.uscc, '2026-03-10')]
    await receiveSupplement(officer(), { ...(await commitmentStep(officer(), kept.id)), materials: [3] })
    const step = { ...(await commitmentStep(officer(), moved.id)), dueOn: '2026-03-12', reason: '延期' }
    await extendCommitment(officer(), step)
    expect(await remindAt('2026-03-03T01:00:00Z')).toMatchObject({ reminded: 0 })
    expect(await remindAt('2026-03-05T01:00:00Z')).toMatchObject({ reminded: 1 })
  })
})

describe('R8: a calendar that is not loaded', () => {
  it('stops the sweep for those promises alone, loudly; loaded, they are judged', async () => {
    const [firm, other] = [await createFirm(test.platform), await createFirm(test.platform)]
    const stuck = await promise(officer(), firm.uscc, '2026-03-10')
    const counted = await promise(officer(), other.uscc, '2026-03-10')
    // As an import of old cases could bring it: a day in a year whose notice nobody has loaded.
    const day = new Date('2023-06-05')
    await test.platform.prisma.commitment.update({ where: { id: stuck.id }, data: { supplementDueOn: day, nextDueOn: day } })
    const at = '2026-03-13T16:00:00Z'
    const { missed, unjudged } = await sweepAt(at)
    expect({ missed: missed > 0, unjudged }).toEqual({ missed: true, unjudged: { 2023: 1 } })
    expect(await sweepAt(at)).toEqual({ missed: 0, unjudged: { 2023: 1 } })
    expect([(await stored(stuck.id)).state, (await stored(counted.id)).state]).toEqual(['PENDING', 'MISSED'])
    const alerts = await test.platform.prisma.alert.findMany({ where: { kind: 'CALENDAR_NOT_LOADED' } })
    expect(alerts).toMatchObject([{ level: 'RED', facts: { year: 2023 } }])
    await test.asOwner(
      `INSERT INTO "CalendarDate" ("date", "kind", "nameZh", "sourceNotice") VALUES ('2023-01-01', 'HOLIDAY', '元旦', '测试')`,
    )
    expect(await sweepAt(at)).toEqual({ missed: 1, unjudged: {} })
    await test.asOwner(`DELETE FROM "CalendarDate" WHERE "date" < '2024-01-01'`)
  })

  it('民法典 art. 203 (analogy): a later notice that makes the due day a holiday moves it, and deliveries until then are in time', async () => {
    const firm = await createFirm(test.platform)
    const { id } = await promise(officer(), firm.uscc, '2026-03-25')
    await test.asOwner(
      `INSERT INTO "CalendarDate" ("date", "kind", "nameZh", "sourceNotice") VALUES ('2026-03-25', 'HOLIDAY', '临时放假', '测试')`,
    )
    expect(await sweepAt('2026-03-25T16:00:00Z')).toMatchObject({ missed: 0 })
    expect(await stored(id)).toMatchObject({ state: 'PENDING', nextDueOn: '2026-03-26' })
    const last = officer('2026-03-26T15:59:59Z')
    await receiveSupplement(last, { ...(await commitmentStep(last, id)), materials: [3] })
    expect(await stored(id)).toMatchObject({ state: 'FULFILLED' })
    await test.asOwner(`DELETE FROM "CalendarDate" WHERE "date" = '2026-03-25'`)
  })
})

it('the kept due day is what the rule gives, for every commitment of this file', async () => {
  const { nextDueOnOf } = await import('#services/commitments/next-due.ts')
  const rows = await test.platform.prisma.commitment.findMany({ include: { items: true } })
  expect(rows.length).toBeGreaterThan(15)
  const now = new Date('2026-04-10T01:00:00Z')
  expect(
    rows.filter((row) => row.nextDueOn?.getTime() !== nextDueOnOf(row, row.items, now)?.getTime()).map(({ number }) => number),
  ).toEqual([])
})
