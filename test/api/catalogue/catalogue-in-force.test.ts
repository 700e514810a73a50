import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import { loadReference } from '#prisma/seed/reference.ts'
import { catalogueOn, compareCatalogueDays } from '#services/catalogue/catalogue-on.ts'
import { itemInForce } from '#services/catalogue/item-in-force.ts'
import { putCatalogueInForce } from '#services/catalogue/put-in-force.ts'
import { firstEditionOn } from '#services/catalogue/record-reference-edition.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { adjusters, contentNow, createAdjustingBodies, publishChange } from '#test/factories/adjusting.ts'
import type { Adjusters } from '#test/factories/adjusting.ts'
import { choiceOf, createEngagement, createIntermediary, createOwner, offered } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-11-02T01:00:00Z'
const code = offered.serviceItemCode
const log = { info: () => undefined, debug: () => undefined, error: () => undefined, warn: () => undefined } as never
let test: TestPlatform
let people: Adjusters

beforeAll(async () => {
  test = await openTestPlatform()
  people = adjusters(test.platform, await createAdjustingBodies(test.platform), monday)
})
afterAll(() => test.close())

const statusOn = async (day: string, item: string = code) => (await itemInForce(test.platform.prisma, item, day))?.status
const system = (at: string) => contextOf(test.platform, at)

describe('the first edition', () => {
  it('holds every reference item in version 1 from the first day on; before it there is no catalogue', async () => {
    const { prisma } = test.platform
    expect(await prisma.catalogueEdition.findMany()).toMatchObject([{ number: 1, documentNo: null }])
    expect(await prisma.serviceItemVersion.count({ where: { version: 1, inForceAt: { not: null } } })).toBe(
      await prisma.serviceItem.count(),
    )
    expect((await catalogueOn(prisma, firstEditionOn)).size).toBe(70)
    expect((await catalogueOn(prisma, '2025-03-01')).size).toBe(70)
    expect((await catalogueOn(prisma, '2023-12-31')).size).toBe(0)
    expect(await prisma.outboxEvent.count({ where: { topic: { startsWith: 'catalogue.item' } } })).toBe(0)
  })

  it('is made for a database that held its items before there were editions, once', async () => {
    const old = await openTestPlatform()
    await old.pool.query('DELETE FROM "ServiceItemVersion"')
    await old.pool.query('DELETE FROM "CatalogueEdition"')
    await loadReference(old.platform)
    await loadReference(old.platform)
    expect(await old.platform.prisma.catalogueEdition.count()).toBe(1)
    expect(await old.platform.prisma.serviceItemVersion.count()).toBe(70)
    await old.close()
  })
})

describe('003 三(三) a cancellation that takes effect later', () => {
  it('holds from 00:00 of its day by itself; the job shows it once and tells the firms concerned', async () => {
    const firm = await createIntermediary(test.platform)
    const other = await createIntermediary(test.platform)
    const owner = await createOwner(test.platform, monday)
    const engagement = await createEngagement(owner, firm.uscc)
    const change = await publishChange(people, { kind: 'CANCEL', itemCode: code, cancellingDocument: '国发〔2026〕9号' }, '2026-12-01')
    expect(change.impact).toMatchObject({
      counts: {
        offerings: [{ outcome: 'NO_LONGER_CHOOSABLE', count: 2 }],
        engagements: [{ outcome: 'RUNS_TO_ITS_END', count: 1 }],
        materials: [{ outcome: 'NO_LONGER_DEMANDED', count: 1 }],
      },
      engagements: [{ number: engagement.number }],
    })
    expect([await statusOn('2026-11-30'), await statusOn('2026-12-01')]).toEqual(['RETAINED', 'CANCELLED'])
    expect(await test.platform.prisma.serviceItem.findUniqueOrThrow({ where: { code } })).toMatchObject({ status: 'RETAINED', version: 1 })

    // The last minute before, and the first of the day, with no job having run.
    const at = (instant: string) => contextOf(test.platform, instant, { roles: ['APPLICANT'], subjectId: owner.viewer.subjectId })
    await chooseIntermediary(at('2026-11-30T15:59:00Z'), choiceOf(other.uscc))
    await expect(chooseIntermediary(at('2026-11-30T16:00:00Z'), choiceOf(other.uscc))).rejects.toMatchObject({
      code: 'ITEM_CANCELLED',
      facts: { cancelledBy: '国发〔2026〕9号' },
    })

    expect(await putCatalogueInForce(system('2026-11-30T15:59:00Z'))).toEqual({ putInForce: 0 })
    const first = await Promise.all([1, 2, 3].map(() => putCatalogueInForce(system('2026-11-30T16:00:00Z'))))
    expect(first.map(({ putInForce }) => putInForce).sort()).toEqual([0, 0, 1])
    expect(await test.platform.prisma.serviceItem.findUniqueOrThrow({ where: { code } })).toMatchObject({
      status: 'CANCELLED',
      cancelledBy: '国发〔2026〕9号',
      version: 2,
    })

    const documents = () =>
      test.platform.prisma.searchDocument.findMany({ where: { intermediaryId: { in: [firm.intermediaryId, other.intermediaryId] } } })
    expect((await documents()).map(({ serviceItemCodes }) => serviceItemCodes)).toEqual([[code], [code]])
    await drainOutbox(system('2026-11-30T16:01:00Z'), log)
    await drainOutbox(system('2026-11-30T16:02:00Z'), log)
    expect((await documents()).map(({ serviceItemCodes }) => serviceItemCodes)).toEqual([[], []])
    const told = await test.platform.prisma.notification.findMany({ where: { kind: 'catalogue.itemCancelled' } })
    expect(told.map(({ subjectId }) => subjectId).sort()).toEqual([firm.subjectId, other.subjectId].sort())
    // What runs is finished under the terms it was made under (ZZ-C1.2).
    expect(await test.platform.prisma.engagement.findUniqueOrThrow({ where: { id: engagement.id } })).toMatchObject({ state: 'ACTIVE' })
  })

  it('only the worker puts in force', () => expect(putCatalogueInForce(people.publisher)).rejects.toBeInstanceOf(ForbiddenError))
})

