import { randomUUID } from 'node:crypto'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '#domain/access/role.ts'
import type { Role } from '#domain/access/role.ts'
import { anonymous } from '#domain/access/viewer.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { schema } from '#graphql/schema.ts'
import { UseCaseError } from '#services/kernel/use-case-error.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'
import { sampleOperations } from '../../setup/sample-operation.ts'
import type { SampleOperation } from '../../setup/sample-operation.ts'
import { createFirm } from '../../factories/people.ts'
import { admissions, publicMutations, publicQueries } from './operation-table.ts'

let db: TestPlatform
let subjectId: string
beforeAll(async () => {
  db = await openTestPlatform()
  subjectId = (await createFirm(db.platform)).id
})
afterAll(() => db.close())

const operations = sampleOperations(schema)
const isForAll = (name: string) => publicQueries.includes(name) || publicMutations.includes(name)
const scopesOf = ({ kind, name }: SampleOperation): Record<string, unknown> | undefined => {
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType()
  const options = type?.getFields()[name]?.extensions['pothosOptions'] as { authScopes?: Record<string, unknown> } | undefined
  return options?.authScopes
}

describe('the schema', () => {
  test('every operation has scopes, and the public ones are on the short list', () => {
    expect(operations.filter((operation) => !scopesOf(operation)).map(({ name }) => name)).toEqual([])
    const open = operations.filter((operation) => scopesOf(operation)?.['public'])
    expect(open.filter(({ kind }) => kind === 'mutation').map(({ name }) => name)).toEqual([])
    expect(open.map(({ name }) => name).sort()).toEqual([...publicQueries].sort())
  })

  test('every other operation is in the table of admissions, and nothing else is', () => {
    const closed = operations.filter(({ name }) => !isForAll(name)).map(({ name }) => name)
    expect(Object.keys(admissions).sort()).toEqual(closed.sort())
  })

  test('no field loads a thing by its bare id, past the question who may see it', () => {
    expect(operations.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['node']))
    expect(operations.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['nodes']))
  })
})

type Outcome = 'ADMITTED' | 'FORBIDDEN' | 'SIGN_IN_REQUIRED'

/** What the door says. Refusals of the use case behind it name a permission, not the operation, and count as admitted. */
async function knock(operation: SampleOperation, viewer: Viewer): Promise<Outcome> {
  const { platform, pool } = db
  const contextValue = { ...platform, search: createPostgresSearch(pool), viewer, requestId: 'test' }
  const document = parse(operation.query)
  const { data, errors } = await execute({ schema, document, variableValues: operation.variables, contextValue })
  const answer = data?.[operation.name] as { code?: string; facts?: { permission?: string } } | null | undefined
  const thrown = errors?.[0]?.originalError
  if (errors?.[0] && !(thrown instanceof UseCaseError))
    throw new Error(`${operation.name} for ${viewer.kind}: ${errors[0].message}`, { cause: errors[0] })
  const { code, facts } = thrown instanceof UseCaseError ? thrown : { code: answer?.code, facts: answer?.facts }
  const isDoor = facts?.['permission'] === operation.name
  return isDoor && (code === 'FORBIDDEN' || code === 'SIGN_IN_REQUIRED') ? code : 'ADMITTED'
}

describe('every role × every operation, through the API', () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (name, operation) => {
    const isPublic = isForAll(name)
    const { people, keys } = isPublic ? { people: roles, keys: roles } : (admissions[name] ?? { people: [], keys: [] })
    const base = { name: '测试人员', organisationId: randomUUID(), subjectId }
    const outcomes: Record<string, Outcome> = { ANONYMOUS: await knock(operation, anonymous) }
    const expected: Record<string, Outcome> = { ANONYMOUS: isPublic ? 'ADMITTED' : 'SIGN_IN_REQUIRED' }
    for (const role of roles) {
      const as = (kind: 'USER' | 'API_KEY', userId: string | null): Viewer => ({ ...base, kind, userId, roles: [role] })
      outcomes[role] = await knock(operation, as('USER', randomUUID()))
      outcomes[`${role} by key`] = await knock(operation, as('API_KEY', null))
      const outcome = (admitted: readonly Role[]): Outcome => (admitted.includes(role) ? 'ADMITTED' : 'FORBIDDEN')
      expected[role] = outcome(people)
      expected[`${role} by key`] = outcome(keys)
    }
    expect(outcomes).toEqual(expected)
  })
})
