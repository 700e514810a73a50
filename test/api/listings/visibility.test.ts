import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#domain/access/viewer.ts'
import { schema } from '#graphql/schema.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { createCase, decisionTexts, later, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import type { CasePeople } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let firm: RegisteredIntermediary
let people: CasePeople
let visitor: UseCaseContext
let caseNumber: string
let entryNumber: string
let evidenceKey: string
const monday = '2026-03-02T01:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
  firm = await createIntermediary(test.platform)
  people = peopleOf(test.platform, firm.practitionerSubjectId, monday)
  visitor = { ...contextOf(test.platform, monday), viewer: anonymous }
  const id = await createCase(people, firm.uscc, 'DEFENCE_FILED', { practitionerId: firm.practitionerId, violationCode: 'V-GAN-01' })
  const step = await stepOf(people.decider, id)
  caseNumber = step.number
  await decideViolation(people.decider, { ...step, outcome: 'LISTED', publicUntilOn: '2027-06-30', ...decisionTexts })
  const { prisma } = test.platform
  entryNumber = (await prisma.listEntry.findFirstOrThrow({ where: { caseId: id } })).number
  evidenceKey = (await prisma.caseEvidence.findFirstOrThrow({ where: { caseId: id } })).id
})
afterAll(() => test.close())

async function ask(contextValue: UseCaseContext, source: string, variableValues: Record<string, unknown> = {}) {
  const { data, errors } = await execute({ schema, document: parse(source), contextValue, variableValues })
  return {
    data: data as Record<string, unknown> | null,
    codes: (errors ?? []).map(({ originalError }) => (originalError as { code?: string }).code),
  }
}

const entryQuery = `query ($number: String!) { listEntry(number: $number) { number mark party { name uscc identityMasked code } reasons decisionNumber } }`
const caseQuery = `query ($number: String!) { violationCase(number: $number) { number officers { reporter } investigationNote evidence { key } } }`
const evidenceQuery = `query ($key: ID!) { evidenceFile(key: $key) { fileName mediaType content } }`

describe('the public list', () => {
  it('shows a person by name and masked number, and nothing of the case', async () => {
    const { data } = await ask(visitor, entryQuery, { number: entryNumber })
    expect(data?.listEntry).toMatchObject({
      mark: 'PUBLISHED',
      party: { name: '测试乙', uscc: null, identityMasked: expect.stringMatching(/^110105\*{8}002X$/) as string },
    })
    expect((await ask(visitor, caseQuery, { number: caseNumber })).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await ask(visitor, evidenceQuery, { key: evidenceKey })).codes).toEqual(['SIGN_IN_REQUIRED'])
  })

  it('ends by itself after its last day; the party can still read it', async () => {
    const at = (who: UseCaseContext, when: string) => ask(later(who, when), entryQuery, { number: entryNumber })
    expect((await at(visitor, '2027-06-30T15:59:59Z')).data?.listEntry).toMatchObject({ mark: 'PUBLISHED' })
    expect((await at(visitor, '2027-06-30T16:00:00Z')).data?.listEntry).toBeNull()
    expect((await at(people.party, '2027-06-30T16:00:00Z')).data?.listEntry).toMatchObject({ mark: 'EXPIRED' })
  })

  it('is searched by name and paged', async () => {
    const query = `query ($text: String) { listEntries(filter: { list: BLACKLIST, text: $text }) { totalCount edges { node { number } } } }`
    expect((await ask(visitor, query, { text: '测试' })).data?.listEntries).toEqual({
      totalCount: 1,
      edges: [{ node: { number: entryNumber } }],
    })
    expect((await ask(visitor, query, { text: '没有' })).data?.listEntries).toMatchObject({ totalCount: 0 })
  })

  it('never publishes a person on the dishonesty list', async () => {
    await test.platform.prisma.listEntry.updateMany({ where: { number: entryNumber }, data: { list: 'DISHONESTY' } })
    expect((await ask(visitor, entryQuery, { number: entryNumber })).data?.listEntry).toBeNull()
    await test.platform.prisma.listEntry.updateMany({ where: { number: entryNumber }, data: { list: 'BLACKLIST' } })
  })
})

describe('a case', () => {
  it('tells officials who did what, and the party everything but who reported', async () => {
    const official = (await ask(people.decider, caseQuery, { number: caseNumber })).data?.violationCase
    expect(official).toMatchObject({ number: caseNumber, officers: { reporter: null } })
    const party = (await ask(people.party, caseQuery, { number: caseNumber })).data?.violationCase
    expect(party).toEqual({ number: caseNumber, officers: null, investigationNote: null, evidence: [{ key: evidenceKey }] })
  })

  it('does not exist for another party, nor does its evidence', async () => {
    const stranger = contextOf(test.platform, monday, { roles: ['INTERMEDIARY'], subjectId: firm.subjectId })
    expect((await ask(stranger, caseQuery, { number: caseNumber })).data?.violationCase).toBeNull()
    expect((await ask(stranger, evidenceQuery, { key: evidenceKey })).data?.evidenceFile).toBeNull()
    const file = (await ask(people.party, evidenceQuery, { key: evidenceKey })).data?.evidenceFile as { content: string; mediaType: string }
    expect(file.mediaType).toBe('application/pdf')
    expect(Buffer.from(file.content, 'base64').toString()).toMatch(/^%PDF-/)
  })
})