describe('an addition', () => {
  it('is no item before its day, then one by the job; two days compared say what came', async () => {
    const itemCode = 'ZJ-NEW-001'
    const content = {
      ...(await contentNow(test.platform, 'ZJ-SWC-001')),
      nameZh: '虚构新增事项',
      feeCeiling: { kind: 'FIXED', feeFen: 500_00 } as const,
    }
    const change = await publishChange(people, { kind: 'ADD', itemCode, content }, '2026-12-15')
    expect(change.serviceItemCode).toBeNull()
    expect(await statusOn('2026-12-14', itemCode)).toBeUndefined()
    expect(await statusOn('2026-12-15', itemCode)).toBe('RETAINED')
    expect(await test.platform.prisma.serviceItem.count({ where: { code: itemCode } })).toBe(0)
    await putCatalogueInForce(system('2026-12-14T16:00:00Z'))
    expect(await test.platform.prisma.serviceItem.findUniqueOrThrow({ where: { code: itemCode } })).toMatchObject({
      nameZh: '虚构新增事项',
      feeCeiling: { kind: 'FIXED', feeFen: 500_00 },
    })
    expect(await test.platform.prisma.catalogueChange.findUniqueOrThrow({ where: { id: change.id } })).toMatchObject({
      serviceItemCode: itemCode,
    })

    const differences = await compareCatalogueDays(test.platform.prisma, '2026-11-01', '2026-12-31')
    expect(differences.map((one) => [one.code, one.change, one.fields.map(({ field }) => field)])).toEqual([
      [code, 'CANCELLED', ['status', 'cancelledBy']],
      [itemCode, 'ADDED', []],
    ])
  })

  it('takes a code of the catalogue’s form only', () =>
    expect(publishChange(people, { kind: 'ADD', itemCode: 'abc' }, '2026-12-15')).rejects.toMatchObject({
      fields: [{ path: 'itemCode', code: 'ITEM_CODE_INVALID' }],
    }))
})

describe('the reference files after an adjustment', () => {
  it('no longer say what an adjusted item reads, and bring others an edition of their own', async () => {
    const { prisma } = test.platform
    const editions = await prisma.catalogueEdition.count()
    // As if a release had changed both rows: the loader sees another hash.
    await prisma.referenceFile.update({ where: { name: 'service-items.csv' }, data: { sha256: randomUUID() } })
    await test.pool.query(
      `UPDATE "ServiceItemVersion" SET "content" = "content" || '{"feeNote":"旧"}' WHERE "serviceItemCode" = 'ZJ-SWC-001'`,
    )
    await loadReference({ ...test.platform, clock: system('2026-12-20T02:00:00Z').clock })
    expect(await prisma.serviceItem.findUniqueOrThrow({ where: { code } })).toMatchObject({ status: 'CANCELLED', version: 2 })
    expect(await prisma.catalogueEdition.count()).toBe(editions + 1)
    const latest = await prisma.serviceItemVersion.findFirstOrThrow({
      where: { serviceItemCode: 'ZJ-SWC-001' },
      orderBy: { version: 'desc' },
    })
    expect(latest).toMatchObject({ version: 2, changeId: null, editionNumber: editions + 1 })
    await loadReference({ ...test.platform, clock: system('2026-12-21T02:00:00Z').clock })
    expect(await prisma.catalogueEdition.count()).toBe(editions + 1)
  })
})
