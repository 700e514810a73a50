import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { neutralOrderOf, neutralPlace, neutralTicketOf } from '#domain/catalogue/neutral-order.ts'
import { anonymous } from '#domain/access/viewer.ts'
import type { GraphqlContext } from '#graphql/context.ts'
import { schema } from '#graphql/schema.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { refreshSearchDocument } from '#search/intermediaries/refresh-search-document.ts'
import { registerIntermediary } from '#services/intermediaries/register-intermediary.ts'
import { contextOf, freshUscc } from '#test/factories/people.ts'
import { statementsOf } from '#test/setup/counted-statements.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

// What the search page asks beyond the port's own contract: all of several items, ranges, suggestions, the comparison.

let test: TestPlatform
let visitor: GraphqlContext
const monday = '2026-03-02T01:00:00Z'
const day = '2026-03-02'
const eia = 'ZJ-EIA-001'
const firms = new Map<string, string>()
/** A second service for which nobody needs a certificate. */
let other: string

/** Three firms: both services, dear and slow; both, cheap and quick; one of the services only. */
beforeAll(async () => {
  test = await openTestPlatform()
  const item = await test.platform.prisma.serviceItem.findFirstOrThrow({
    where: { status: 'RETAINED', isQualificationRequired: false, code: { not: eia } },
    orderBy: { code: 'asc' },
  })
  other = item.code
  await register('河南测甲环境咨询有限公司', [
    [eia, 5_000_000, 30],
    [other, 900_000, 25],
  ])
  await register('河南测乙环境咨询有限公司', [
    [eia, 1_200_000, 10],
    [other, 300_000, 8],
  ])
  await register('河南测丙环境咨询有限公司', [[eia, 2_500_000, 15]])
  visitor = { ...contextOf(test.platform, monday), viewer: anonymous, search: createPostgresSearch(test.pool) } as GraphqlContext
})
afterAll(() => test.close())

async function register(name: string, offerings: readonly (readonly [string, number, number])[]): Promise<void> {
  const uscc = freshUscc()
  firms.set(name, uscc)
  await registerIntermediary(contextOf(test.platform, '2026-01-05T02:00:00Z'), {
    clientMutationId: randomUUID(),
    name,
    uscc,
    divisionCode: '410105',
    legalForm: '有限责任公司',
    legalRepresentative: '测试甲',
    address: '郑州市金水区',
    phone: '0371-00000000',
    isFictitious: true,
    qualifications: [],
    practitioners: [],
    offerings: offerings.map(([serviceItemCode, feeFen, promisedWorkingDays]) => ({
      serviceItemCode,
      divisionCodes: ['410100'],
      feeSchedule: { kind: 'FIXED', feeFen },
      promisedWorkingDays,
    })),
  })
}

async function ask<T>(source: string, variableValues: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await execute({ schema, document: parse(source), contextValue: visitor, variableValues })
  expect(errors).toBeUndefined()
  return data as T
}

async function namesFor(search: Record<string, unknown>): Promise<string[]> {
  const { searchIntermediaries: found } = await ask<{ searchIntermediaries: { hits: { name: string }[] } }>(
    `query ($search: IntermediarySearchInput!) {
      searchIntermediaries(search: $search) { ... on IntermediarySearchResult { isBasic hits { name } } } }`,
    { search },
  )
  return found.hits.map(({ name }) => name.slice(2, 4)).sort()
}

