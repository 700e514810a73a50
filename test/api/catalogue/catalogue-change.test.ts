import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyForChange } from '#services/catalogue/apply-for-change.ts'
import { resubmitChange } from '#services/catalogue/resubmit-change.ts'
import { takeCatalogueStep } from '#services/catalogue/take-catalogue-step.ts'
import { asJson } from '#services/kernel/run-use-case.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import { adjusters, apply, contentNow, createAdjustingBodies, deliberate, publishChange, step } from '#test/factories/adjusting.ts'
import type { AdjustingBodies, Adjusters } from '#test/factories/adjusting.ts'
import { contextOf } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-11-02T01:00:00Z'
let test: TestPlatform
let bodies: AdjustingBodies
let people: Adjusters

beforeAll(async () => {
  test = await openTestPlatform()
  bodies = await createAdjustingBodies(test.platform)
  people = adjusters(test.platform, bodies, monday)
})
afterAll(() => test.close())

const amended = async (code: string, feeNote: string) => ({
  kind: 'AMEND' as const,
  itemCode: code,
  content: { ...(await contentNow(test.platform, code)), feeNote },
})

describe('001 三(二)5 change of law: agency → district → city → executive meeting → publication', () => {
  it('goes the five steps, each with actor, day, opinion and document, and makes an edition and a version', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.7 会议纪要')
    const { number, officeId } = await apply(people.manager, await amended('ZJ-EIA-001', '面议'))
    expect(officeId).toBe(bodies.district)
    await step(people.referrer, number, 'REFERRAL', { documentNo: null })
    await step(people.cityExaminer, number, 'EXAMINATION')
    await step(people.referrer, number, 'DELIBERATION', { attachment: { fileName: '../纪要.exe', content: pdf } })
    const published = await step(people.publisher, number, 'PUBLICATION', { effectiveOn: '2026-11-02', documentNo: '金政〔2026〕30号' })
    expect(published).toMatchObject({ state: 'PUBLISHED', editionNumber: 2, ruleSetVersion: 'ZZ-CATALOGUE-1' })
    const steps = await test.platform.prisma.catalogueChangeStep.findMany({
      where: { changeId: published.id },
      include: { attachment: true },
      orderBy: { recordedAt: 'asc' },
    })
    expect(steps.map(({ kind, organisationId }) => [kind, organisationId])).toEqual([
      ['APPLICATION', bodies.agency],
      ['REFERRAL', bodies.district],
      ['EXAMINATION', bodies.city],
      ['DELIBERATION', bodies.district],
      ['PUBLICATION', bodies.district],
    ])
    expect(steps[3]?.attachment).toMatchObject({ fileName: '纪要.exe.pdf', mediaType: 'application/pdf' })
    expect(await test.platform.prisma.serviceItem.findUniqueOrThrow({ where: { code: 'ZJ-EIA-001' } })).toMatchObject({
      feeNote: '面议',
      version: 2,
    })
    expect(await test.platform.prisma.catalogueEdition.findUniqueOrThrow({ where: { number: 2 } })).toMatchObject({
      documentNo: '金政〔2026〕30号',
    })
    // 001 三(二)5: only what the district adjusts by itself is filed.
    await expect(step(people.cityFiler, number, 'FILING')).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
  })

  it('a step taken cannot be rewritten, not even by the program', async () => {
    await expect(test.pool.query(`UPDATE "CatalogueChangeStep" SET "opinion" = 'x'`)).rejects.toThrow()
    await expect(test.asOwner(`DELETE FROM "CatalogueChangeStep"`)).rejects.toThrow(/append-only/)
  })
})

