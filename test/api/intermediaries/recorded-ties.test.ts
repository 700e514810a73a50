import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import { createOrganisation } from '#services/access/create-organisation.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { decideRegisterChange } from '#services/intermediaries/decide-register-change.ts'
import { recordTie } from '#services/intermediaries/record-tie.ts'
import { requestAffiliationChange } from '#services/intermediaries/request-affiliation-change.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { choiceOf, createIntermediary, createOwner } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { changeStep, staffOf } from '#test/factories/upkeep.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-11-02T01:00:00Z'
let test: TestPlatform
let owner: UseCaseContext
let officer: UseCaseContext
let colleague: UseCaseContext
let agencyId: string

beforeAll(async () => {
  test = await openTestPlatform()
  owner = await createOwner(test.platform, monday)
  officer = contextOf(test.platform, monday, { roles: ['REFORM_OFFICE'] })
  colleague = contextOf(test.platform, monday, { roles: ['REFORM_OFFICE'] })
  const agency = { kind: 'AGENCY', nameZh: '虚构市生态环境局', divisionCode: '410100', agencyKindZh: '生态环境主管部门' } as const
  agencyId = await createOrganisation(contextOf(test.platform, monday), { clientMutationId: randomUUID(), ...agency })
})
afterAll(() => test.close())

const found = ({ uscc }: RegisteredIntermediary, changes: object = {}) => ({
  clientMutationId: randomUUID(),
  uscc,
  tie: { kind: 'SUBORDINATE_UNIT' as const, partyName: '虚构市生态环境局', agencyId, fromOn: '2026-01-01' },
  reasons: '举办单位为该局，未申报。',
  evidence: '事业单位法人登记信息（虚构）2026-001',
  ...changes,
})
const tieOf = (firm: RegisteredIntermediary) =>
  test.platform.prisma.affiliation.findFirstOrThrow({ where: { intermediaryId: firm.intermediaryId } })
const object = (firm: RegisteredIntermediary, affiliationId: string, reasons = '举办单位已于2025年变更。') =>
  requestAffiliationChange(staffOf(test.platform, firm, monday), {
    clientMutationId: randomUUID(),
    objected: { affiliationId },
    reasons,
  })

describe('a tie that a firm did not declare, recorded by the reform office', () => {
  it('bars from that instant like one of its own, and the firm is told', async () => {
    const firm = await createIntermediary(test.platform)
    await expect(chooseIntermediary(owner, choiceOf(firm.uscc))).resolves.toEqual(expect.any(String))
    await recordTie(officer, found(firm))
    await expect(chooseIntermediary(owner, choiceOf(firm.uscc))).rejects.toMatchObject({
      code: 'AFFILIATED_WITH_AGENCY',
      facts: { agency: '虚构市生态环境局' },
    })
    expect(await tieOf(firm)).toMatchObject({ isDeclared: false, record: { evidence: '事业单位法人登记信息（虚构）2026-001' } })
    await expect(recordTie(officer, found(firm))).rejects.toMatchObject({ code: 'TIE_ON_RECORD' })
    await drainOutbox(contextOf(test.platform, monday), pino({ level: 'silent' }))
    const told = await test.platform.prisma.notification.findMany({
      where: { subjectId: firm.subjectId, kind: 'intermediaries.tieRecorded' },
    })
    expect(told).toMatchObject([{ facts: { partyName: '虚构市生态环境局' } }])
  })

  it('the firm objects: until it is heard the tie bars; another officer than the recorder decides, and it never was', async () => {
    const firm = await createIntermediary(test.platform)
    await recordTie(officer, found(firm))
    const change = await object(firm, (await tieOf(firm)).id)
    await expect(chooseIntermediary(owner, choiceOf(firm.uscc))).rejects.toMatchObject({ code: 'AFFILIATED_WITH_AGENCY' })
    const decide = async (context: UseCaseContext) =>
      decideRegisterChange(context, { ...(await changeStep(context, change)), outcome: 'ACCEPTED', reasons: '经核实，不存在。' })
    await expect(decide(officer)).rejects.toMatchObject({ code: 'TIE_RECORDED_BY_YOURSELF' })
    await decide(colleague)
    await expect(chooseIntermediary(owner, choiceOf(firm.uscc))).resolves.toEqual(expect.any(String))
    expect(await test.platform.prisma.affiliation.count({ where: { intermediaryId: firm.intermediaryId } })).toBe(0)
    const kept = await test.platform.prisma.registerChange.findUniqueOrThrow({ where: { id: change } })
    expect(Object.values(kept.before as object)).toMatchObject([{ partyName: '虚构市生态环境局', isDeclared: false }])
  })

  it('an objection refused changes nothing; only a recorded tie can be denied, and with reasons', async () => {
    const firm = await createIntermediary(test.platform)
    await recordTie(officer, found(firm))
    const { id } = await tieOf(firm)
    await expect(object(firm, id, '')).rejects.toMatchObject({ fields: [{ path: 'reasons', code: 'REASONS_WANTED' }] })
    const change = await object(firm, id)
    const step = { ...(await changeStep(colleague, change)), outcome: 'REFUSED' as const, reasons: '登记信息显示仍为举办单位。' }
    await decideRegisterChange(colleague, step)
    await expect(chooseIntermediary(owner, choiceOf(firm.uscc))).rejects.toMatchObject({ code: 'AFFILIATED_WITH_AGENCY' })
    await test.platform.prisma.affiliation.update({ where: { id }, data: { isDeclared: true } })
    await expect(object(firm, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is for the reform office alone', async () => {
    const firm = await createIntermediary(test.platform)
    for (const roles of [['INTERMEDIARY'], ['AGENCY_MANAGER'], ['INVESTIGATOR'], ['AUDITOR']] as const) {
      await expect(recordTie(contextOf(test.platform, monday, { roles: [...roles] }), found(firm))).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    }
  })
})
