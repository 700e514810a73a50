import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmCommitment } from '#services/commitments/confirm-commitment.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { notifyOfEvent } from '#services/notifications/notify-of-event.ts'
import { decideUntrueFinding } from '#services/verification/decide-untrue-finding.ts'
import { fileUntrueDefence } from '#services/verification/file-untrue-defence.ts'
import { proposeUntrue } from '#services/verification/propose-untrue.ts'
import { recordVerification } from '#services/verification/record-verification.ts'
import { commitmentStep, createAgency, handle, officerOf, promise } from '#test/factories/accepting.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { doubt, findingStep, findUntrue, managerOf } from '#test/factories/verifying.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agency: string
let otherAgency: string
const received = '2026-03-02T01:00:00Z'
const noticedAt = '2026-03-09T01:00:00Z'
// Ten working days after Monday the 9th: to the end of Monday the 23rd.
const lastMoment = '2026-03-23T15:59:59.999Z'
const windowOver = '2026-03-23T16:00:00.000Z'

beforeAll(async () => {
  test = await openTestPlatform()
  agency = await createAgency(test.platform, '虚构核查局一')
  otherAgency = await createAgency(test.platform, '虚构核查局二')
})
afterAll(() => test.close())

/** Something handled on a promise and approved; the officer of the case keeps the identity. */
async function handled() {
  const firm = await createFirm(test.platform)
  const officer = officerOf(test.platform, agency, received)
  const { id, caseId } = await handle(officer, firm.uscc)
  await test.platform.prisma.approvalCase.update({ where: { id: caseId }, data: { state: 'DECIDED' } })
  return { firm, officer, commitmentId: id, caseId }
}
const at = (instant: string, roles: 'WINDOW_OFFICER' | 'AGENCY_MANAGER', userId?: string) =>
  contextOf(test.platform, instant, { roles: [roles], organisationId: agency, ...(userId ? { userId } : {}) })
const owner = (instant: string, subjectId: string) => contextOf(test.platform, instant, { roles: ['APPLICANT'], subjectId })
const decision = { reasons: '经查档案，与事实不符', serviceMethod: 'IN_PERSON' } as const
const taskOf = (commitmentId: string) => test.platform.prisma.verificationTask.findUniqueOrThrow({ where: { commitmentId } })
const findingOf = (id: string) => test.platform.prisma.untrueFinding.findUniqueOrThrow({ where: { id } })
const standingOf = (subjectId: string) => test.platform.prisma.creditStanding.findUnique({ where: { subjectId } })

