import { randomUUID } from 'node:crypto'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '#graphql/schema.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { nominateForRedList } from '#services/listings/nominate-for-red-list.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { createFirm } from '#test/factories/people.ts'
import { nominatedFirm, nominationPeople } from '#test/factories/red-listing.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let nominator: UseCaseContext

beforeAll(async () => {
  test = await openTestPlatform()
  nominator = nominationPeople(test.platform, '2026-03-02T01:00:00Z').nominator
  // Makes the authority that the nominator acts for.
  await nominatedFirm(test.platform, nominator)
})
afterAll(() => test.close())

async function preview(uscc: string, practitionerId?: string) {
  const document = parse(`query ($uscc: String!, $practitionerId: ID) {
    nominationPreview(uscc: $uscc, practitionerId: $practitionerId) { isNominable hasOpenNomination party { kind } practitioners { key name } }
  }`)
  const contextValue = { ...nominator, search: createPostgresSearch(test.pool), clientAddress: '' }
  const { data, errors } = await execute({ schema, document, variableValues: { uscc, practitionerId }, contextValue })
  if (errors?.[0]) throw errors[0]
  return data?.['nominationPreview']
}

it('R5: an institution or one of its practitioners is nominated; what is found is about that one alone', async () => {
  const { uscc, practitionerId, practitionerSubjectId } = await createIntermediary(test.platform)
  const nominable = { isNominable: true, hasOpenNomination: false, practitioners: [{ key: practitionerId }] }
  expect(await preview(uscc)).toMatchObject({ ...nominable, party: { kind: 'ORGANISATION' } })
  expect(await preview(uscc, practitionerId)).toMatchObject({ ...nominable, party: { kind: 'PERSON' } })
  const reasons = { reasons: '连续三年零差错。', basis: '河南省社会信用条例第二十八条' }
  const id = await nominateForRedList(nominator, { clientMutationId: randomUUID(), uscc, practitionerId, ...reasons })
  const nomination = await test.platform.prisma.redListNomination.findUniqueOrThrow({ where: { id } })
  expect(nomination.subjectId).toBe(practitionerSubjectId)
  expect(await preview(uscc, practitionerId)).toMatchObject({ isNominable: false, hasOpenNomination: true })
  expect(await preview(uscc)).toMatchObject(nominable)
})

it('nobody is nominated as a practitioner of an organisation that has none of that key', async () => {
  const { practitionerId } = await createIntermediary(test.platform)
  const other = await createFirm(test.platform)
  expect(await preview(other.uscc)).toMatchObject({ isNominable: true, practitioners: [] })
  expect(await preview(other.uscc, practitionerId)).toBeNull()
  const wish = { clientMutationId: randomUUID(), uscc: other.uscc, practitionerId, reasons: '理由', basis: '依据' }
  await expect(nominateForRedList(nominator, wish)).rejects.toMatchObject({ fields: [{ code: 'PRACTITIONER_UNKNOWN' }] })
})
