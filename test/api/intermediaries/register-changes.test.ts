import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromDbDay } from '#prisma/db-day.ts'
import { fictitiousIdentityNumber } from '#prisma/seed/invented/codes.ts'
import { decideRegisterChange } from '#services/intermediaries/decide-register-change.ts'
import { requestAffiliationChange } from '#services/intermediaries/request-affiliation-change.ts'
import { requestPractitionerChange } from '#services/intermediaries/request-practitioner-change.ts'
import { requestProfileChange } from '#services/intermediaries/request-profile-change.ts'
import { requestQualificationChange } from '#services/intermediaries/request-qualification-change.ts'
import { withdrawRegisterChange } from '#services/intermediaries/withdraw-register-change.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { createAgency } from '#test/factories/accepting.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { certificateOf, changeStep, createCertifiedFirm, staffOf } from '#test/factories/upkeep.ts'
import { createCase, decisionTexts, later, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const friday = '2026-11-20T02:00:00Z'
let test: TestPlatform
let reform: UseCaseContext

beforeAll(async () => {
  test = await openTestPlatform()
  reform = contextOf(test.platform, friday, { roles: ['REFORM_OFFICE'] })
})
afterAll(() => test.close())

const id = () => randomUUID()
const firmRow = (intermediaryId: string) =>
  test.platform.prisma.intermediary.findUniqueOrThrow({
    where: { id: intermediaryId },
    include: { subject: true, qualifications: true, practitioners: { include: { subject: true } }, affiliations: true },
  })
const changeRow = (changeId: string) => test.platform.prisma.registerChange.findUniqueOrThrow({ where: { id: changeId } })
const decide = async (changeId: string, outcome: 'ACCEPTED' | 'REFUSED' = 'ACCEPTED', reasons = '') =>
  decideRegisterChange(reform, { ...(await changeStep(reform, changeId)), outcome, reasons })
const searchName = async (intermediaryId: string) =>
  (await test.platform.prisma.searchDocument.findUniqueOrThrow({ where: { intermediaryId }, select: { name: true } })).name

describe('a change of the profile', () => {
  it('shows the old state everywhere until it is accepted, then the new one, with both in the history', async () => {
    const firm = await createIntermediary(test.platform)
    const staff = staffOf(test.platform, firm, friday)
    const old = await firmRow(firm.intermediaryId)
    const changeId = await requestProfileChange(staff, {
      clientMutationId: id(),
      profile: { name: '虚构新名称有限公司', address: '郑州市新址' },
    })
    // Friday; Monday and Tuesday are the two working days.
    expect(fromDbDay((await changeRow(changeId)).checkDueOn)).toBe('2026-11-24')
    expect(await firmRow(firm.intermediaryId)).toEqual(old)
    expect(await searchName(firm.intermediaryId)).toBe(old.subject.name)

    await decide(changeId)
    expect(await firmRow(firm.intermediaryId)).toMatchObject({
      address: '郑州市新址',
      subject: { name: '虚构新名称有限公司', uscc: firm.uscc },
    })
    expect(await searchName(firm.intermediaryId)).toBe('虚构新名称有限公司')
    expect(await changeRow(changeId)).toMatchObject({
      state: 'ACCEPTED',
      before: { '': { name: old.subject.name, address: old.address } },
      checkedById: reform.viewer.userId,
    })
    const audit = await test.platform.prisma.auditEvent.findFirstOrThrow({
      where: { entityId: changeId, action: 'intermediary.acceptChange' },
    })
    expect(audit).toMatchObject({ before: { '': { address: old.address } }, after: { wanted: { address: '郑州市新址' } } })
    const organisation = await test.platform.prisma.organisation.findUniqueOrThrow({ where: { subjectId: firm.subjectId } })
    expect(organisation.nameZh).toBe('虚构新名称有限公司')
  })

  it('telephone and introduction change at once, the rest of the same wish waits', async () => {
    const firm = await createIntermediary(test.platform)
    const staff = staffOf(test.platform, firm, friday)
    const changeId = await requestProfileChange(staff, {
      clientMutationId: id(),
      profile: { phone: '0371-55551111', introduction: '新的简介', legalForm: '股份有限公司' },
    })
    expect(await firmRow(firm.intermediaryId)).toMatchObject({
      phone: '0371-55551111',
      introduction: '新的简介',
      legalForm: '有限责任公司',
    })
    expect(await changeRow(changeId)).toMatchObject({ state: 'SUBMITTED', wanted: { legalForm: '股份有限公司' } })
    await expect(requestProfileChange(staff, { clientMutationId: id(), profile: { phone: '0371-55551111' } })).rejects.toMatchObject({
      code: 'NOTHING_CHANGED',
    })
  })

  it('a further wish joins the running one, and an officer who looked before must look again', async () => {
    const firm = await createIntermediary(test.platform)
    const staff = staffOf(test.platform, firm, friday)
    const ask = (profile: Parameters<typeof requestProfileChange>[1]['profile']) =>
      requestProfileChange(staff, { clientMutationId: id(), profile })
    const first = await ask({ address: '第一个地址' })
    const looked = await changeStep(reform, first)
    const both = await Promise.all([ask({ address: '第二个地址' }), ask({ legalForm: '股份有限公司' })])
    expect(both).toEqual([first, first])
    expect((await changeRow(first)).wanted).toEqual({ address: '第二个地址', legalForm: '股份有限公司' })
    await expect(decideRegisterChange(reform, { ...looked, outcome: 'ACCEPTED' })).rejects.toBeInstanceOf(ConcurrentChangeError)
  })

  it('of two officers at once one decides; a refusal needs reasons and changes nothing', async () => {
    const firm = await createIntermediary(test.platform)
    const changeId = await requestProfileChange(staffOf(test.platform, firm, friday), {
      clientMutationId: id(),
      profile: { address: '新址' },
    })
    await expect(decide(changeId, 'REFUSED')).rejects.toMatchObject({ code: 'REASONS_WANTED' })
    const settled = await Promise.allSettled([decide(changeId, 'REFUSED', '地址与证照不符'), decide(changeId, 'REFUSED', '地址与证照不符')])
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await firmRow(firm.intermediaryId)).address).toBe('郑州市金水区')
    expect(await changeRow(changeId)).toMatchObject({ state: 'REFUSED', checkReasons: '地址与证照不符' })
    await expect(decide(changeId)).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
  })

  it('who acts: the firm for itself, the reform office never for its own firm, nobody else', async () => {
    const firm = await createIntermediary(test.platform)
    const other = await createIntermediary(test.platform)
    const staff = staffOf(test.platform, firm, friday)
    const changeId = await requestProfileChange(staff, { clientMutationId: id(), profile: { address: '新址' } })
    const step = await changeStep(staff, changeId)
    await expect(withdrawRegisterChange(staffOf(test.platform, other, friday), step)).rejects.toBeInstanceOf(NotFoundError)
    await expect(decideRegisterChange(staff, { ...step, outcome: 'ACCEPTED' })).rejects.toBeInstanceOf(ForbiddenError)
    const interested = contextOf(test.platform, friday, { roles: ['REFORM_OFFICE'], subjectId: firm.subjectId })
    await expect(decideRegisterChange(interested, { ...step, outcome: 'ACCEPTED' })).rejects.toBeInstanceOf(ForbiddenError)
    await expect(requestProfileChange(reform, { clientMutationId: id(), profile: { address: '新址' } })).rejects.toBeInstanceOf(
      ForbiddenError,
    )
    await withdrawRegisterChange(staff, step)
    expect((await changeRow(changeId)).state).toBe('WITHDRAWN')
    // A new wish is a new change.
    expect(await requestProfileChange(staff, { clientMutationId: id(), profile: { address: '新址' } })).not.toBe(changeId)
  })
})

