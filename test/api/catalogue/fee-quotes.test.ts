import { randomUUID } from 'node:crypto'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeeSchedule } from '#domain/catalogue/fee-schedule.ts'
import { anonymous } from '#domain/access/viewer.ts'
import type { GraphqlContext } from '#graphql/context.ts'
import { schema } from '#graphql/schema.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { changeOffering } from '#services/intermediaries/change-offering.ts'
import { offerService } from '#services/intermediaries/offer-service.ts'
import { withdrawOffering } from '#services/intermediaries/withdraw-offering.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { priceItem } from '#test/factories/priced-item.ts'
import { statementsOf } from '#test/setup/counted-statements.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-11-02T01:00:00Z'
const item = 'ZJ-SWC-001'
const open = { minFen: null, maxFen: null }

/** What six firms ask: at 100 m² the fixed fee is the dearest, at 10,000 m² the cheapest. */
const asked: readonly FeeSchedule[] = [
  { kind: 'FIXED', feeFen: 500_000 },
  { kind: 'PER_UNIT', unit: 'SQUARE_METRE', feeFenPerUnit: 100, ...open },
  { kind: 'PER_UNIT', unit: 'SQUARE_METRE', feeFenPerUnit: 120, minFen: 60_000, maxFen: null },
  { kind: 'TIERED', unit: 'SQUARE_METRE', tiers: [{ upTo: 1000, rate: 200 }, { upTo: null, rate: 60 }], ...open }, // prettier-ignore
  { kind: 'PER_UNIT', unit: 'SQUARE_METRE', feeFenPerUnit: 100, ...open },
  { kind: 'PER_UNIT', unit: 'SQUARE_METRE', feeFenPerUnit: 1, ...open },
]

let test: TestPlatform
let visitor: GraphqlContext
const firms: RegisteredIntermediary[] = []
const providers: UseCaseContext[] = []

beforeAll(async () => {
  test = await openTestPlatform()
  await priceItem(test.platform, item, { feeBasis: 'MARKET', feeUnit: 'SQUARE_METRE', referenceSize: 1000 })
  for (const [index, feeSchedule] of asked.entries()) {
    const firm = await createIntermediary(test.platform)
    const provider = contextOf(test.platform, monday, { roles: ['INTERMEDIARY'], subjectId: firm.subjectId })
    // The fifth serves another district only.
    const divisionCodes = index === 4 ? ['410102'] : ['410100']
    const wish = { clientMutationId: randomUUID(), serviceItemCode: item, divisionCodes, feeSchedule, promisedWorkingDays: 8 }
    await offerService(provider, wish)
    firms.push(firm)
    providers.push(provider)
  }
  // The sixth takes its offer back.
  const [provider] = providers.slice(5)
  if (provider) await withdrawOffering(provider, { clientMutationId: randomUUID(), serviceItemCode: item, version: 1, reason: '' })
  visitor = { ...contextOf(test.platform, monday), viewer: anonymous, search: createPostgresSearch(test.pool) } as GraphqlContext
})
afterAll(() => test.close())

async function ask<T>(source: string, variableValues: Record<string, unknown> = {}, contextValue = visitor): Promise<T> {
  const { data, errors } = await execute({ schema, document: parse(source), contextValue, variableValues })
  expect(errors).toBeUndefined()
  return data as T
}

const quoting = `query ($size: Float, $division: String, $page: Int) {
  feeQuotes(serviceItemCode: "${item}", size: $size, divisionCode: $division, page: $page) {
    __typename
    ... on ValidationError { fields { path code facts } }
    ... on FeeQuotes { size unit total page pageCount seed quotes { uscc feeFen promisedWorkingDays feeSchedule { kind } refusal { code } } }
  }
}`
interface Quotes {
  readonly feeQuotes: {
    readonly __typename: string
    readonly total: number
    readonly quotes: readonly {
      readonly uscc: string
      readonly feeFen: number | null
      readonly refusal: { readonly code: string } | null
    }[]
  }
}

