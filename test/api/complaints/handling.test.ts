import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerComplaint } from '#services/complaints/answer-complaint.ts'
import { extendComplaint } from '#services/complaints/extend-complaint.ts'
import { refuseComplaint } from '#services/complaints/refuse-complaint.ts'
import { takeUpComplaint } from '#services/complaints/take-up-complaint.ts'
import { transferComplaint } from '#services/complaints/transfer-complaint.ts'
import { unsealComplainant } from '#services/complaints/unseal-complainant.ts'
import { visibleComplaints } from '#services/complaints/visible-complaints.ts'
import { audiencesOf } from '#services/files/procedure-audiences.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { startInvestigation } from '#services/listings/start-investigation.ts'
import { visibleCases } from '#services/listings/visible-cases.ts'
import { noticeRules } from '#services/notifications/notice-rules.ts'
import { stepsOf } from '#services/procedures/steps-of.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { complaintStep, createOffice, file, signedComplaint, visitorOf } from '#test/factories/complaining.ts'
import type { HandlingOffice } from '#test/factories/complaining.ts'
import { contextOf } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const [monday, tuesday] = ['2026-03-02T04:00:00Z', '2026-03-03T04:00:00Z']
/** Whatever points at the complainant: name, contact, a word only they used. */
const traces = ['欧阳', '1390000', '青花椒']
let test: TestPlatform
let firm: RegisteredIntermediary
let regulator: HandlingOffice
let reform: HandlingOffice
beforeAll(async () => {
  test = await openTestPlatform()
  firm = await createIntermediary(test.platform)
  regulator = await createOffice(test.platform, 'REGULATOR')
  reform = await createOffice(test.platform, 'REFORM_OFFICE')
})
afterAll(() => test.close())

const complain = async (more: Parameters<typeof signedComplaint>[1] = {}) =>
  (await file(visitorOf(test.platform, monday), signedComplaint(firm.uscc, more))).id
const rowOf = (id: string) => test.platform.prisma.complaint.findUniqueOrThrow({ where: { id } })
const stepOf = (id: string) => complaintStep(regulator.at(monday), id)
const takeUp = async (id: string, officer: UseCaseContext, uscc?: string) =>
  takeUpComplaint(officer, { ...(await stepOf(id)), ...(uscc ? { uscc } : {}) })
const handled = async (more: Parameters<typeof signedComplaint>[1] = {}) => {
  const id = await complain(more)
  await takeUp(id, regulator.at(tuesday))
  return id
}
const found = {
  isSubstantiated: true,
  consequence: 'CREDIT_EVENT',
  answer: '经核查，情况属实，已责令退费。',
  finding: '另收标价外费用一次，已退还。',
} as const
const text = (value: unknown) => JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one))

