import { randomUUID } from 'node:crypto'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '#graphql/schema.ts'
import { deleteSavedSearch } from '#services/intermediaries/delete-saved-search.ts'
import { renameSavedSearch } from '#services/intermediaries/rename-saved-search.ts'
import { mostSavedSearches, saveSearch } from '#services/intermediaries/save-search.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { contextOf } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let chen: UseCaseContext
let wang: UseCaseContext
const monday = '2026-03-02T01:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
  chen = await signedIn('chen')
  wang = await signedIn('wang')
})
afterAll(() => test.close())

/** A person with an account: a saved search belongs to one. */
async function signedIn(name: string): Promise<UseCaseContext> {
  const { id } = await test.platform.prisma.user.create({
    data: { name, email: `${name}-${randomUUID()}@example.test`, createdAt: new Date(monday), updatedAt: new Date(monday) },
  })
  return contextOf(test.platform, monday, { roles: ['APPLICANT'], userId: id, name })
}

const search = (name: string, query = 'item=ZJ-EIA-001&sort=FEE') => ({ clientMutationId: randomUUID(), name, query })
const namesOf = async (context: UseCaseContext): Promise<string[]> => {
  const document = parse('{ savedSearches(first: 100) { edges { node { name } } } }')
  const { data, errors } = await execute({ schema, document, contextValue: context })
  expect(errors).toBeUndefined()
  const { savedSearches } = data as unknown as { savedSearches: { edges: { node: { name: string } }[] } }
  return savedSearches.edges.map(({ node }) => node.name)
}

describe('saved searches', () => {
  it('are kept, listed latest first, renamed and forgotten', async () => {
    const first = await saveSearch(chen, search('环评，便宜的在前'))
    await saveSearch(chen, search('全部', ''))
    expect(await namesOf(chen)).toEqual(['全部', '环评，便宜的在前'])
    await renameSavedSearch(chen, { clientMutationId: randomUUID(), id: first, name: '环评' })
    expect(await namesOf(chen)).toEqual(['全部', '环评'])
    await deleteSavedSearch(chen, { clientMutationId: randomUUID(), id: first })
    expect(await namesOf(chen)).toEqual(['全部'])
  })

  it('a form sent twice saves once', async () => {
    const once = search('两次')
    expect(await saveSearch(chen, once)).toBe(await saveSearch(chen, once))
    expect((await namesOf(chen)).filter((name) => name === '两次')).toHaveLength(1)
  })

  it("another person's can be neither seen, renamed nor deleted", async () => {
    const id = await saveSearch(chen, search('陈的'))
    expect(await namesOf(wang)).not.toContain('陈的')
    const clientMutationId = randomUUID()
    await expect(renameSavedSearch(wang, { clientMutationId, id, name: '王的' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(deleteSavedSearch(wang, { clientMutationId, id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await namesOf(chen)).toContain('陈的')
    // A name is one person's: the other may use it too.
    await saveSearch(wang, search('陈的'))
    expect(await namesOf(wang)).toEqual(['陈的'])
  })

  it('a name is given once, also by renaming; its own name may stay', async () => {
    const id = await saveSearch(chen, search('甲'))
    await saveSearch(chen, search('乙'))
    const taken = { code: 'SAVED_SEARCH_NAME_TAKEN', facts: { name: '乙' } }
    await expect(saveSearch(chen, search(' 乙 '))).rejects.toMatchObject(taken)
    await expect(renameSavedSearch(chen, { clientMutationId: randomUUID(), id, name: '乙' })).rejects.toMatchObject(taken)
    await expect(renameSavedSearch(chen, { clientMutationId: randomUUID(), id, name: '甲' })).resolves.toBe(id)
  })

  it.each(['a b', 'q="x"', 'javascript:alert(1)', 'x'.repeat(2001), '环评'])('%s is no query of an address', async (query) => {
    await expect(saveSearch(chen, search('坏', query))).rejects.toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'query' }] })
  })

  it('ends at the limit, and two at once cannot pass it', async () => {
    const full = await signedIn('full')
    for (let n = 1; n < mostSavedSearches; n += 1) await saveSearch(full, search(`第 ${n} 个`))
    const both = await Promise.allSettled([saveSearch(full, search('左')), saveSearch(full, search('右'))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(saveSearch(full, search('再'))).rejects.toMatchObject({ code: 'SAVED_SEARCHES_FULL', facts: { most: 50 } })
    expect(await namesOf(full)).toHaveLength(mostSavedSearches)
  })

  it('go with the account', async () => {
    const gone = await signedIn('gone')
    await saveSearch(gone, search('将消失'))
    await test.platform.prisma.user.delete({ where: { id: gone.viewer.userId ?? '' } })
    expect(await namesOf(gone)).toEqual([])
  })
})
