import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import type { FeeSchedule } from '#domain/catalogue/fee-schedule.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import { previewChoice } from '#services/engagements/preview-choice.ts'
import { changeOffering } from '#services/intermediaries/change-offering.ts'
import { offerService } from '#services/intermediaries/offer-service.ts'
import { resumeOffering } from '#services/intermediaries/resume-offering.ts'
import { withdrawOffering } from '#services/intermediaries/withdraw-offering.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { choiceOf, createIntermediary, createOwner } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { concludeContract } from '#test/factories/contracting.ts'
import { contextOf } from '#test/factories/people.ts'
import { priceItem } from '#test/factories/priced-item.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-11-02T01:00:00Z'
/** A market item counted by the square metre, and a government one with a ceiling by the vehicle. No certificate is asked for either. */
const market = 'ZJ-SWC-001'
const guided = 'ZJ-TRA-001'
const cancelled = 'ZJ-EIA-002'

let place: TestPlatform
let firm: RegisteredIntermediary
let provider: UseCaseContext
let owner: UseCaseContext

beforeAll(async () => {
  place = await openTestPlatform()
  await priceItem(place.platform, market, { feeBasis: 'MARKET', feeUnit: 'SQUARE_METRE', referenceSize: 1000 })
  await priceItem(place.platform, guided, {
    feeBasis: 'GOVERNMENT_GUIDED',
    feeUnit: 'VEHICLE',
    referenceSize: 10,
    feeCeiling: perVehicle(10_000),
  })
  owner = await createOwner(place.platform, monday)
})
afterAll(() => place.close())
beforeEach(async () => {
  firm = await createIntermediary(place.platform)
  provider = contextOf(place.platform, monday, { roles: ['INTERMEDIARY'], subjectId: firm.subjectId })
})

const fixed = (feeFen: number): FeeSchedule => ({ kind: 'FIXED', feeFen })
const perMetre = (feeFenPerUnit: number): FeeSchedule => ({
  kind: 'PER_UNIT',
  unit: 'SQUARE_METRE',
  feeFenPerUnit,
  minFen: 50_000,
  maxFen: null,
})
const perVehicle = (feeFenPerUnit: number): FeeSchedule => ({
  kind: 'PER_UNIT',
  unit: 'VEHICLE',
  feeFenPerUnit,
  minFen: null,
  maxFen: null,
})

const offer = (serviceItemCode: string, feeSchedule: FeeSchedule, who = provider) =>
  offerService(who, { clientMutationId: randomUUID(), serviceItemCode, divisionCodes: ['410100'], feeSchedule, promisedWorkingDays: 8 })
const change = (serviceItemCode: string, feeSchedule: FeeSchedule, version: number, who = provider, reason = '材料费上涨') =>
  changeOffering(who, {
    ...{ clientMutationId: randomUUID(), serviceItemCode, divisionCodes: ['410100'], feeSchedule, promisedWorkingDays: 8, version, reason },
  })
const step = (serviceItemCode: string, version: number) => ({ clientMutationId: randomUUID(), serviceItemCode, version, reason: '' })
const choose = (serviceItemCode: string, wish: { size?: number; feeFen: number; offeringVersion?: number }, who = owner) =>
  chooseIntermediary(who, { ...choiceOf(firm.uscc), serviceItemCode, promisedWorkingDays: 8, ...wish })
const alertsOf = (kind: 'FEE_OVER_CEILING' | 'FEE_RAISED_AFTER_CHOICE' | 'FEE_RAISED_SHARPLY') =>
  place.platform.prisma.alert.findMany({ where: { kind, subjectId: firm.subjectId } })
const offeringOf = (serviceItemCode: string) =>
  place.platform.prisma.serviceOffering.findUniqueOrThrow({
    where: { intermediaryId_serviceItemCode: { intermediaryId: firm.intermediaryId, serviceItemCode } },
    include: { history: { orderBy: { version: 'asc' } } },
  })

