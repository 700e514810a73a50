import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '#domain/access/role.ts'
import { signIn } from '#graphql/server/session.ts'
import { schema } from '#graphql/schema.ts'
import { openAccount } from '../../factories/accounts.ts'
import { createFirm } from '../../factories/people.ts'
import { openTestEndpoint, post } from '../../setup/endpoint.ts'
import type { TestEndpoint } from '../../setup/endpoint.ts'
import { chance, hostileBodies, hostileValues } from '../../setup/hostile-input.ts'
import { plausible, sampleOperations } from '../../setup/sample-operation.ts'

let api: TestEndpoint
let cookie: string
beforeAll(async () => {
  api = await openTestEndpoint()
  // Every role at once, so that nothing is turned away at the door.
  const { email, password, organisationId } = await openAccount(api.platform, roles)
  const { id: subjectId } = await createFirm(api.platform)
  await api.platform.prisma.organisation.update({ where: { id: organisationId }, data: { subjectId } })
  const step = await signIn(new Request('http://localhost/'), { ...api.server, clientAddress: '203.0.113.1' }, { email, password })
  cookie = step.cookies.map((line) => line.split(';')[0]).join('; ')
})
afterAll(() => api.close())

async function offend(body: unknown, headers: Record<string, string> = {}): Promise<string | null> {
  const answer = await post(api.endpoint, body, { cookie, ...headers })
  const isBug = answer.status >= 500 || answer.text.includes('INTERNAL_SERVER_ERROR')
  return isBug ? `${answer.status} for ${JSON.stringify(body).slice(0, 400)}: ${String(api.reported.splice(0)[0]).slice(0, 600)}` : null
}

test('500 hostile inputs in every place of every operation are no bug', { timeout: 180_000 }, async () => {
  const random = chance(20260302)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const bugs: string[] = []
  for (let round = 0; round < 10; round += 1) {
    // Some places hostile and the rest plausible, so that inputs get past the first check.
    const operations = sampleOperations(
      schema,
      (typeName, path) => (random() < 0.4 ? pick(hostileValues) : plausible(typeName, path)),
      random() < 0.5,
    )
    for (const { query, variables } of operations) bugs.push(...[await offend({ query, variables })].filter((bug) => bug !== null))
  }
  expect(bugs).toEqual([])
})

test('bodies that are no request, media types that are none, and texts in the document itself', async () => {
  const bugs: (string | null)[] = []
  for (const body of hostileBodies) {
    for (const type of [
      'application/json',
      'application/graphql-response+json',
      'application/json; charset=utf-16',
      'text/plain',
      '/',
      '',
    ]) {
      bugs.push(await offend(body, { 'Content-Type': type }))
      bugs.push(await offend(body, { Accept: type }))
    }
  }
  for (const value of hostileValues) {
    const literal = JSON.stringify(value) ?? 'null'
    bugs.push(await offend({ query: `{ creditCheck(code: ${literal}) { __typename } intermediary(uscc: ${literal}) { __typename } }` }))
  }
  expect(bugs.filter((bug) => bug !== null)).toEqual([])
})