describe('R1.4: from the doubt to the revocation', () => {
  it('what is handled on a promise has its task; a doubt serves the notice and touches nothing else', async () => {
    const { commitmentId, caseId, firm } = await handled()
    expect(await taskOf(commitmentId)).toMatchObject({ state: 'OPEN', planId: null, organisationId: agency })
    const id = await doubt(at(noticedAt, 'WINDOW_OFFICER'), commitmentId)
    expect(await findingOf(id)).toMatchObject({
      state: 'NOTICED',
      defenceDueOn: new Date('2026-03-23'),
      ruleSetVersion: 'ZZ-VERIFICATION-1',
    })
    expect(await taskOf(commitmentId)).toMatchObject({ state: 'DOUBTED', findings: '亲属关系证明与档案不符' })
    const { prisma } = test.platform
    expect(await prisma.documentService.findFirstOrThrow({ where: { entityId: id } })).toMatchObject({
      document: 'NOTICE',
      method: 'IN_PERSON',
    })
    expect(await prisma.commitment.findUniqueOrThrow({ where: { id: commitmentId } })).toMatchObject({ state: 'PENDING' })
    expect(await prisma.approvalCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ state: 'DECIDED' })
    expect((await standingOf(firm.id))?.bars ?? []).toEqual([])
  })

  it('found: breach, revocation, hold, listing case and the service of the decision, all at once', async () => {
    const { commitmentId, caseId, firm } = await handled()
    const id = await findUntrue(test.platform, agency, commitmentId, { noticedAt, decidedAt: windowOver })
    const { prisma } = test.platform
    const finding = await findingOf(id)
    expect(finding).toMatchObject({ state: 'FOUND', decisionNumber: expect.stringMatching(/^RJ-2026-/) as string })
    const breach = await prisma.commitmentBreach.findUniqueOrThrow({ where: { id: finding.breachId ?? '' } })
    expect(breach).toMatchObject({ commitmentId, kind: 'UNTRUE', breachedOn: new Date('2026-03-24') })
    expect(await prisma.approvalCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ state: 'REVOKED' })
    expect(await prisma.violationCase.findMany({ where: { subjectId: firm.id } })).toMatchObject([
      { kind: 'BROKEN_COMMITMENTS', triggerBreachId: breach.id, state: 'REPORTED' },
    ])
    expect((await standingOf(firm.id))?.bars).toMatchObject([
      { kind: 'TOLERANT_ACCEPTANCE', from: '2026-03-24', until: '2027-03-23', reasonCode: 'HOLD_UNTRUE_COMMITMENT' },
      { kind: 'TOLERANT_HANDLING', from: '2026-03-24', until: null },
    ])
    const services = await prisma.documentService.findMany({ where: { entityId: id }, orderBy: { recordedAt: 'asc' } })
    expect(services.map(({ document }) => document)).toEqual(['NOTICE', 'DECISION'])
  })

  it('the bodies concerned are told, and no others: a running case elsewhere, and the office in charge', async () => {
    const { commitmentId, firm } = await handled()
    await createAgency(test.platform, '虚构无关局')
    await promise(officerOf(test.platform, otherAgency, received), firm.uscc, '2026-03-27')
    const id = await findUntrue(test.platform, agency, commitmentId, { noticedAt, decidedAt: windowOver })
    const { prisma } = test.platform
    const told = await prisma.procedureEvent.findFirstOrThrow({ where: { entityId: id, kind: 'UNTRUE_BODIES_TOLD' } })
    const { bodies } = told.facts as { bodies: string }
    expect(bodies).toContain('虚构核查局二')
    expect(bodies).not.toContain('虚构无关局')
    const event = await prisma.outboxEvent.findFirstOrThrow({ where: { topic: 'verification.untrueDecided', entityId: id } })
    await runInTransaction(contextOf(test.platform, windowOver), (unit) => notifyOfEvent(unit, event))
    const notices = await prisma.notification.findMany({ where: { kind: 'verification.bodyTold', organisationId: otherAgency } })
    expect(notices).toHaveLength(1)
  })

  it('not found: the promise stands as it was, its task is true, and what was handled on it is settled', async () => {
    const { commitmentId, caseId, firm } = await handled()
    const id = await doubt(at(noticedAt, 'WINDOW_OFFICER'), commitmentId)
    const step = await findingStep(test.platform, id)
    const manager = managerOf(test.platform, agency, windowOver)
    await decideUntrueFinding(manager, { ...step, ...decision, outcome: 'NOT_FOUND' })
    const { prisma } = test.platform
    expect(await findingOf(id)).toMatchObject({ state: 'NOT_FOUND', breachId: null })
    expect(await taskOf(commitmentId)).toMatchObject({ state: 'TRUE' })
    expect(await prisma.commitment.findUniqueOrThrow({ where: { id: commitmentId } })).toMatchObject({
      state: 'FULFILLED',
      isPublished: false,
    })
    expect(await prisma.approvalCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ state: 'DECIDED' })
    expect(await prisma.violationCase.count({ where: { subjectId: firm.id } })).toBe(0)
  })
})