describe('001 三(二)5 change of organisation: the district adjusts and files with the city', () => {
  it('examines and deliberates itself, publishes, files; who published does not file', async () => {
    const { number } = await apply(people.manager, { ...(await amended('ZJ-SUR-005', '协商')), route: 'ORGANISATIONAL' })
    await deliberate(people, number, 'ORGANISATIONAL')
    await expect(step(people.examiner, number, 'PUBLICATION', { effectiveOn: '2026-12-01' })).rejects.toMatchObject({
      code: 'SEPARATION_OF_DUTIES',
      facts: { taken: 'EXAMINATION' },
    })
    await step(people.publisher, number, 'PUBLICATION', { effectiveOn: '2026-12-01' })
    await expect(step(people.publisher, number, 'FILING')).rejects.toMatchObject({ code: 'NOT_THIS_BODY' })
    expect(await step(people.cityFiler, number, 'FILING')).toMatchObject({ state: 'FILED' })
  })
})

describe('R2 who may do what', () => {
  it('neither another agency, nor a window officer, nor a key applies; no agency takes an office’s step', async () => {
    const asked = await amended('ZJ-SWC-001', 'x')
    const officer = contextOf(test.platform, monday, { roles: ['WINDOW_OFFICER'], organisationId: bodies.agency })
    const key = contextOf(test.platform, monday, {
      kind: 'API_KEY',
      userId: null,
      roles: ['AGENCY_MANAGER'],
      organisationId: bodies.agency,
    })
    for (const context of [officer, key, people.referrer]) await expect(apply(context, asked)).rejects.toBeInstanceOf(ForbiddenError)

    const { number, version } = await apply(people.manager, asked)
    const input = { clientMutationId: randomUUID(), number, version, opinion: '同意', onDay: '2026-11-02' }
    const stranger = contextOf(test.platform, monday, { roles: ['AGENCY_MANAGER'], organisationId: randomUUID() })
    await expect(takeCatalogueStep(stranger, { ...input, step: 'WITHDRAWAL' })).rejects.toBeInstanceOf(NotFoundError)
    await expect(takeCatalogueStep(people.manager, { ...input, step: 'REFERRAL' })).rejects.toBeInstanceOf(ForbiddenError)
    await expect(takeCatalogueStep(people.cityExaminer, { ...input, step: 'REFERRAL' })).rejects.toMatchObject({ code: 'NOT_THIS_BODY' })
    expect(await step(people.manager, number, 'WITHDRAWAL')).toMatchObject({ state: 'WITHDRAWN' })
  })

  it('an agency of another kind than the item’s is not the responsible one', async () => {
    const water = await test.platform.prisma.organisation.create({
      data: { kind: 'AGENCY', nameZh: '虚构水利局', agencyKindZh: '水行政主管部门', divisionCode: '410105', createdAt: new Date(monday) },
    })
    const manager = contextOf(test.platform, monday, { roles: ['AGENCY_MANAGER'], organisationId: water.id })
    await expect(apply(manager, await amended('ZJ-EIA-001', 'x'))).rejects.toMatchObject({ code: 'NOT_RESPONSIBLE_AGENCY' })
    const { number } = await apply(manager, await amended('ZJ-SWC-001', '水利'))
    await step(manager, number, 'WITHDRAWAL')
  })
})