describe('the office handles it', () => {
  it('takes it up, extends it once and answers; the complainant reads each step, by office and never by name', async () => {
    const id = await handled()
    await extendComplaint(regulator.at('2026-04-01T15:00:00Z'), { ...(await stepOf(id)), reasons: '需要专业机构鉴定' })
    expect(await rowOf(id)).toMatchObject({ state: 'HANDLING', answerDueOn: new Date('2026-05-01') })
    await answerComplaint(regulator.at('2026-04-20T04:00:00Z'), {
      ...(await stepOf(id)),
      isSubstantiated: false,
      answer: '未发现另行收费。',
    })
    expect(await rowOf(id)).toMatchObject({ state: 'UNSUBSTANTIATED', answer: '未发现另行收费。', caseId: null })
    const steps = await stepsOf(test.platform.prisma, 'COMPLAINT', id, 'PARTIES')
    expect(steps.map(({ kind }) => kind)).toEqual([
      'COMPLAINT_RECEIVED',
      'COMPLAINT_TAKEN_UP',
      'COMPLAINT_EXTENDED',
      'COMPLAINT_UNSUBSTANTIATED',
    ])
    expect(steps.map(({ actorName }) => actorName)).toEqual([null, null, null, null])
    expect(await test.platform.prisma.creditEvent.count({ where: { sourceId: id } })).toBe(0)
  })

  it('does not admit with reasons; a closed one takes no further step', async () => {
    const id = await complain()
    await expect(refuseComplaint(regulator.at(tuesday), { ...(await stepOf(id)), reasons: ' ' })).rejects.toMatchObject({
      code: 'REASONS_REQUIRED',
    })
    await refuseComplaint(regulator.at(tuesday), { ...(await stepOf(id)), reasons: '同一事项已于二月答复。' })
    expect(await rowOf(id)).toMatchObject({ state: 'NOT_ADMITTED', answer: '同一事项已于二月答复。', handlerId: regulator.userId })
    await expect(takeUp(id, regulator.at(tuesday))).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
  })

  it('sends a misaddressed one on, on the fifth day at the latest; then it is the other office’s alone', async () => {
    const id = await complain()
    const on = async (at: string) =>
      transferComplaint(regulator.at(at), { ...(await stepOf(id)), officeId: reform.organisationId, reasons: '属于改革办职责' })
    await expect(on('2026-03-07T16:00:00Z')).rejects.toMatchObject({ code: 'TRANSFER_TOO_LATE', facts: { transferDueOn: '2026-03-07' } })
    await on('2026-03-07T15:59:59Z')
    expect(await rowOf(id)).toMatchObject({
      state: 'TRANSFERRED',
      officeId: reform.organisationId,
      handlerId: null,
      answerDueOn: new Date('2026-04-01'),
    })
    await expect(takeUp(id, regulator.at('2026-03-08T04:00:00Z'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await takeUp(id, reform.at('2026-03-08T04:00:00Z'))
    const back = { ...(await stepOf(id)), officeId: regulator.organisationId, reasons: '退回' }
    await expect(transferComplaint(reform.at('2026-03-07T05:00:00Z'), back)).rejects.toMatchObject({ code: 'TRANSFERRED_BEFORE' })
  })

  it('only to a body that handles complaints', async () => {
    const id = await complain()
    const stranger = await test.platform.prisma.organisation.create({
      data: { kind: 'AGENCY', nameZh: '虚构局', divisionCode: '410105', createdAt: new Date(monday) },
    })
    const input = { ...(await stepOf(id)), officeId: stranger.id, reasons: '属于该局职责' }
    await expect(transferComplaint(regulator.at(tuesday), input)).rejects.toMatchObject({ fields: [{ code: 'OFFICE_UNKNOWN' }] })
  })

  it('names the institution where the complainant gave words only, and a colleague can take over', async () => {
    const id = (await file(visitorOf(test.platform, monday), { ...signedComplaint(firm.uscc), uscc: null })).id
    await takeUp(id, reform.at(tuesday))
    await expect(answerComplaint(reform.at(tuesday), { ...(await stepOf(id)), ...found })).rejects.toMatchObject({
      code: 'SUBJECT_NOT_RECOGNISED',
    })
    await expect(takeUp(id, reform.at(tuesday))).rejects.toMatchObject({ code: 'HANDLED_BY_YOU' })
    const colleague = reform.at(tuesday, { userId: randomUUID() })
    await takeUp(id, colleague, firm.uscc)
    expect(await rowOf(id)).toMatchObject({ state: 'HANDLING', handlerId: colleague.viewer.userId, subjectId: firm.subjectId })
  })

  it('two officers at once: one takes it up, the other looks again', async () => {
    const id = await complain()
    const [version, colleague] = [await stepOf(id), regulator.at(tuesday, { userId: randomUUID() })]
    const outcomes = await Promise.allSettled([
      takeUpComplaint(regulator.at(tuesday), version),
      takeUpComplaint(colleague, { ...version, clientMutationId: randomUUID() }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONCURRENT_CHANGE' } })
  })
})

describe('what is true counts', () => {
  it('R6: as one event of the rule’s points, in the officer’s words, and the standing follows in the same transaction', async () => {
    const before = await test.platform.prisma.creditStanding.findUnique({ where: { subjectId: firm.subjectId } })
    const id = await handled()
    const answer = { ...found, occurredOn: '2026-03-05' }
    await expect(answerComplaint(regulator.at('2026-03-04T04:00:00Z'), { ...(await stepOf(id)), ...answer })).rejects.toMatchObject({
      fields: [{ path: 'occurredOn', code: 'DAY_IN_FUTURE' }],
    })
    await answerComplaint(regulator.at('2026-03-10T04:00:00Z'), { ...(await stepOf(id)), ...answer })
    const event = await test.platform.prisma.creditEvent.findFirstOrThrow({ where: { sourceType: 'Complaint', sourceId: id } })
    expect(event).toMatchObject({
      ...{ kind: 'COMPLAINT', points: -1, clause: 'ZZ-1.8', description: found.finding, subjectId: firm.subjectId },
      ...{ occurredOn: new Date('2026-03-05'), countsFromOn: new Date('2026-03-10'), countsUntilOn: new Date('2027-03-09') },
    })
    const after = await test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId: firm.subjectId } })
    expect(after.conductScore).toBe((before?.conductScore ?? 100) - 1)
  })

  it('R5: or by a violation case whose reporter is the officer: who answered does not investigate', async () => {
    const id = await handled()
    const answer = { ...found, consequence: 'CASE', violationCode: 'V-FEE-02' } as const
    await expect(
      answerComplaint(regulator.at(tuesday), { ...(await stepOf(id)), ...answer, violationCode: 'V-FEE-99' }),
    ).rejects.toMatchObject({ fields: [{ path: 'violationCode', code: 'VIOLATION_UNKNOWN' }] })
    await answerComplaint(regulator.at(tuesday), { ...(await stepOf(id)), ...answer })
    const { caseId, violationCode } = await rowOf(id)
    expect(violationCode).toBe('V-FEE-02')
    const opened = await test.platform.prisma.violationCase.findUniqueOrThrow({ where: { id: caseId ?? '' } })
    expect(opened).toMatchObject({ state: 'REPORTED', reporterId: regulator.userId, subjectId: firm.subjectId, facts: found.finding })
    const investigate = (context: UseCaseContext) =>
      startInvestigation(context, { clientMutationId: randomUUID(), number: opened.number, version: opened.version })
    await expect(investigate(regulator.at('2026-03-04T04:00:00Z'))).rejects.toMatchObject({
      code: 'SEPARATION_OF_DUTIES',
    })
    await investigate(regulator.at('2026-03-04T04:00:00Z', { userId: randomUUID() }))
    // The complainant named 2026-02-27: the party reads the officer's day, which is that of the answer where none was found.
    expect(opened.occurredOn).toEqual(new Date('2026-03-03'))
    // No event beside the case: only its decision finds anything.
    expect(await test.platform.prisma.creditEvent.count({ where: { sourceId: id } })).toBe(0)
  })
})

describe('河南条例 art. 78: identity protected', () => {
  const unseal = async (id: string, officer: UseCaseContext, reason = '需要电话核实收据编号') =>
    unsealComplainant(officer, { ...(await stepOf(id)), reason })

  it('the handler opens it with a reason, each opening on record, what was read in no record', async () => {
    const id = await handled()
    await expect(unseal(id, regulator.at(tuesday), '看')).rejects.toMatchObject({ fields: [{ path: 'reason' }] })
    for (let time = 0; time < 2; time += 1)
      expect(await unseal(id, regulator.at(tuesday))).toEqual({ name: '欧阳举报', contact: '13900001234' })
    const audits = await test.platform.prisma.auditEvent.findMany({ where: { entityId: id, action: 'complaints.unseal' } })
    expect(audits).toMatchObject([{ actorId: regulator.userId, after: { reason: '需要电话核实收据编号' } }, { actorId: regulator.userId }])
    expect(text(audits)).not.toMatch(/欧阳|1390000/)
    const steps = await stepsOf(test.platform.prisma, 'COMPLAINT', id, 'OFFICIALS')
    expect(steps.filter(({ kind }) => kind === 'COMPLAINT_UNSEALED')).toHaveLength(2)
    expect((await stepsOf(test.platform.prisma, 'COMPLAINT', id, 'PARTIES')).map(({ kind }) => kind)).not.toContain('COMPLAINT_UNSEALED')
  })

  it('nobody else does: no colleague, no other office, no auditor, no party; nor anybody once it is answered', async () => {
    const id = await handled()
    const others = [
      regulator.at(tuesday, { userId: randomUUID() }),
      reform.at(tuesday),
      contextOf(test.platform, tuesday, { roles: ['AUDITOR'], organisationId: regulator.organisationId }),
      contextOf(test.platform, tuesday, { roles: ['INTERMEDIARY'], subjectId: firm.subjectId }),
      visitorOf(test.platform, tuesday),
    ]
    for (const other of others)
      await expect(unseal(id, other)).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND|SIGN_IN/) })
    await answerComplaint(regulator.at(tuesday), { ...(await stepOf(id)), isSubstantiated: false, answer: '未发现问题。' })
    await expect(unseal(id, regulator.at(tuesday))).rejects.toMatchObject({ code: 'COMPLAINT_CLOSED' })
    const nameless = await handled({ name: null, contact: null })
    await expect(unseal(nameless, regulator.at(tuesday))).rejects.toMatchObject({ code: 'COMPLAINT_ANONYMOUS' })
  })

  it('the same wish sent again opens nothing for who handles it no more', async () => {
    const id = await handled()
    const wish = { ...(await stepOf(id)), reason: '需要电话核实收据编号' }
    const opened = { name: '欧阳举报', contact: '13900001234' }
    expect(await unsealComplainant(regulator.at(tuesday), wish)).toEqual(opened)
    expect(await unsealComplainant(regulator.at(tuesday), wish)).toEqual(opened)
    const colleague = regulator.at(tuesday, { userId: randomUUID() })
    await takeUp(id, colleague)
    await expect(unsealComplainant(regulator.at(tuesday), wish)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await answerComplaint(colleague, { ...(await stepOf(id)), isSubstantiated: false, answer: '未发现问题。' })
    await expect(unsealComplainant(regulator.at(tuesday), wish)).rejects.toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|COMPLAINT_CLOSED/),
    })
  })

  it('nobody handles what they filed themselves', async () => {
    const officer = regulator.at(monday)
    const { id } = await file(officer, signedComplaint(firm.uscc))
    await expect(takeUp(id, regulator.at(tuesday))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await takeUp(id, regulator.at(tuesday, { userId: randomUUID() }))
  })

  it('the party concerned never learns of it but by its result: not in lists, files, cases, events or messages', async () => {
    const party = contextOf(test.platform, '2026-06-01T04:00:00Z', { roles: ['INTERMEDIARY'], subjectId: firm.subjectId })
    const { prisma } = test.platform
    const id = await handled()
    await answerComplaint(regulator.at(tuesday), { ...(await stepOf(id)), ...found })
    expect(await prisma.complaint.findMany({ where: visibleComplaints(party.viewer) })).toEqual([])
    expect(await audiencesOf(party, 'COMPLAINT', id)).toEqual([])
    const notices = await noticeRules['complaints.counted']?.noticesOf(prisma, id)
    expect(notices).toEqual([{ kind: 'complaints.counted', recipients: [{ subjectId: firm.subjectId }], facts: {} }])
    const seen = text([
      await prisma.violationCase.findMany({ where: visibleCases(party.viewer) }),
      await prisma.creditEvent.findMany({ where: { subjectId: firm.subjectId } }),
      await prisma.creditStanding.findMany({ where: { subjectId: firm.subjectId } }),
    ])
    expect(seen).toContain(found.finding)
    // Nor by the day that only who was there could name.
    expect(seen).not.toContain('2026-02-27')
    for (const trace of traces) expect(seen).not.toContain(trace)
  })

  it('an officer who acts for the firm concerned does not find it', async () => {
    const id = await complain()
    const tied = regulator.at(tuesday, { userId: randomUUID(), subjectId: firm.subjectId })
    await expect(takeUp(id, tied)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