describe('R3: the fee calculator', () => {
  it.each([
    [100, [10_000, 10_000, 20_000, 60_000, 500_000]],
    [10_000, [500_000, 740_000, 1_000_000, 1_000_000, 1_200_000]],
  ])('at %d m² the lowest fee comes first, whatever it is at another size', async (size, fees) => {
    const { feeQuotes } = await ask<Quotes>(quoting, { size })
    expect(feeQuotes).toMatchObject({ size, unit: 'SQUARE_METRE', total: 5, seed: expect.stringMatching(/^2026-11-02·/) as string })
    expect(feeQuotes.quotes.map(({ feeFen }) => feeFen)).toEqual(fees)
  })

  it('equal fees stand in an order that changes with the day and not with the question', async () => {
    const orderOn = async (day: string, size: number) => {
      const context = { ...visitor, clock: { now: () => new Date(`${day}T01:00:00Z`) } }
      const { feeQuotes } = await ask<Quotes>(quoting, { size }, context as GraphqlContext)
      const equal = [firms[1]?.uscc, firms[4]?.uscc]
      return feeQuotes.quotes.map(({ uscc }) => uscc).filter((uscc) => equal.includes(uscc))
    }
    expect(await orderOn('2026-11-02', 100)).toEqual(await orderOn('2026-11-02', 2000))
    const days = await Promise.all(Array.from({ length: 20 }, (_, day) => orderOn(`2026-11-${String(day + 1).padStart(2, '0')}`, 100)))
    expect(new Set(days.map(([first]) => first)).size).toBe(2)
  })

  it('without a size it reckons with the reference size; in a division only what is offered there', async () => {
    expect((await ask<Quotes>(quoting)).feeQuotes).toMatchObject({ size: 1000, total: 5 })
    expect((await ask<Quotes>(quoting, { division: '410105' })).feeQuotes.total).toBe(4)
    expect((await ask<Quotes>(quoting, { division: '410102' })).feeQuotes.total).toBe(5)
  })

  it('says why one cannot be chosen and leaves it in its place', async () => {
    const subject = await test.platform.prisma.subject.findUniqueOrThrow({ where: { id: firms[3]?.subjectId ?? '' } })
    await test.platform.prisma.intermediary.update({ where: { subjectId: subject.id }, data: { status: 'EXITING' } })
    expect((await ask<Quotes>(quoting, { size: 100 })).feeQuotes.total).toBe(4)
    await test.platform.prisma.intermediary.update({ where: { subjectId: subject.id }, data: { status: 'LISTED' } })
    await priceItem(test.platform, item, {
      feeBasis: 'GOVERNMENT_GUIDED',
      feeCeiling: { kind: 'PER_UNIT', unit: 'SQUARE_METRE', feeFenPerUnit: 100, ...open },
    })
    const { feeQuotes } = await ask<Quotes>(quoting, { size: 100 })
    expect(feeQuotes.quotes.map(({ feeFen, refusal }) => [feeFen, refusal?.code ?? null])).toEqual([
      [10_000, null],
      [10_000, null],
      [20_000, 'FEE_OVER_CEILING'],
      [60_000, 'FEE_OVER_CEILING'],
      [500_000, 'FEE_OVER_CEILING'],
    ])
    await priceItem(test.platform, item, { feeBasis: 'MARKET', feeCeiling: null })
  })

  it.each([
    [{ size: 0 }, 'size', 'FEE_SIZE_INVALID'],
    [{ size: 1.005 }, 'size', 'FEE_SIZE_INVALID'],
    [{ division: '999999' }, 'divisionCode', 'UNKNOWN_CODE'],
  ])('%o is told beside its field', async (question, path, code) => {
    expect((await ask<Quotes>(quoting, question)).feeQuotes).toMatchObject({ __typename: 'ValidationError', fields: [{ path, code }] })
  })

  it('takes the same statements for one firm as for many', async () => {
    const few = await statementsOf(test.pool, () => ask(quoting, { size: 100, division: '410105' }))
    const more = await statementsOf(test.pool, () => ask(quoting, { size: 100, division: '410102' }))
    expect(more.length).toBe(few.length)
    expect(few.length).toMatchInlineSnapshot(`9`)
  })
})

describe('the spread and the history', () => {
  const page = `{ serviceItem(code: "${item}") { feeUnit referenceSize feeCeiling { kind }
    feeSpread { count minFen lowerQuartileFen medianFen upperQuartileFen maxFen }
    there: feeSpread(divisionCode: "410105") { count } } }`

  it('quartiles are fees that are asked, at the reference size; withdrawn offers are left out', async () => {
    expect(await ask(page)).toEqual({
      serviceItem: {
        feeUnit: 'SQUARE_METRE',
        referenceSize: 1000,
        feeCeiling: null,
        feeSpread: { count: 5, minFen: 100_000, lowerQuartileFen: 100_000, medianFen: 120_000, upperQuartileFen: 200_000, maxFen: 500_000 },
        there: { count: 4 },
      },
    })
  })

  const own = `{ myOfferings { serviceItem { code } feeFen isWithdrawn position { cheaper equal dearer } history { version } serviceItem { feeSpread { count } } } }`

  it('a firm sees its own place, and its history begins with the latest', async () => {
    const [, , provider] = providers
    if (!provider) throw new Error('no provider')
    const wish = { clientMutationId: randomUUID(), serviceItemCode: item, version: 1, divisionCodes: ['410100'], promisedWorkingDays: 7 }
    await changeOffering(provider, { ...wish, feeSchedule: { kind: 'PER_UNIT', unit: 'SQUARE_METRE', feeFenPerUnit: 100, ...open } })
    const context = { ...visitor, ...provider, search: visitor.search }
    const { myOfferings } = await ask<{ myOfferings: readonly { serviceItem: { code: string } }[] }>(own, {}, context)
    expect(myOfferings.find(({ serviceItem }) => serviceItem.code === item)).toMatchObject({
      feeFen: 100_000,
      position: { cheaper: 0, equal: 2, dearer: 2 },
      history: [{ version: 2 }, { version: 1 }],
    })
  })

  it('a list of own offerings takes the same statements whatever its length', async () => {
    const [provider] = providers
    if (!provider) throw new Error('no provider')
    const context = { ...visitor, ...provider, search: visitor.search }
    const two = await statementsOf(test.pool, () => ask(own, {}, context))
    await offerService(provider, {
      ...{ clientMutationId: randomUUID(), serviceItemCode: 'ZJ-FLD-001', divisionCodes: ['410100'], promisedWorkingDays: 3 },
      feeSchedule: { kind: 'FIXED', feeFen: 1 },
    })
    const three = await statementsOf(test.pool, () => ask(own, {}, context))
    expect(three.length).toBe(two.length)
    expect(two.length).toMatchInlineSnapshot(`11`)
  })
})