describe('R3: a firm offers a service', () => {
  it('is compared at the reference size, found by search and begun in its history at once', async () => {
    await offer(market, perMetre(136))
    const row = await offeringOf(market)
    expect(row).toMatchObject({
      feeFen: 136_000,
      version: 1,
      isWithdrawn: false,
      history: [{ version: 1, feeFen: 136_000, isWithdrawn: false }],
    })
    const document = await place.platform.prisma.searchDocument.findUniqueOrThrow({ where: { intermediaryId: firm.intermediaryId } })
    expect(document.serviceItemCodes).toContain(market)
    expect(document.minFeeFen).toBe(136_000)
  })

  it('the entry into the register began its history as well', async () => {
    const { prisma } = place.platform
    const bare = await prisma.serviceOffering.count({ where: { history: { none: {} } } })
    expect(bare).toBe(0)
  })

  test.each<[string, string, FeeSchedule, object]>([
    ['R2: a cancelled item', cancelled, fixed(1), { code: 'ITEM_CANCELLED' }],
    ['R3: an item that needs a certificate', 'ZJ-CON-001', fixed(1), { code: 'QUALIFICATION_MISSING' }],
    [
      'R2: over the ceiling at any size',
      guided,
      perVehicle(10_001),
      { code: 'FEE_OVER_CEILING', facts: { size: 1, feeFen: 10_001, feeCeilingFen: 10_000 } },
    ],
    ['R2: a fixed fee over the ceiling of few vehicles', guided, fixed(20_000), { code: 'FEE_OVER_CEILING', facts: { size: 1 } }],
    ['counted otherwise than the item', market, perVehicle(1), { code: 'FEE_UNIT_NOT_ALLOWED', facts: { feeUnit: 'SQUARE_METRE' } }],
    ['an item nobody knows', 'ZJ-XXX-001', fixed(1), { fields: [{ code: 'SERVICE_ITEM_UNKNOWN' }] }],
    ['what is offered already', 'ZJ-EIA-001', fixed(1), { code: 'ITEM_ALREADY_OFFERED', facts: { isWithdrawn: false } }],
  ])('refused: %s', async (_what, code, schedule, error) => {
    await expect(offer(code, schedule)).rejects.toMatchObject(error)
  })

  it('refused: an unknown division, and a firm that leaves', async () => {
    const elsewhere = { clientMutationId: randomUUID(), serviceItemCode: market, divisionCodes: ['999999'], promisedWorkingDays: 8 }
    await expect(offerService(provider, { ...elsewhere, feeSchedule: fixed(1) })).rejects.toMatchObject({
      fields: [{ code: 'DIVISION_UNKNOWN' }],
    })
    await place.platform.prisma.intermediary.update({ where: { id: firm.intermediaryId }, data: { status: 'EXITING' } })
    await expect(offer(market, perMetre(1))).rejects.toMatchObject({ code: 'INTERMEDIARY_NOT_LISTED' })
  })

  it('nobody else writes for a firm', async () => {
    const officer = contextOf(place.platform, monday, { roles: ['REFORM_OFFICE'], subjectId: firm.subjectId })
    await expect(offer(market, perMetre(1), officer)).rejects.toBeInstanceOf(ForbiddenError)
    await offer(market, perMetre(136))
    const stranger = await createIntermediary(place.platform)
    const other = contextOf(place.platform, monday, { roles: ['INTERMEDIARY'], subjectId: stranger.subjectId })
    await expect(change(market, perMetre(1), 1, other)).rejects.toBeInstanceOf(NotFoundError)
  })

  it('the same wish twice is one offering', async () => {
    const wish = {
      clientMutationId: randomUUID(),
      serviceItemCode: market,
      divisionCodes: ['410100'],
      feeSchedule: perMetre(9),
      promisedWorkingDays: 8,
    }
    const ids = await Promise.all([offerService(provider, wish), offerService(provider, wish)])
    expect(new Set(ids).size).toBe(1)
  })
})

