import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { industryTemplate } from '#domain/credit/industry-standard.ts'
import { createOrganisation } from '#services/access/create-organisation.ts'
import { annulAssessment } from '#services/credit/annul-assessment.ts'
import { draftRuleSet } from '#services/credit/draft-rule-set.ts'
import { editRuleSet } from '#services/credit/edit-rule-set.ts'
import { rateItems } from '#services/credit/rate-items.ts'
import { recordAssessment } from '#services/credit/record-assessment.ts'
import { simulateRuleSet } from '#services/credit/simulate-rule-set.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { contextOf } from '#test/factories/people.ts'
import { publish, ruleSetStep } from '#test/factories/rating.ts'
import { certified, createCertifiedFirm } from '#test/factories/upkeep.ts'
import type { CertifiedFirm } from '#test/factories/upkeep.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const today = '2026-06-10T02:00:00Z'
let test: TestPlatform
let manager: UseCaseContext
let colleague: UseCaseContext
let firm: CertifiedFirm
let item: string
let standard: string

const managerOf = (organisationId: string) => contextOf(test.platform, today, { roles: ['AGENCY_MANAGER'], organisationId })
const agencyOf = (agencyKindZh: string) =>
  createOrganisation(contextOf(test.platform, '2026-01-05T02:00:00Z'), {
    ...{ clientMutationId: randomUUID(), kind: 'AGENCY', nameZh: `虚构市${agencyKindZh}`, divisionCode: '410100', agencyKindZh },
  })

beforeAll(async () => {
  test = await openTestPlatform()
  firm = await createCertifiedFirm(test.platform, '2027-12-31')
  item = certified.serviceItemCode
  const { approvingAgencyZh } = await test.platform.prisma.serviceItem.findUniqueOrThrow({ where: { code: item } })
  const agency = await agencyOf(approvingAgencyZh.split('、')[0] ?? '')
  manager = managerOf(agency)
  colleague = managerOf(agency)
})
afterAll(() => test.close())

const assessment = (changes: object = {}) => ({
  ...{ clientMutationId: randomUUID(), version: standard, uscc: firm.uscc, period: '2026-H1' },
  criteria: [
    { code: 'Q', points: 30, reason: '两份成果返工' },
    { code: 'T', points: 30, reason: '' },
    { code: 'S', points: 20, reason: '一次未按规范存档' },
  ],
  ...changes,
})
const later = (context: UseCaseContext): UseCaseContext => ({ ...context, clock: contextOf(test.platform, '2026-07-01T02:00:00Z').clock })
const itemsOn = (day: string) => rateItems(test.platform.prisma, firm.subjectId, { grade: 'A', score: 100 }, day)

describe('考评机制: a competent authority’s own standard for its items', () => {
  it('is kept only for items it approves by, drafted by one and published by another', async () => {
    const stranger = managerOf(await agencyOf('虚构主管部门'))
    const draft = (context: UseCaseContext) => draftRuleSet(context, { clientMutationId: randomUUID(), serviceItemCodes: [item] })
    await expect(draft(stranger)).rejects.toMatchObject({ fields: [{ code: 'NOT_COMPETENT', facts: { items: [item] } }] })
    const id = await draft(manager)
    const step = await ruleSetStep(manager, id)
    await expect(
      editRuleSet(manager, { ...step, explanation: '首版', parameters: { ...industryTemplate, weight: 0.8 } }),
    ).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    })
    await editRuleSet(manager, { ...step, explanation: '首版', parameters: industryTemplate })
    await expect(simulateRuleSet(manager, await ruleSetStep(manager, id))).rejects.toMatchObject({ code: 'NOTHING_TO_SIMULATE' })
    await expect(publish(manager, id, '2026-07-01')).rejects.toMatchObject({ code: 'OWN_DRAFT' })
    await expect(publish(stranger, id, '2026-07-01')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await publish(colleague, id, '2026-07-01')
    standard = (await test.platform.prisma.creditRuleSetVersion.findUniqueOrThrow({ where: { id } })).version
    expect(await test.platform.prisma.ratingRun.count()).toBe(0)
    await expect(recordAssessment(manager, assessment())).rejects.toMatchObject({ code: 'STANDARD_NOT_IN_FORCE' })
  })

  it.each([
    ['a firm nobody registered', { uscc: '91410100MA00000000' }, 'uscc', 'UNKNOWN_FIRM'],
    ['a criterion left out', { criteria: [] }, 'criteria.0.points', 'CRITERION_MISSING'],
    ['more points than there are', { criteria: [{ code: 'Q', points: 41, reason: '' }] }, 'criteria.0.points', 'POINTS_OUT_OF_RANGE'],
    ['points taken off without a word', { criteria: [{ code: 'Q', points: 39, reason: '' }] }, 'criteria.0.reason', 'REASON_REQUIRED'],
    ['no period', { period: '2026' }, 'period', 'NOT_A_PERIOD'],
  ])('an assessment is refused: %s', async (_, changes, path, code) => {
    await expect(recordAssessment(later(manager), assessment(changes))).rejects.toMatchObject({
      fields: expect.arrayContaining([expect.objectContaining({ path, code })]),
    })
  })

  it('is composed with the city’s score for those items, and annulled by another leaves the city’s alone', async () => {
    expect(await itemsOn('2026-07-01')).toMatchObject([{ itemCode: item, assessment: null, composed: { score: 100, industryWeight: 0 } }])
    const key = await recordAssessment(later(manager), assessment())
    await expect(recordAssessment(later(manager), assessment())).rejects.toMatchObject({ code: 'ASSESSED_ALREADY' })
    expect(await itemsOn('2026-07-01')).toMatchObject([
      {
        ...{ itemCode: item, version: standard, composed: { score: 94, grade: 'A', cityWeight: 0.7, industryWeight: 0.3 } },
        assessment: { period: '2026-H1', score: 80, criteria: [{ code: 'Q', points: 30, most: 40 }, { code: 'T' }, { code: 'S' }] },
      },
    ])
    expect(await itemsOn('2026-06-30')).toEqual([])
    const annul = (context: UseCaseContext) =>
      annulAssessment(later(context), { clientMutationId: randomUUID(), key, reason: '评分依据有误' })
    await expect(annul(manager)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await annul(colleague)
    expect(await itemsOn('2026-07-01')).toMatchObject([{ assessment: null, composed: { score: 100 } }])
    await expect(annul(colleague)).rejects.toMatchObject({ code: 'ALREADY_ANNULLED' })
  })
})