describe('filters of the search', () => {
  it('with several items either is enough, unless all are wanted', async () => {
    const items = { serviceItemCodes: [eia, other] }
    expect(await namesFor(items)).toEqual(['测丙', '测乙', '测甲'])
    expect(await namesFor({ ...items, isOfferingAll: true })).toEqual(['测乙', '测甲'])
    expect(await namesFor({ serviceItemCodes: [eia], isOfferingAll: true })).toEqual(['测丙', '测乙', '测甲'])
    expect(await namesFor({ serviceItemCodes: [eia, 'ZJ-NONE-999'], isOfferingAll: true })).toEqual([])
  })

  it.each([
    [{ feeFromFen: 1_200_000, feeToFen: 2_500_000 }, ['测丙', '测乙']],
    [{ feeFromFen: 1_200_001, feeToFen: 2_499_999 }, []],
    [{ feeFromFen: 2_500_001 }, ['测甲']],
    [{ minDays: 10, maxDays: 15 }, ['测丙', '测乙']],
    [{ minDays: 16 }, ['测甲']],
    [{ maxDays: 9 }, []],
    [{ minDays: 15, maxDays: 10 }, []],
    [{ feeToFen: 2_500_000, minDays: 11 }, ['测丙']],
  ])('%j, both ends included', async (range, expected) => {
    expect(await namesFor({ serviceItemCodes: [eia], ...range })).toEqual(expected)
  })

  it.each([
    [{ minDays: 0 }, 'minDays'],
    [{ maxDays: 367 }, 'maxDays'],
    [{ feeFromFen: -1 }, 'feeFromFen'],
    [{ serviceItemCodes: Array.from({ length: 21 }, (_, n) => `ZJ-${n}`) }, 'serviceItemCodes'],
  ])('%j is refused', async (search, path) => {
    const { searchIntermediaries: refused } = await ask<{ searchIntermediaries: unknown }>(
      'query ($search: IntermediarySearchInput!) { searchIntermediaries(search: $search) { ... on ValidationError { fields { path } } } }',
      { search },
    )
    expect(refused).toEqual({ fields: [{ path }] })
  })
})

interface Suggested {
  readonly kind: string
  readonly key: string
  readonly nameZh: string
  readonly nameEn: string | null
}
const suggesting = `query ($text: String!, $limit: Int) { suggest(text: $text, limit: $limit) {
  ... on Suggestions { suggestions { kind key nameZh nameEn } } ... on ValidationError { fields { path } } } }`
const suggest = async (text: string, limit?: number) =>
  (await ask<{ suggest: { suggestions: readonly Suggested[] } }>(suggesting, { text, limit })).suggest.suggestions