describe('practitioners', () => {
  const person = (index: number) => ({
    name: `虚构人员${index}`,
    identityNumber: fictitiousIdentityNumber(900_000 + index),
    title: '工程师',
  })

  it('are sealed from the request on, entered on acceptance, and marked where they stand twice', async () => {
    const [firm, other] = [await createIntermediary(test.platform), await createIntermediary(test.platform)]
    const add = async (to: typeof firm, who: ReturnType<typeof person>) => {
      const staff = staffOf(test.platform, to, friday)
      return requestPractitionerChange(staff, { clientMutationId: id(), practitioner: { op: 'ADD', ...who } })
    }
    const changeId = await add(firm, person(1))
    const stored = JSON.stringify(
      [await changeRow(changeId), await test.platform.prisma.auditEvent.findMany({ where: { entityId: changeId } })],
      (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    )
    expect(stored).not.toContain(person(1).identityNumber)
    expect((await firmRow(firm.intermediaryId)).practitioners).toHaveLength(1)
    await decide(changeId)
    const entered = (await firmRow(firm.intermediaryId)).practitioners.find(({ subject }) => subject.name === person(1).name)
    expect(entered?.subject.identityHash).toBe(test.platform.identityVault.hash(person(1).identityNumber))

    const again = await add(other, person(1))
    await decide(again)
    const alerts = await test.platform.prisma.alert.findMany({
      where: { kind: 'PRACTITIONER_AT_SEVERAL_INSTITUTIONS', subjectId: entered?.subjectId ?? '' },
    })
    expect(alerts).toHaveLength(1)
    await expect(decide(await add(firm, person(1)))).rejects.toMatchObject({
      code: 'CHANGE_BLOCKED',
      facts: { findings: ['PERSON_ALREADY_REGISTERED'] },
    })
  })

  it('a person on the blacklist can not be added; one who leaves is gone after the check', async () => {
    const [firm, other] = [await createIntermediary(test.platform), await createIntermediary(test.platform)]
    const staff = staffOf(test.platform, firm, friday)
    await decide(await requestPractitionerChange(staff, { clientMutationId: id(), practitioner: { op: 'ADD', ...person(2) } }))
    const listed = (await firmRow(firm.intermediaryId)).practitioners.find(({ subject }) => subject.name === person(2).name)
    if (!listed) throw new Error('not entered')
    const people = peopleOf(test.platform, listed.subjectId, '2026-10-12T02:00:00Z')
    const caseId = await createCase(people, firm.uscc, 'DEFENCE_FILED', { practitionerId: listed.id })
    await decideViolation(later(people.decider, '2026-11-03T02:00:00Z'), {
      ...(await stepOf(people.decider, caseId)),
      ...decisionTexts,
      outcome: 'LISTED',
      publicUntilOn: '2028-11-03',
    })
    const wanted = await requestPractitionerChange(staffOf(test.platform, other, friday), {
      clientMutationId: id(),
      practitioner: { op: 'ADD', ...person(2) },
    })
    await expect(decide(wanted)).rejects.toMatchObject({ code: 'CHANGE_BLOCKED', facts: { findings: ['PERSON_BARRED'] } })
    expect((await firmRow(other.intermediaryId)).practitioners).toHaveLength(1)

    const leaving = await requestPractitionerChange(staff, {
      clientMutationId: id(),
      practitioner: { op: 'LEAVE', practitionerId: listed.id },
    })
    expect((await firmRow(firm.intermediaryId)).practitioners).toHaveLength(2)
    await decide(leaving)
    expect((await firmRow(firm.intermediaryId)).practitioners).toHaveLength(1)
    // The listing is the person's own and stays.
    expect(await test.platform.prisma.listEntry.count({ where: { subjectId: listed.subjectId, status: 'ACTIVE' } })).toBe(1)
  })
})

describe('certificates and ties', () => {
  it('certificates are added, corrected and removed by one change together', async () => {
    const firm = await createCertifiedFirm(test.platform, '2027-06-30')
    const staff = staffOf(test.platform, firm, friday)
    const ask = (qualification: Parameters<typeof requestQualificationChange>[1]['qualification']) =>
      requestQualificationChange(staff, { clientMutationId: id(), qualification })
    const changeId = await ask({ op: 'ADD', certificate: certificateOf('新增1') })
    await ask({ op: 'REMOVE', qualificationId: firm.qualificationId })
    await decide(changeId)
    expect((await firmRow(firm.intermediaryId)).qualifications.map(({ certificateNo }) => certificateNo)).toEqual(['新增1'])
    await expect(ask({ op: 'REMOVE', qualificationId: firm.qualificationId })).rejects.toBeInstanceOf(NotFoundError)
    const stranger = await createCertifiedFirm(test.platform, '2027-06-30')
    await expect(ask({ op: 'REMOVE', qualificationId: stranger.qualificationId })).rejects.toBeInstanceOf(NotFoundError)
    await expect(
      ask({ op: 'ADD', certificate: { ...certificateOf('过期'), validUntilOn: '2026-11-19' } }).then(decide),
    ).rejects.toMatchObject({ code: 'CHANGE_BLOCKED', facts: { findings: ['CERTIFICATE_EXPIRED'] } })
  })

  it('a tie is declared and ended; until the check the old ties hold', async () => {
    const firm = await createIntermediary(test.platform)
    const staff = staffOf(test.platform, firm, friday)
    const agencyId = await createAgency(test.platform, '虚构局')
    const declared = { kind: 'SUBORDINATE_UNIT', partyName: '虚构局', agencyId, fromOn: '2026-01-01' } as const
    await decide(await requestAffiliationChange(staff, { clientMutationId: id(), declared }))
    const [tie] = (await firmRow(firm.intermediaryId)).affiliations
    if (!tie) throw new Error('no tie')
    expect(tie).toMatchObject({ agencyId, isDeclared: true, untilOn: null })
    const ended = { affiliationId: tie.id, untilOn: '2026-10-31' }
    const ending = await requestAffiliationChange(staff, { clientMutationId: id(), ended })
    expect((await firmRow(firm.intermediaryId)).affiliations[0]?.untilOn).toBeNull()
    await decide(ending)
    expect((await firmRow(firm.intermediaryId)).affiliations[0]?.untilOn).toEqual(new Date('2026-10-31T00:00:00Z'))
    // What has ended can't end again.
    await expect(requestAffiliationChange(staff, { clientMutationId: id(), ended })).rejects.toBeInstanceOf(NotFoundError)
    const noAgency = requestAffiliationChange(staff, { clientMutationId: id(), declared: { ...declared, agencyId: null } })
    await expect(noAgency).rejects.toMatchObject({ fields: [{ path: 'declared.agencyId', code: 'AGENCY_WANTED' }] })
  })
})