describe('R2 return, rejection, conflicts', () => {
  it('a returned one is corrected and goes round again; a rejected one ends with its reasons', async () => {
    const { number } = await apply(people.manager, await amended('ZJ-SAF-001', '第一稿'))
    await step(people.referrer, number, 'REFERRAL')
    const returned = await step(people.cityExaminer, number, 'RETURN', { opinion: '依据不足。', documentNo: null })
    expect(returned.state).toBe('RETURNED')
    await resubmitChange(people.manager, {
      clientMutationId: randomUUID(),
      ...{ number, version: returned.version, reasons: '补充依据。', legalBasis: '《虚构法》第二条', onDay: '2026-11-02' },
      content: { ...(await contentNow(test.platform, 'ZJ-SAF-001')), feeNote: '第二稿' },
    })
    await step(people.referrer, number, 'REFERRAL')
    const rejected = await step(people.cityExaminer, number, 'REJECTION', { opinion: '不予调整：法律未作修改。', documentNo: null })
    expect(rejected).toMatchObject({ state: 'REJECTED', content: { feeNote: '第二稿' } })
    await expect(step(people.referrer, number, 'REFERRAL')).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
  })

  it('of two applications for one item at once one is made, the other told its number; once it ended there is room again', async () => {
    const asked = await amended('ZJ-FLD-001', '并行')
    const both = await Promise.allSettled([apply(people.manager, asked), apply(people.manager, asked)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const running = await test.platform.prisma.catalogueChange.findFirstOrThrow({ where: { itemCode: 'ZJ-FLD-001' } })
    const loser = both.find((one) => one.status === 'rejected')
    expect(loser?.reason).toMatchObject({ code: 'CHANGE_RUNNING', facts: { number: running.number } })
    await step(people.manager, running.number, 'WITHDRAWAL')
    await step(people.manager, (await apply(people.manager, asked)).number, 'WITHDRAWAL')
  })

  it('an application sent twice is one; with another wish under the same id it is refused', async () => {
    const input = {
      ...(await amended('ZJ-ENE-001', '一次')),
      ...{ clientMutationId: randomUUID(), route: 'CHANGE_OF_LAW' as const, reasons: '理由', legalBasis: '依据', onDay: '2026-11-02' },
    } as const
    const id = await applyForChange(people.manager, input)
    expect(await applyForChange(people.manager, input)).toBe(id)
    await expect(applyForChange(people.manager, { ...input, reasons: '别的' })).rejects.toMatchObject({ code: 'CLIENT_MUTATION_ID_REUSED' })
  })

  it('of twenty publications of one change one happens', async () => {
    const { number } = await apply(people.manager, await amended('ZJ-WRA-001', '二十'))
    const { version } = await deliberate(people, number)
    const publish = () =>
      takeCatalogueStep(people.publisher, {
        clientMutationId: randomUUID(),
        ...{ number, version, step: 'PUBLICATION', opinion: '公布', documentNo: '1号', onDay: '2026-11-02', effectiveOn: '2026-11-02' },
      })
    const all = await Promise.allSettled(Array.from({ length: 20 }, publish))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(ConcurrentChangeError)
    expect(await test.platform.prisma.serviceItemVersion.count({ where: { serviceItemCode: 'ZJ-WRA-001' } })).toBe(2)
  })

  it('publications of different items at once get consecutive editions', async () => {
    const codes = ['ZJ-SUR-001', 'ZJ-SUR-002', 'ZJ-SUR-003']
    const last = await test.platform.prisma.catalogueEdition.count()
    const published = await Promise.all(codes.map(async (code) => publishChange(people, await amended(code, '同日'), '2026-11-02')))
    expect(published.map(({ editionNumber }) => editionNumber).sort()).toEqual([last + 1, last + 2, last + 3])
  })

  it('a proposal that another publication overtook is refused with both versions', async () => {
    const { number } = await apply(people.manager, await amended('ZJ-CON-002', '旧稿'))
    await deliberate(people, number)
    const { id, editionNumber } = await publishChange(people, await amended('ZJ-CON-003', '他件'), '2026-11-02')
    // As the reference loader would: a version by another way than this procedure.
    await test.platform.prisma.serviceItemVersion.create({
      data: {
        ...{ serviceItemCode: 'ZJ-CON-002', version: 2, editionNumber: editionNumber ?? 0, changeId: id },
        effectiveOn: new Date('2026-11-02'),
        content: asJson(await contentNow(test.platform, 'ZJ-CON-002')) ?? {},
      },
    })
    await expect(step(people.publisher, number, 'PUBLICATION', { effectiveOn: '2026-11-02' })).rejects.toMatchObject({
      code: 'CHANGE_OUTDATED',
      facts: { baseVersion: 1, version: 2 },
    })
    expect(await step(people.publisher, number, 'RETURN', { opinion: '版本已更新。' })).toMatchObject({ state: 'RETURNED' })
  })

  it('refuses a file that is no document', async () => {
    const asked = await amended('ZJ-PLN-002', 'x')
    const attachment = { fileName: '依据.pdf', content: new TextEncoder().encode('<script>') }
    await expect(apply(people.manager, { ...asked, attachment })).rejects.toMatchObject({
      fields: [{ path: 'attachment.content', code: 'EVIDENCE_TYPE_UNKNOWN' }],
    })
  })
})