describe('suggestions', () => {
  it('services and places first, with their English names, then firms', async () => {
    expect((await suggest('环评'))[0]).toMatchObject({ kind: 'SERVICE_ITEM', key: eia, nameEn: expect.stringContaining('environmental') })
    expect((await suggest('金水'))[0]).toEqual({ kind: 'DIVISION', key: '410105', nameZh: '金水区', nameEn: 'Jinshui District' })
    expect(await suggest('测乙')).toEqual([
      { kind: 'INTERMEDIARY', key: firms.get('河南测乙环境咨询有限公司'), nameZh: '河南测乙环境咨询有限公司', nameEn: null },
    ])
    const kinds = (await suggest('环境')).map(({ kind }) => kind)
    expect(kinds).toContain('INTERMEDIARY')
    expect(kinds.lastIndexOf('SERVICE_ITEM')).toBeLessThan(kinds.indexOf('INTERMEDIARY'))
  })

  it('firms that fit alike stand in the neutral order of the day', async () => {
    const order = neutralOrderOf(day)
    const rows = await test.platform.prisma.intermediary.findMany({ include: { subject: true } })
    const expected = rows
      .map(({ id, subject }) => ({ name: subject.name, place: neutralPlace(neutralTicketOf(id), order) }))
      .sort((a, b) => a.place - b.place)
      .map(({ name }) => name)
    const found = await suggest('环境咨询', 10)
    expect(found.filter(({ kind }) => kind === 'INTERMEDIARY').map(({ nameZh }) => nameZh)).toEqual(expected)
  })

  it('who has left the register is not suggested', async () => {
    await register('河南测丁环境咨询有限公司', [[eia, 2_500_000, 15]])
    expect(await suggest('测丁')).toHaveLength(1)
    const { id } = await test.platform.prisma.intermediary.findFirstOrThrow({ where: { subject: { name: '河南测丁环境咨询有限公司' } } })
    await test.platform.prisma.$transaction(async (tx) => {
      await tx.intermediary.update({ where: { id }, data: { status: 'EXITED' } })
      await refreshSearchDocument(tx, id)
    })
    expect(await suggest('测丁')).toEqual([])
  })

  it.each(['', '   ', '%', '%%', '_', "' OR 1=1 --", '"; DROP TABLE "SearchDocument"; --', '\\', '<script>', '({[*+?', '‮', '﷽', '🏳️‍🌈'])(
    '%j suggests no firm',
    async (text) => {
      expect((await suggest(text)).filter(({ kind }) => kind === 'INTERMEDIARY')).toEqual([])
    },
  )

  it('whatever is typed, only what the register holds comes back, and no more than asked for', async () => {
    const known = new Set([
      ...(await test.platform.prisma.serviceItem.findMany({ where: { status: 'RETAINED' } })).map(({ code }) => code),
      ...(await test.platform.prisma.division.findMany()).map(({ code }) => code),
      ...firms.values(),
    ])
    // The server refuses NUL and half pairs before a resolver runs (endpoint tests); everything else arrives here.
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('环', '境', '测', '乙', 'z', '1', ' ', '%', "'", '\\', '９', '環', '-', '('), maxLength: 12 }),
    )
    await fc.assert(
      fc.asyncProperty(
        typed.filter((text) => !text.includes('\0') && text.length <= 100),
        fc.integer({ min: 1, max: 10 }),
        async (text, limit) => {
          const found = await suggest(text, limit)
          expect(found.length).toBeLessThanOrEqual(limit)
          for (const { key } of found) expect(known).toContain(key)
        },
      ),
      { numRuns: 120 },
    )
  })

  it.each([
    ['x'.repeat(101), 8, 'text'],
    ['x', 11, 'limit'],
    ['x', 0, 'limit'],
  ])('more than anybody types or reads is refused', async (text, limit, path) => {
    expect((await ask<{ suggest: unknown }>(suggesting, { text, limit })).suggest).toEqual({ fields: [{ path }] })
  })

  it('English names of all suggestions together take one statement a table', async () => {
    await suggest('环')
    const statements = await statementsOf(test.pool, () => suggest('环'))
    expect(statements.filter((statement) => statement.includes('"ServiceItem"')).length).toBeLessThanOrEqual(1)
  })
})

describe('the comparison', () => {
  const comparing = `query ($usccs: [String!]!) { intermediaryComparison(usccs: $usccs) {
    ... on IntermediaryComparison { seed intermediaries { uscc name offerings { feeFen } } } ... on ValidationError { fields { path code } } } }`
  interface Compared {
    readonly intermediaryComparison: { readonly seed: string; readonly intermediaries: readonly { readonly uscc: string }[] }
  }
  const compare = async (usccs: readonly string[]) => (await ask<Compared>(comparing, { usccs })).intermediaryComparison

  it('stands in the order of the day, however the codes were put', async () => {
    const usccs = ['甲', '乙', '丙'].map((name) => firms.get(`河南测${name}环境咨询有限公司`) ?? '')
    const [forth, back] = [await compare(usccs), await compare([...usccs].reverse())]
    expect(forth.intermediaries.map(({ uscc }) => uscc).sort()).toEqual([...usccs].sort())
    expect(back).toEqual(forth)
    expect(forth.seed).toBe(neutralOrderOf(day).seed)
  })

  it('leaves out codes that nobody has, and refuses a fifth', async () => {
    expect((await compare(['91410100MADEM9999X', '']))['intermediaries']).toEqual([])
    expect(await compare(Array.from({ length: 5 }, (_, n) => `${n}`))).toEqual({ fields: [{ path: 'usccs', code: 'TOO_BIG' }] })
  })

  it('statements for four: the same as for one', async () => {
    const all = [...firms.values()].slice(0, 4)
    await compare(all)
    const forOne = await statementsOf(test.pool, () => compare(all.slice(0, 1)))
    const forFour = await statementsOf(test.pool, () => compare(all))
    expect(forFour.length).toBe(forOne.length)
  })
})
