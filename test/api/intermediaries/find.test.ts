import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#domain/access/viewer.ts'
import type { GraphqlContext } from '#graphql/context.ts'
import { schema } from '#graphql/schema.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { createCase, decisionTexts, later, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { statementsOf } from '#test/setup/counted-statements.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let visitor: GraphqlContext
let firms: RegisteredIntermediary[]
const monday = '2026-03-02T01:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
  firms = []
  for (let n = 0; n < 5; n += 1) firms.push(await createIntermediary(test.platform))
  const search = createPostgresSearch(test.pool)
  visitor = { ...contextOf(test.platform, monday), viewer: anonymous, search } as GraphqlContext
})
afterAll(() => test.close())

async function ask<T>(source: string, variableValues: Record<string, unknown> = {}, contextValue = visitor): Promise<T> {
  const { data, errors } = await execute({ schema, document: parse(source), contextValue, variableValues })
  expect(errors).toBeUndefined()
  return data as T
}

const searching = `query ($search: IntermediarySearchInput!) {
  searchIntermediaries(search: $search) {
    __typename
    ... on IntermediarySearchResult {
      total seed pageCount focusItemCodes
      facets { serviceItems { value count } grades { value count } }
      hits {
        uscc name grade engagementCount deliveredCount deliveredOnTimeCount
        listEntries { number list fromOn untilOn mark }
        standing { bars { kind until isHold } }
        offerings { serviceItem { code nameZh } feeFen promisedWorkingDays refusal { code } }
      }
    }
    ... on ValidationError { code fields { path } }
  }
}`
interface Found {
  readonly searchIntermediaries: {
    readonly __typename: string
    readonly total: number
    readonly hits: readonly {
      readonly uscc: string
      readonly grade: string
      readonly listEntries: readonly { readonly list: string }[]
      readonly offerings: readonly { readonly refusal: { readonly code: string } | null }[]
    }[]
  }
}

describe('search over the API', () => {
  it('a registered intermediary is found in the moment it is registered', async () => {
    const [firm] = firms
    const { searchIntermediaries: found } = await ask<Found>(searching, { search: { text: firm?.uscc } })
    expect(found).toMatchObject({ total: 1, hits: [{ uscc: firm?.uscc, grade: 'N', offerings: [{ refusal: null }] }] })
  })

  it('refuses what no person can mean', async () => {
    const { searchIntermediaries: refused } = await ask<Found>(searching, { search: { text: 'x'.repeat(101), limit: 1000 } })
    expect(refused).toMatchObject({ __typename: 'ValidationError', fields: [{ path: 'text' }, { path: 'limit' }] })
  })

  it('statements a page takes: the same for one hit as for five', async () => {
    const statements = (limit: number) => statementsOf(test.pool, () => ask(searching, { search: { limit } }))
    await statements(1)
    const forOne = await statements(1)
    const forFive = await statements(5)
    expect(forFive.length).toBe(forOne.length)
    // Sorted: relations are loaded side by side.
    expect(forFive.map((statement) => /FROM "(?:public"\.")?(\w+)"/.exec(statement)?.[1] ?? statement).sort()).toMatchInlineSnapshot(`
      [
        "Appeal",
        "CreditStanding",
        "Division",
        "Intermediary",
        "Intermediary",
        "Intermediary",
        "ListEntry",
        "Qualification",
        "SearchDocument",
        "ServiceItem",
        "ServiceOffering",
        "Subject",
        "ViolationCase",
      ]
    `)
  })

  it('statements of an institution page and of the catalogue', async () => {
    const page = `query ($uscc: String!) { intermediary(uscc: $uscc) { uscc name grade
      listEntries { number } creditEvents { kind } standing { score explanation { code } }
      offerings { serviceItem { code } refusal { code } } qualifications { name status } practitioners { name identityMasked } } }`
    const one = await statementsOf(test.pool, () => ask(page, { uscc: firms[0]?.uscc }))
    expect(one.length).toMatchInlineSnapshot(`13`)
    const items = await statementsOf(test.pool, () => ask('{ serviceItems(status: RETAINED) { code nameZh offerCount } }'))
    expect(items.length).toMatchInlineSnapshot(`1`)
    const guides = await statementsOf(test.pool, () => ask('{ approvalItems { code materialCount deferrableCount materials { nameZh } } }'))
    expect(guides.length).toMatchInlineSnapshot(`3`)
  })

  it('R5: a blacklisted one stays findable, marked and not choosable, from the moment of the decision', async () => {
    const firm = firms[1]
    if (!firm) throw new Error('no firm')
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const id = await createCase(people, firm.uscc, 'DEFENCE_FILED')
    const search = { text: firm.uscc }
    const now = { ...visitor, clock: people.decider.clock }
    expect((await ask<Found>(searching, { search: { ...search, isChoosableOnly: true } }, now)).searchIntermediaries.total).toBe(1)
    const step = await stepOf(people.decider, id)
    await decideViolation(people.decider, { ...step, outcome: 'LISTED', publicUntilOn: '2027-06-30', ...decisionTexts })
    const { searchIntermediaries: found } = await ask<Found>(searching, { search }, now)
    expect(found.hits[0]).toMatchObject({
      grade: 'E',
      listEntries: [{ list: 'BLACKLIST' }],
      offerings: [{ refusal: { code: 'INTERMEDIARY_BLACKLISTED' } }],
    })
    expect((await ask<Found>(searching, { search: { ...search, isChoosableOnly: true } }, now)).searchIntermediaries.total).toBe(0)
    // The bar ends by itself: nothing has to run on that day.
    const after = { ...visitor, clock: later(people.decider, '2030-01-01T00:00:00Z').clock }
    expect((await ask<Found>(searching, { search: { ...search, isChoosableOnly: true } }, after)).searchIntermediaries.total).toBe(1)
  })
})

describe('the public catalogue', () => {
  it('an item tells its basis, whether it was verified, and what is asked for it', async () => {
    const { serviceItem } = await ask<{ serviceItem: unknown }>(
      '{ serviceItem(code: "ZJ-EIA-001") { isLegalBasisVerified evidence status offerCount feeSpread { count minFen maxFen bands { count } } demandedBy { approvalItem { code } } } }',
    )
    expect(serviceItem).toMatchObject({
      isLegalBasisVerified: true,
      evidence: 'F',
      status: 'RETAINED',
      offerCount: 5,
      feeSpread: { count: 5 },
    })
  })

  it('cancelled items have no offers and name the instrument that cancelled them', async () => {
    const { serviceItems } = await ask<{ serviceItems: readonly { cancelledBy: string | null; offerCount: number }[] }>(
      '{ serviceItems(status: CANCELLED) { code cancelledBy offerCount feeSpread { count } } }',
    )
    expect(serviceItems).toHaveLength(11)
    for (const { cancelledBy, offerCount } of serviceItems) expect([cancelledBy === null, offerCount]).toEqual([false, 0])
  })

  it('a guide says which materials are essential and which service makes them', async () => {
    const { approvalItem } = await ask<{ approvalItem: { kind: string; materials: readonly { isEssential: boolean }[] } }>(
      '{ approvalItem(code: "AP-TRA-001") { kind materials { seq nameZh isEssential serviceItem { code } } } }',
    )
    expect(approvalItem.kind).toBe('COMMITTED')
    expect(approvalItem.materials.map(({ isEssential }) => isEssential)).toContain(false)
  })
})
