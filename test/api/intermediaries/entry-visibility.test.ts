import { randomUUID } from 'node:crypto'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#domain/access/viewer.ts'
import { schema } from '#graphql/schema.ts'
import { systemContext } from '#jobs/worker.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { checkEntry } from '#services/intermediaries/check-entry.ts'
import { objectToEntry } from '#services/intermediaries/object-to-entry.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { watchFormChecks } from '#services/supervision/watch-form-checks.ts'
import { at, draftEntry, filledEntry, newcomer, publishedEntry, seen, submittedEntry } from '../../factories/entering.ts'
import { contextOf } from '../../factories/people.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'

const monday = '2026-11-23T02:00:00Z'
const tuesday = '2026-11-24T02:00:00Z'
let test: TestPlatform
let person: UseCaseContext
let officer: UseCaseContext
let anyone: UseCaseContext
beforeAll(async () => {
  test = await openTestPlatform()
  person = await newcomer(test.platform, monday)
  officer = contextOf(test.platform, monday, { roles: ['REFORM_OFFICE'] })
  anyone = { ...at(contextOf(test.platform, tuesday, { roles: [] }), tuesday), viewer: anonymous }
})
afterAll(() => test.close())

async function ask(context: UseCaseContext, query: string, variables: object = {}): Promise<Record<string, never> | null> {
  const contextValue = { ...context, search: createPostgresSearch(test.pool) }
  const { data, errors } = await execute({ schema, document: parse(query), variableValues: { ...variables }, contextValue })
  if (errors?.[0]) throw errors[0].originalError ?? errors[0]
  return data as Record<string, never> | null
}
const one = `query ($number: String!) { entryApplication(number: $number) {
  number isMine isEditable canCheck draft { identity { name phone } practitioners { name identity { masked } } } reading { isComplete findings { code } }
  objections { number text objectorName contact } trail { action actorName facts } } }`

describe('who sees an application', () => {
  it('a draft: its applicant, whole and masked; nobody else', async () => {
    const number = await draftEntry(person, filledEntry())
    const { entryApplication: own } = (await ask(person, one, { number })) as never as { entryApplication: Record<string, unknown> }
    expect(own).toMatchObject({ isMine: true, isEditable: true, canCheck: false, reading: { isComplete: true } })
    expect(JSON.stringify(own)).not.toMatch(/41019919\d{6}/)
    for (const other of [officer, await newcomer(test.platform, monday), contextOf(test.platform, monday, { roles: ['AUDITOR'] })]) {
      expect(await ask(other, one, { number })).toEqual({ entryApplication: null })
    }
    await expect(ask(anyone, one, { number })).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' })
  })

  it('submitted: the office reads it; returned, not what the applicant is changing', async () => {
    const number = await submittedEntry(await newcomer(test.platform, monday))
    expect(await ask(officer, one, { number })).toMatchObject({
      entryApplication: { isMine: false, isEditable: false, canCheck: true, draft: { identity: { name: '虚构绿野环境咨询有限公司' } } },
    })
    await checkEntry(officer, { ...(await seen(test.platform, number)), outcome: 'RETURN', reasons: '补正' })
    expect(await ask(officer, one, { number })).toMatchObject({ entryApplication: { draft: null, reading: null } })
  })

  it('an objection: its text for the applicant, who objected for the office alone', async () => {
    const applicant = await newcomer(test.platform, monday)
    const number = await publishedEntry(applicant, officer)
    const said = { objectorName: '李四', contact: '13800000000', text: '该机构人员不在岗，请核实。' }
    const receipt = await objectToEntry(anyone, { ...said, number, clientMutationId: randomUUID() })
    expect(await ask(officer, one, { number })).toMatchObject({ entryApplication: { objections: [said] } })
    const own = await ask(applicant, one, { number })
    expect(own).toMatchObject({ entryApplication: { objections: [{ text: said.text, objectorName: null, contact: null }] } })
    expect(JSON.stringify(own)).not.toMatch(/李四|138000/)
    // Nor for who applied and sits in the office that answers.
    const both = { ...officer, viewer: { ...officer.viewer, userId: applicant.viewer.userId } }
    const asOfficer = await ask(both, one, { number })
    expect(asOfficer).toMatchObject({ entryApplication: { objections: [{ text: said.text, objectorName: null, contact: null }] } })

    const published = await ask(
      anyone,
      `query ($number: String!) { entryInPublicity(number: $number) {
      name uscc maskedLegalRepresentative practitioners { maskedName title } offerings { feeSchedule promisedWorkingDays } isOpenForObjections } }`,
      { number },
    )
    expect(published).toMatchObject({
      entryInPublicity: {
        maskedLegalRepresentative: '钱**',
        practitioners: [{ maskedName: '孙**', title: '工程师' }],
        offerings: [{ feeSchedule: { kind: 'FIXED', feeFen: 1_200_000 }, promisedWorkingDays: 10 }],
        isOpenForObjections: true,
      },
    })
    const state = await ask(anyone, `query ($number: String!) { entryObjectionReceipt(number: $number) { institution state answer } }`, {
      number: receipt,
    })
    expect(state).toEqual({ entryObjectionReceipt: { institution: '虚构绿野环境咨询有限公司', state: 'OPEN', answer: null } })
  })

  it('before its first day of publicity nobody outside knows of it', async () => {
    const number = await publishedEntry(await newcomer(test.platform, monday), officer)
    const public_ = `query ($number: String!) { entryInPublicity(number: $number) { number } entriesInPublicity { number } }`
    const early = await ask(at(anyone, monday), public_, { number })
    expect(early).toMatchObject({ entryInPublicity: null })
    expect(JSON.stringify(early)).not.toContain(number)
    expect(await ask(anyone, public_, { number })).toMatchObject({ entryInPublicity: { number } })
  })
})

describe('R7: a late form check', () => {
  const watch = (instant: string) => watchFormChecks(at(systemContext(test.platform, 'test'), instant))
  it('yellow when 90 % are used, red once exceeded, each once; none after the check', async () => {
    await test.platform.prisma.entryApplication.updateMany({ where: { state: 'SUBMITTED' }, data: { state: 'WITHDRAWN' } })
    const number = await submittedEntry(await newcomer(test.platform, monday))
    const alerts = async () =>
      (await test.platform.prisma.alert.findMany({ where: { kind: 'FORM_CHECK_OVERDUE' }, orderBy: { number: 'asc' } })).map(
        ({ level, facts }) => ({
          level,
          facts,
        }),
      )
    expect(await watch('2026-11-25T07:23:00Z')).toEqual({ raised: 0 })
    expect(await watch('2026-11-25T07:24:00Z')).toEqual({ raised: 1 })
    expect(await watch('2026-11-25T15:59:00Z')).toEqual({ raised: 0 })
    const twice = await Promise.all([watch('2026-11-25T16:00:00Z'), watch('2026-11-25T16:00:00Z')])
    expect(twice.some(({ raised }) => raised === 1)).toBe(true)
    const facts = { number, dueOn: '2026-11-25' }
    expect(await alerts()).toEqual([
      { level: 'YELLOW', facts },
      { level: 'RED', facts },
    ])
    await checkEntry(at(officer, '2026-11-26T02:00:00Z'), { ...(await seen(test.platform, number)), outcome: 'PASS' })
    expect(await watch('2026-11-27T02:00:00Z')).toEqual({ raised: 0 })
    expect(await alerts()).toHaveLength(2)
  })
})