describe('R3: a firm changes an offering', () => {
  it('keeps every version with who, when and why; running engagements keep theirs', async () => {
    await offer(market, perMetre(136))
    const id = await choose(market, { size: 2000, feeFen: 272_000 })
    const tuesday = later(provider, '2026-11-03T01:00:00Z')
    await change(market, perMetre(140), 1, tuesday)
    await withdrawOffering(tuesday, step(market, 2))
    await resumeOffering(tuesday, step(market, 3))
    const { history, ...row } = await offeringOf(market)
    expect(row).toMatchObject({ version: 4, feeFen: 140_000, isWithdrawn: false })
    expect(history.map(({ version, feeFen, isWithdrawn, reason }) => [version, feeFen, isWithdrawn, reason])).toEqual([
      [1, 136_000, false, ''],
      [2, 140_000, false, '材料费上涨'],
      [3, 140_000, true, ''],
      [4, 140_000, false, ''],
    ])
    expect(history[1]).toMatchObject({ changedById: provider.viewer.userId, fromAt: new Date('2026-11-03T01:00:00Z') })
    expect(await place.platform.prisma.engagement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      feeFen: 272_000,
      size: 2000,
      snapshot: { fee: { feeFen: 272_000, size: 2000, unit: 'SQUARE_METRE' }, offering: { feeSchedule: { feeFenPerUnit: 136 } } },
    })
  })

  it('two at once: one is made, the other has to look again', async () => {
    await offer(market, perMetre(136))
    const outcomes = await Promise.allSettled([change(market, perMetre(137), 1), change(market, perMetre(138), 1)])
    const [refused, ...more] = outcomes.filter((one) => one.status === 'rejected')
    expect(more).toEqual([])
    expect(refused?.reason).toBeInstanceOf(ConcurrentChangeError)
    expect((await offeringOf(market)).history).toHaveLength(2)
  })

  it('refused: over the ceiling, nothing changed, withdrawn, not withdrawn; nothing is written', async () => {
    await offer(guided, perVehicle(9_000))
    await expect(change(guided, perVehicle(10_001), 1)).rejects.toMatchObject({ code: 'FEE_OVER_CEILING' })
    await expect(change(guided, perVehicle(9_000), 1)).rejects.toMatchObject({ code: 'OFFERING_UNCHANGED' })
    await expect(resumeOffering(provider, step(guided, 1))).rejects.toMatchObject({ code: 'OFFERING_NOT_WITHDRAWN' })
    await withdrawOffering(provider, step(guided, 1))
    await expect(change(guided, perVehicle(8_000), 2)).rejects.toMatchObject({ code: 'OFFERING_WITHDRAWN' })
    await expect(withdrawOffering(provider, step(guided, 2))).rejects.toMatchObject({ code: 'OFFERING_WITHDRAWN' })
    expect((await offeringOf(guided)).history).toHaveLength(2)
  })

  it('ZZ-F1: a sharp rise soon after a choice is made and flagged, a small one passes unseen', async () => {
    await offer(market, perMetre(136))
    await choose(market, { size: 2000, feeFen: 272_000 })
    await change(market, perMetre(140), 1)
    expect(await alertsOf('FEE_RAISED_SHARPLY')).toEqual([])
    await change(market, perMetre(160), 2)
    expect(await alertsOf('FEE_RAISED_SHARPLY')).toMatchObject([
      {
        level: 'YELLOW',
        serviceItemCode: market,
        facts: { because: 'SOON_AFTER_CHOICE', fromFen: 272_000, toFen: 320_000, percent: 18, limitPercent: 10 },
      },
    ])
  })

  it('ZZ-F1: a sharp rise within a short time is flagged without any choice', async () => {
    await offer(market, perMetre(100))
    await change(market, perMetre(131), 1)
    expect(await alertsOf('FEE_RAISED_SHARPLY')).toMatchObject([{ facts: { because: 'IN_SHORT_TIME', percent: 31 } }])
  })
})

