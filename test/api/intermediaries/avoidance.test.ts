import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AffiliationKind } from '#domain/intermediaries/affiliation.ts'
import { createOrganisation } from '#services/access/create-organisation.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { previewChoice } from '#services/engagements/preview-choice.ts'
import { saveAffiliations } from '#services/intermediaries/affiliation-input.ts'
import { checkAvoidance } from '#services/intermediaries/check-avoidance.ts'
import { loadAgencyTies } from '#services/intermediaries/load-agency-ties.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { choiceOf, createIntermediary, createOwner, offered } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { statementsOf } from '#test/setup/counted-statements.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-11-02T01:00:00Z'
let test: TestPlatform
let owner: UseCaseContext
let cityAgency: string
let districtAgency: string

beforeAll(async () => {
  test = await openTestPlatform()
  owner = await createOwner(test.platform, monday)
  cityAgency = await agency('410100', '虚构市生态环境局')
  districtAgency = await agency('410105', '虚构区生态环境局')
})
afterAll(() => test.close())

const agency = (divisionCode: string, nameZh: string) =>
  createOrganisation(contextOf(test.platform, monday), {
    clientMutationId: randomUUID(),
    kind: 'AGENCY',
    nameZh,
    divisionCode,
    agencyKindZh: '生态环境主管部门',
  })

const tie = (firm: RegisteredIntermediary, kind: AffiliationKind, party: { uscc?: string; agencyId?: string }) =>
  test.platform.prisma.affiliation.create({
    data: {
      intermediaryId: firm.intermediaryId,
      kind,
      partyName: '虚构单位',
      partyUscc: party.uscc ?? null,
      agencyId: party.agencyId ?? null,
      fromOn: new Date('2026-01-01T00:00:00Z'),
    },
  })

describe('优化营商环境条例 art. 43 on real rows', () => {
  it('what a rival declares of a firm bars nobody; supervision is told once', async () => {
    const [firm, rival] = [await createIntermediary(test.platform), await createIntermediary(test.platform)]
    const said = { kind: 'OWNER', partyName: '对手', partyUscc: firm.uscc, agencyId: cityAgency } as const
    const declared = { ...said, sharePercent: null, note: '', fromOn: '2026-01-01', untilOn: null }
    const declare = () =>
      runInTransaction(contextOf(test.platform, monday), (unit) => saveAffiliations(unit, rival.intermediaryId, [declared]))
    await declare()
    await declare()
    await expect(chooseIntermediary(owner, choiceOf(firm.uscc))).resolves.toEqual(expect.any(String))
    await expect(chooseIntermediary(owner, choiceOf(rival.uscc))).rejects.toMatchObject({ code: 'AFFILIATED_WITH_AGENCY' })
    const alerts = await test.platform.prisma.alert.findMany({ where: { kind: 'AFFILIATION_UNDECLARED' } })
    expect(alerts).toMatchObject([{ organisationId: cityAgency, facts: { partyUscc: firm.uscc } }])
  })

  it("a unit of the city's agency can be chosen nowhere in the city", async () => {
    const firm = await createIntermediary(test.platform)
    await tie(firm, 'SUBORDINATE_UNIT', { agencyId: cityAgency })
    await expect(chooseIntermediary(owner, choiceOf(firm.uscc))).rejects.toMatchObject({
      code: 'AFFILIATED_WITH_AGENCY',
      facts: { agency: '虚构市生态环境局', tie: 'SUBORDINATE_UNIT', through: ['虚构单位'] },
    })
    expect(await previewChoice(owner, { uscc: firm.uscc, serviceItemCode: offered.serviceItemCode })).toMatchObject({
      refusal: { code: 'AFFILIATED_WITH_AGENCY' },
    })
  })

  it("a unit of a district's agency can be chosen next door, and the preview offers the other districts only", async () => {
    const firm = await createIntermediary(test.platform)
    await tie(firm, 'SUBORDINATE_UNIT', { agencyId: districtAgency })
    await expect(chooseIntermediary(owner, choiceOf(firm.uscc))).rejects.toMatchObject({ code: 'AFFILIATED_WITH_AGENCY' })
    const preview = await previewChoice(owner, { uscc: firm.uscc, serviceItemCode: offered.serviceItemCode })
    expect(preview?.refusal).toBeNull()
    expect(preview?.divisionCodes).toContain('410106')
    expect(preview?.divisionCodes).not.toContain('410105')
    await chooseIntermediary(owner, { ...choiceOf(firm.uscc), divisionCode: '410106' })
  })

  it('a chain of owners bars, also where it closes on itself; one statement answers for all firms', async () => {
    const firms = await Promise.all(Array.from({ length: 4 }, () => createIntermediary(test.platform)))
    const [child, parent, top, stranger] = firms
    if (!child || !parent || !top || !stranger) throw new Error('four firms wanted')
    await tie(child, 'OWNER', { uscc: parent.uscc })
    await tie(parent, 'CONTROLLING', { uscc: top.uscc })
    await tie(top, 'OWNER', { uscc: child.uscc })
    await tie(top, 'SUPERVISED_ASSOCIATION', { agencyId: cityAgency })
    await expect(chooseIntermediary(owner, choiceOf(child.uscc))).rejects.toMatchObject({
      code: 'AFFILIATED_WITH_AGENCY',
      facts: { tie: 'OWNER', through: ['虚构单位', '虚构单位', '虚构单位'] },
    })
    let ties: Awaited<ReturnType<typeof loadAgencyTies>> | undefined
    const usccs = firms.map(({ uscc }) => uscc)
    const statements = await statementsOf(test.pool, async () => {
      ties = await loadAgencyTies(test.platform.prisma, usccs, '2026-11-02')
    })
    expect(statements).toHaveLength(1)
    expect(usccs.map((uscc) => ties?.get(uscc)?.length)).toEqual([1, 1, 1, 0])
    expect(ties?.get(child.uscc)?.[0]?.agency.divisionCodes).toContain('410105')
  })

  it('is refused at offering in the divisions of the agency, and nowhere else', async () => {
    const firm = await createIntermediary(test.platform)
    await tie(firm, 'ASSOCIATION_FIRM', { agencyId: districtAgency })
    const offering = (divisionCodes: string[], serviceItemCode: string = offered.serviceItemCode) =>
      runInTransaction(contextOf(test.platform, monday), (unit) => checkAvoidance(unit, firm.uscc, [{ serviceItemCode, divisionCodes }]))
    await expect(offering(['410106', '410105'])).rejects.toMatchObject({
      code: 'AFFILIATED_WITH_AGENCY',
      facts: { itemCode: offered.serviceItemCode, divisionCode: '410105' },
    })
    await offering(['410106'])
    await offering(['410100'])
    await offering(['410105'], 'ZJ-SWC-001')
  })
})
