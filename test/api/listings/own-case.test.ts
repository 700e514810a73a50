import { randomUUID } from 'node:crypto'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#domain/access/viewer.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { schema } from '#graphql/schema.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { deadlinesAhead } from '#services/listings/deadlines-ahead.ts'
import { objectToNomination } from '#services/listings/object-to-nomination.ts'
import { serveAdvanceNotice } from '#services/listings/serve-advance-notice.ts'
import { startRedListPublicity } from '#services/listings/start-red-list-publicity.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { nominatedFirm, nominationPeople, nominationStep } from '#test/factories/red-listing.ts'
import { createCase, later, noticeTexts, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import type { CasePeople } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-03-02T01:00:00Z'
let test: TestPlatform
let firm: RegisteredIntermediary
let people: CasePeople
let caseId: string

beforeAll(async () => {
  test = await openTestPlatform()
  firm = await createIntermediary(test.platform)
  people = peopleOf(test.platform, firm.subjectId, monday)
  caseId = await createCase(people, firm.uscc, 'INVESTIGATING')
  await test.platform.prisma.user.createMany({ data: [{ id: reporterId(), name: '报告人', email: 'reporter@example.test' }] })
})
afterAll(() => test.close())

const reporterId = () => people.reporter.viewer.userId ?? ''
/** An official of the procedure; with a subject, one who acts for the firm as well. */
const official = (subjectId: string | null) => contextOf(test.platform, monday, { roles: ['INVESTIGATOR', 'INTERMEDIARY'], subjectId })

const query = `query ($number: String!) {
  violationCase(number: $number) {
    officers { reporter } investigationNote investigationDueOn records { text } joinable { uscc }
    evidence { key } steps { kind actor }
  }
}`
const nominationQuery = 'query ($number: String!) { redListNomination(number: $number) { objections { text objector } } }'
interface Shown {
  readonly officers: { readonly reporter: string } | null
  readonly investigationNote: string | null
  readonly investigationDueOn: string | null
  readonly records: readonly object[]
  readonly joinable: readonly object[]
  readonly evidence: readonly { readonly key: string }[]
  readonly steps: readonly { readonly actor: string | null }[]
}

async function ask(contextValue: UseCaseContext, source: string, number: string): Promise<Record<string, unknown> | null | undefined> {
  return (await execute({ schema, document: parse(source), contextValue, variableValues: { number } })).data
}
const caseFor = async (context: UseCaseContext) =>
  (await ask(context, query, (await stepOf(people.investigator, caseId)).number))?.['violationCase'] as Shown | null

describe('河南条例 art. 78: nobody reads the case against the own firm as an official', () => {
  it('before the notice it is not there; for a colleague it is', async () => {
    expect(await caseFor(official(firm.subjectId))).toBeNull()
    expect(await caseFor(official(null))).toMatchObject({ officers: { reporter: '报告人' } })
    const another = await createIntermediary(test.platform)
    expect(await caseFor(official(another.subjectId))).toMatchObject({ officers: { reporter: '报告人' } })
  })

  it('nor do the deadlines ahead tell of its investigation', async () => {
    const due = async (subjectId: string | null) =>
      (await deadlinesAhead(later(official(subjectId), '2026-07-01T01:00:00Z'))).map(({ number }) => number)
    const { number } = await stepOf(people.investigator, caseId)
    expect(await due(null)).toContain(number)
    expect(await due(firm.subjectId)).not.toContain(number)
  })

  it('after it there is what the party reads: not who reported, not who did what, not what the officials noted', async () => {
    await serveAdvanceNotice(people.investigator, { ...(await stepOf(people.investigator, caseId)), ...noticeTexts })
    const colleague = await caseFor(official(null))
    expect(colleague?.steps.some(({ actor }) => actor !== null)).toBe(true)
    expect(colleague?.joinable).not.toEqual([])
    const own = await caseFor(official(firm.subjectId))
    expect(own).toEqual(await caseFor(people.party))
    expect(own).toMatchObject({ officers: null, investigationNote: null, investigationDueOn: null, records: [], joinable: [] })
    expect(own?.evidence).toHaveLength(1)
    expect(own?.steps.every(({ actor }) => actor === null)).toBe(true)
  })
})

it('who objected to a nomination is opened neither for whom it is about nor for who nominated, though they sit in the office', async () => {
  const { nominator, examiner } = nominationPeople(test.platform, monday)
  const { id, subjectId } = await nominatedFirm(test.platform, nominator)
  await startRedListPublicity(examiner, await nominationStep(examiner, id))
  const { number } = await nominationStep(examiner, id)
  const text = '该机构上月曾延误交付两周。'
  const visitor = { ...contextOf(test.platform, '2026-03-05T01:00:00Z'), viewer: anonymous }
  const objector = { objectorName: '虚构异议人', contact: 'objector@example.test' }
  await objectToNomination(visitor, { clientMutationId: randomUUID(), number, text, ...objector })
  const readBy = (viewer: Partial<Viewer>) => ask({ ...examiner, viewer: { ...examiner.viewer, ...viewer } }, nominationQuery, number)
  const seen = (who: string | null) => ({ redListNomination: { objections: [{ text, objector: who }] } })
  expect(await readBy({})).toEqual(seen('虚构异议人 · objector@example.test'))
  expect(await readBy({ subjectId })).toEqual(seen(null))
  expect(await readBy({ userId: nominator.viewer.userId })).toEqual(seen(null))
})