describe('R3: the fee at the choice', () => {
  it('is that of the size, and told before it is confirmed', async () => {
    await offer(market, perMetre(136))
    const wanted = { uscc: firm.uscc, serviceItemCode: market }
    expect(await previewChoice(owner, wanted)).toMatchObject({ sizeUnit: 'SQUARE_METRE', fee: null, sizeProblem: null, refusal: null })
    expect(await previewChoice(owner, { ...wanted, size: 0.005 })).toMatchObject({ fee: null, sizeProblem: { code: 'FEE_SIZE_INVALID' } })
    expect(await previewChoice(owner, { ...wanted, size: 1250.5 })).toMatchObject({ fee: { feeFen: 170_068, size: 1250.5 } })
    await choose(market, { size: 1250.5, feeFen: 170_068 })
  })

  it.each<[string, { size?: number; feeFen: number; offeringVersion?: number }, object]>([
    ['no size', { feeFen: 272_000 }, { code: 'FEE_SIZE_REQUIRED' }],
    ['a size finer than is measured', { size: 0.001, feeFen: 50_000 }, { code: 'FEE_SIZE_INVALID' }],
    ['the fee of another size', { size: 2001, feeFen: 272_000 }, { code: 'OFFERING_CHANGED', facts: { feeFen: 272_136 } }],
    [
      'a version that was changed after it was shown',
      { size: 2000, feeFen: 272_000, offeringVersion: 0 },
      { code: 'OFFERING_CHANGED', facts: { offeringVersion: 1 } },
    ],
  ])('refused: %s', async (_what, wish, error) => {
    await offer(market, perMetre(136))
    await expect(choose(market, wish)).rejects.toMatchObject(error)
  })

  it('R2: a ceiling set later bars what stands over it, and leaves one alert', async () => {
    const item = 'ZJ-FLD-001'
    await priceItem(place.platform, item, { feeBasis: 'GOVERNMENT_SET', feeUnit: 'VEHICLE' })
    await offer(item, perVehicle(9_000))
    await priceItem(place.platform, item, { feeCeiling: perVehicle(8_000) }, '2026-11-02')
    const wish = { size: 3, feeFen: 27_000 }
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(choose(item, wish)).rejects.toMatchObject({ code: 'FEE_OVER_CEILING', facts: { feeBasis: 'GOVERNMENT_SET' } })
    }
    expect(await alertsOf('FEE_OVER_CEILING')).toMatchObject([{ level: 'RED', serviceItemCode: item, facts: { feeCeilingFen: 8_000 } }])
    // The firm lowers its fee and can be chosen again.
    await change(item, perVehicle(8_000), 1)
    await choose(item, { size: 3, feeFen: 24_000, offeringVersion: 2 })
  })
})

describe('R3: the fee in the end', () => {
  const delivered = async (chargedFeeFen: number | null) => {
    await offer(market, perMetre(136))
    const id = await choose(market, { size: 2000, feeFen: 272_000 })
    const { number } = await place.platform.prisma.engagement.findUniqueOrThrow({ where: { id } })
    const version = await concludeContract(owner, number)
    const deliver = (charged: number | null) =>
      deliverResult(provider, { clientMutationId: randomUUID(), number, version, chargedFeeFen: charged })
    return { id, outcome: await deliver(chargedFeeFen).catch((error: unknown) => error), deliver }
  }

  it('may be less than agreed, and is told to the client', async () => {
    const { id } = await delivered(250_000)
    expect(await place.platform.prisma.engagement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'DELIVERED',
      feeFen: 272_000,
      chargedFeeFen: 250_000,
    })
    expect(await alertsOf('FEE_RAISED_AFTER_CHOICE')).toEqual([])
  })

  it('one fen more is refused, leaves one alert however often it is tried, and hinders no proper delivery', async () => {
    const { id, outcome, deliver } = await delivered(272_001)
    expect(outcome).toMatchObject({ code: 'FEE_RAISED_AFTER_CHOICE', facts: { feeFen: 272_000, chargedFeeFen: 272_001 } })
    await expect(deliver(300_000)).rejects.toMatchObject({ code: 'FEE_RAISED_AFTER_CHOICE' })
    expect(await place.platform.prisma.engagement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'ACTIVE',
      chargedFeeFen: null,
    })
    expect(await alertsOf('FEE_RAISED_AFTER_CHOICE')).toMatchObject([{ level: 'RED', sourceId: id, facts: { chargedFeeFen: 272_001 } }])
    await deliver(null)
  })

  it("a stranger's attempt leaves no alert", async () => {
    const { id } = await delivered(null)
    const { number } = await place.platform.prisma.engagement.findUniqueOrThrow({ where: { id } })
    const stranger = contextOf(place.platform, monday, { roles: ['INTERMEDIARY'], subjectId: randomUUID() })
    const attempt = { clientMutationId: randomUUID(), number, version: 4, chargedFeeFen: 999_999 }
    await expect(deliverResult(stranger, attempt)).rejects.toBeInstanceOf(NotFoundError)
    expect(await alertsOf('FEE_RAISED_AFTER_CHOICE')).toEqual([])
  })
})