describe('nobody is decided on unheard', () => {
  it('not in the last moment of the window; after a defence at once', async () => {
    const { commitmentId, firm } = await handled()
    const id = await doubt(at(noticedAt, 'WINDOW_OFFICER'), commitmentId)
    const early = managerOf(test.platform, agency, lastMoment)
    const tooEarly = decideUntrueFinding(early, { ...(await findingStep(test.platform, id)), ...decision, outcome: 'FOUND' })
    await expect(tooEarly).rejects.toMatchObject({ code: 'DEFENCE_WINDOW_OPEN' })
    const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
    await fileUntrueDefence(owner(lastMoment, firm.id), {
      ...(await findingStep(test.platform, id)),
      statement: '原件存于市档案馆，现提交复制件',
      files: [{ fileName: '档案复制件.pdf', content: pdf }],
    })
    const { prisma } = test.platform
    expect(await prisma.procedureFile.findMany({ where: { entityId: id } })).toMatchObject([{ purpose: 'DEFENCE', audience: 'PARTIES' }])
    await decideUntrueFinding(early, { ...(await findingStep(test.platform, id)), ...decision, outcome: 'FOUND' })
    expect(await findingOf(id)).toMatchObject({ state: 'FOUND' })
  })

  it('a defence is the party’s own, within the window, once', async () => {
    const { commitmentId, firm } = await handled()
    const id = await doubt(at(noticedAt, 'WINDOW_OFFICER'), commitmentId)
    const stranger = await createFirm(test.platform)
    const said = { ...(await findingStep(test.platform, id)), statement: '属实' }
    await expect(fileUntrueDefence(owner(noticedAt, stranger.id), said)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(fileUntrueDefence(at(noticedAt, 'AGENCY_MANAGER'), said)).rejects.toThrow(ForbiddenError)
    await expect(fileUntrueDefence(owner(windowOver, firm.id), said)).rejects.toMatchObject({ code: 'DEFENCE_WINDOW_OVER' })
    await fileUntrueDefence(owner(lastMoment, firm.id), said)
    const again = { ...(await findingStep(test.platform, id)), statement: '再次说明' }
    await expect(fileUntrueDefence(owner(lastMoment, firm.id), again)).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  it('a notice that reached nobody opens nothing: without an account another way is named', async () => {
    const { commitmentId } = await handled()
    const officer = at(noticedAt, 'WINDOW_OFFICER')
    const step = { ...(await commitmentStep(officer, commitmentId)), facts: '不符', basis: '承诺书' }
    await expect(proposeUntrue(officer, step)).rejects.toMatchObject({ code: 'SERVICE_METHOD_REQUIRED' })
    expect(await test.platform.prisma.untrueFinding.count({ where: { commitmentId } })).toBe(0)
    // By public notice the window begins when the notice has been up for its days: 8 April; ten working days on is the 22nd.
    const id = await proposeUntrue(officer, { ...step, clientMutationId: randomUUID(), serviceMethod: 'PUBLIC_NOTICE' })
    expect(await findingOf(id)).toMatchObject({ defenceDueOn: new Date('2026-04-22') })
  })
})

describe('separation of duties', () => {
  it('neither who proposed nor the officer of the case decides; nor another agency; nor a window officer', async () => {
    const { commitmentId, officer } = await handled()
    const proposer = randomUUID()
    const id = await doubt(at(noticedAt, 'AGENCY_MANAGER', proposer), commitmentId)
    const decide = async (context: ReturnType<typeof at>, outcome: 'FOUND' | 'NOT_FOUND') =>
      decideUntrueFinding(context, { ...(await findingStep(test.platform, id)), ...decision, outcome })
    const officerAsManager = at(windowOver, 'AGENCY_MANAGER', officer.viewer.userId ?? '')
    for (const outcome of ['FOUND', 'NOT_FOUND'] as const) {
      await expect(decide(at(windowOver, 'AGENCY_MANAGER', proposer), outcome)).rejects.toMatchObject({
        code: 'SEPARATION_OF_DUTIES',
        facts: { is: 'PROPOSER' },
      })
      await expect(decide(officerAsManager, outcome)).rejects.toMatchObject({ code: 'SEPARATION_OF_DUTIES', facts: { is: 'OFFICER' } })
      await expect(decide(at(windowOver, 'WINDOW_OFFICER'), outcome)).rejects.toThrow(ForbiddenError)
      await expect(decide(managerOf(test.platform, otherAgency, windowOver), outcome)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await findingOf(id)).toMatchObject({ state: 'NOTICED' })
  })

  it('a manager who acts for the applicant decides nothing about it', async () => {
    const { commitmentId, firm } = await handled()
    const id = await doubt(at(noticedAt, 'WINDOW_OFFICER'), commitmentId)
    const own = contextOf(test.platform, windowOver, { roles: ['AGENCY_MANAGER'], organisationId: agency, subjectId: firm.id })
    const attempt = async () => decideUntrueFinding(own, { ...(await findingStep(test.platform, id)), ...decision, outcome: 'NOT_FOUND' })
    await expect(attempt()).rejects.toThrow(ForbiddenError)
  })
})

describe('once, whoever tries', () => {
  it('two doubts at once: one finding; two decisions at once: one breach; a retry answers with the first', async () => {
    const { commitmentId, firm } = await handled()
    const officers = [at(noticedAt, 'WINDOW_OFFICER'), at(noticedAt, 'WINDOW_OFFICER')]
    const doubts = await Promise.allSettled(officers.map((officer) => doubt(officer, commitmentId)))
    expect(doubts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(doubts.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'FINDING_OPEN' } })
    const { id } = await test.platform.prisma.untrueFinding.findFirstOrThrow({ where: { commitmentId } })
    const manager = managerOf(test.platform, agency, windowOver)
    const step = { ...(await findingStep(test.platform, id)), ...decision, outcome: 'FOUND' as const }
    const other = managerOf(test.platform, agency, windowOver)
    const decisions = await Promise.allSettled([
      decideUntrueFinding(manager, step),
      decideUntrueFinding(manager, step),
      decideUntrueFinding(other, { ...step, clientMutationId: randomUUID() }),
    ])
    expect(decisions.filter(({ status }) => status === 'rejected').length).toBeLessThanOrEqual(2)
    expect(await test.platform.prisma.commitmentBreach.count({ where: { subjectId: firm.id } })).toBe(1)
    expect(await test.platform.prisma.violationCase.count({ where: { subjectId: firm.id } })).toBe(1)
  })

  it('a promise with an open doubt is not confirmed by the way', async () => {
    const { commitmentId } = await handled()
    await doubt(at(noticedAt, 'WINDOW_OFFICER'), commitmentId)
    const officer = at(noticedAt, 'WINDOW_OFFICER')
    const confirm = confirmCommitment(officer, { ...(await commitmentStep(officer, commitmentId)), reason: '属实' })
    await expect(confirm).rejects.toMatchObject({ code: 'FINDING_OPEN' })
  })

  it('a task is answered once', async () => {
    const { commitmentId } = await handled()
    // The day after its publicity.
    const officer = at('2026-03-10T01:00:00Z', 'WINDOW_OFFICER')
    const { number, version, id } = await taskOf(commitmentId)
    const result = { number, version, method: '与户籍档案比对', findings: '一致' }
    expect(await recordVerification(officer, { clientMutationId: randomUUID(), ...result })).toBe(id)
    const again = recordVerification(officer, { clientMutationId: randomUUID(), ...result })
    await expect(again).rejects.toMatchObject({ code: 'CONCURRENT_CHANGE' })
    const later = recordVerification(officer, { clientMutationId: randomUUID(), ...result, version: version + 1 })
    await expect(later).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
    const stranger = officerOf(test.platform, otherAgency, noticedAt)
    await expect(recordVerification(stranger, { clientMutationId: randomUUID(), ...result })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await test.platform.prisma.commitment.findUniqueOrThrow({ where: { id: commitmentId } })).toMatchObject({ state: 'FULFILLED' })
  })
})

it('what is kept equals what the facts give', async () => {
  const { checked, differing } = await verifyAllStandings(contextOf(test.platform, '2026-04-01T01:00:00Z'))
  expect(checked).toBeGreaterThan(2)
  expect(differing).toEqual([])
})
