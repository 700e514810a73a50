import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { entryDraftSchema } from '#domain/intermediaries/entry-draft.ts'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import { systemContext } from '#jobs/worker.ts'
import type { IntermediaryQuery } from '#search/search-port.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { previewChoice } from '#services/engagements/preview-choice.ts'
import { viewerOfUser } from '#services/access/viewer-of-session.ts'
import { checkEntry } from '#services/intermediaries/check-entry.ts'
import { listDueEntries } from '#services/intermediaries/list-due-entries.ts'
import { objectToEntry } from '#services/intermediaries/object-to-entry.ts'
import { saveEntryDraft } from '#services/intermediaries/save-entry-draft.ts'
import { startEntry } from '#services/intermediaries/start-entry.ts'
import { submitEntry } from '#services/intermediaries/submit-entry.ts'
import { withdrawEntry } from '#services/intermediaries/withdraw-entry.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createOwner, offered } from '../../factories/choosing.ts'
import {
  anyone,
  at,
  draftEntry,
  filledEntry,
  freshIdentityNumber,
  newcomer,
  objection,
  publishedEntry,
  seen,
  submittedEntry,
} from '../../factories/entering.ts'
import { contextOf } from '../../factories/people.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'

// Wednesday 2026-09-23; Friday the 25th to Sunday the 27th is the Mid-Autumn holiday, and Thursday 1 October to the 7th National Day.
const wednesday = '2026-09-23T02:00:00Z'
let test: TestPlatform
let person: UseCaseContext
let officer: UseCaseContext
beforeAll(async () => {
  test = await openTestPlatform()
  officer = contextOf(test.platform, wednesday, { roles: ['REFORM_OFFICE'] })
})
beforeEach(async () => {
  person = await newcomer(test.platform, wednesday)
})
afterAll(() => test.close())

const row = (number: string) =>
  test.platform.prisma.entryApplication.findUniqueOrThrow({ where: { number }, include: { objections: true } })
const day = (date: Date | null) => date?.toISOString().slice(0, 10)
const sweep = (instant: string) => listDueEntries(at(systemContext(test.platform, 'test'), instant))
const everything: Omit<IntermediaryQuery, 'day'> = {
  ...{ text: '', serviceItemCodes: [], isOfferingAll: false, divisionCodes: [], grades: [], feeFromFen: null, feeToFen: null },
  ...{ minDays: null, maxDays: null, isChoosableOnly: true, sort: 'RELEVANCE', page: 1, limit: 10 },
}

describe('R3 the whole way', () => {
  it('from submission over form check and publicity into the register, searchable and choosable', async () => {
    const number = await submittedEntry(person)
    // 2 working days from Wednesday: Thursday, then Monday after the holiday.
    expect(day((await row(number)).checkDueOn)).toBe('2026-09-28')
    await checkEntry(officer, { ...(await seen(test.platform, number)), outcome: 'PASS' })
    const published = await row(number)
    expect(published).toMatchObject({ state: 'PUBLICITY', checkedById: officer.viewer.userId })
    // From the next day; Thursday, Monday, Tuesday.
    expect([day(published.publicityFromOn), day(published.publicityUntilOn)]).toEqual(['2026-09-24', '2026-09-29'])
    expect(await sweep('2026-09-29T15:59:00Z')).toEqual({ listed: 0, sentBack: 0 })
    expect(await sweep('2026-09-29T16:00:00Z')).toEqual({ listed: 1, sentBack: 0 })

    const listed = await row(number)
    expect(listed.state).toBe('LISTED')
    const { prisma } = test.platform
    const viewer = await viewerOfUser(prisma, person.viewer.userId ?? '')
    expect(viewer.roles).toEqual(['INTERMEDIARY'])
    const firm = await prisma.intermediary.findUniqueOrThrow({
      where: { id: listed.intermediaryId ?? '' },
      include: { subject: true, practitioners: true, offerings: { include: { history: true } } },
    })
    expect(firm.subjectId).toBe(viewer.subjectId)
    expect(day(firm.listedOn)).toBe('2026-09-30')
    expect(firm.offerings).toMatchObject([{ serviceItemCode: 'ZJ-EIA-001', feeFen: 1_200_000, promisedWorkingDays: 10 }])
    const found = await createPostgresSearch(test.pool).searchIntermediaries({ ...everything, text: '绿野环境', day: '2026-09-30' })
    expect(found.ids).toEqual([firm.id])
    const owner = await createOwner(test.platform, '2026-09-30T02:00:00Z')
    const preview = await previewChoice(owner, { uscc: listed.uscc ?? '', serviceItemCode: offered.serviceItemCode })
    expect(preview).toMatchObject({ refusal: null })
    expect(await sweep('2026-10-20T02:00:00Z')).toEqual({ listed: 0, sentBack: 0 })
    await drainOutbox(at(systemContext(test.platform, 'test'), '2026-09-30T02:00:00Z'), { debug: () => undefined } as never)
    expect(await prisma.notification.findMany({ where: { subjectId: firm.subjectId } })).toMatchObject([
      { kind: 'entries.listed', facts: { number } },
    ])
  })

  it('National Day passes uncounted: checked on 30 September, public to 10 October', async () => {
    const number = await submittedEntry(at(person, '2026-09-30T02:00:00Z'))
    // 8 and 9 October; Saturday the 10th is worked in exchange.
    expect(day((await row(number)).checkDueOn)).toBe('2026-10-09')
    await checkEntry(at(officer, '2026-09-30T08:00:00Z'), { ...(await seen(test.platform, number)), outcome: 'PASS' })
    expect(day((await row(number)).publicityUntilOn)).toBe('2026-10-10')
  })

  it('two sweepers at once list each application once', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => newcomer(test.platform, wednesday)))
    const numbers: string[] = []
    for (const one of people) numbers.push(await publishedEntry(one, officer))
    const swept = await Promise.all([sweep('2026-09-30T02:00:00Z'), sweep('2026-09-30T02:00:00Z')])
    expect(swept.reduce((sum, { listed }) => sum + listed, 0)).toBe(4)
    const { prisma } = test.platform
    const rows = await prisma.entryApplication.findMany({ where: { number: { in: numbers } } })
    expect(new Set(rows.map(({ intermediaryId }) => intermediaryId)).size).toBe(4)
    expect(await prisma.membership.count({ where: { userId: { in: people.map(({ viewer }) => viewer.userId ?? '') } } })).toBe(4)
    const listings = { entity: 'EntryApplication', action: 'entry.list', entityId: { in: rows.map(({ id }) => id) } }
    expect(await prisma.auditEvent.count({ where: listings })).toBe(4)
  })
})

describe('drafts survive', () => {
  it('what is wrong or unfinished is kept as typed, the other steps stay, and nothing is submitted', async () => {
    const number = await draftEntry(person, {
      identity: { name: '虚构', uscc: '不是代码', address: '  ' },
      qualifications: [{ name: '半张证' }],
    })
    await saveEntryDraft(person, { ...(await seen(test.platform, number)), offerings: [{ fee: { kind: 'FIXED', amount: '面议' } }] })
    expect((await row(number)).draft).toMatchObject({
      identity: { name: '虚构', uscc: '不是代码', address: '  ' },
      qualifications: [{ name: '半张证' }],
      offerings: [{ fee: { amount: '面议' } }],
    })
    await expect(submitEntry(person, await seen(test.platform, number))).rejects.toMatchObject({
      code: 'ENTRY_INCOMPLETE',
      facts: {
        steps: ['identity', 'legalRepresentative', 'qualifications', 'practitioners', 'affiliations', 'offerings', 'commitments'],
      },
    })
  })

  it('a retry saves once; a second window is told that the draft has moved on', async () => {
    const number = await startEntry(person, { clientMutationId: randomUUID() })
    const input = { ...(await seen(test.platform, number)), ...filledEntry() }
    await saveEntryDraft(person, input)
    await saveEntryDraft(person, input)
    expect((await row(number)).version).toBe(input.version + 1)
    const late = { ...input, clientMutationId: randomUUID(), identity: { name: '另一窗口' } }
    await expect(saveEntryDraft(person, late)).rejects.toMatchObject({ code: 'CONCURRENT_CHANGE' })
  })

  it('no identity number stands in clear in any column, right or wrong; a person left untouched keeps the sealed one', async () => {
    const [right, wrong] = [freshIdentityNumber(), '410199199001010000']
    const number = await draftEntry(person, {
      legalRepresentative: { name: '钱多多', identityNumber: wrong },
      practitioners: [{ name: '孙小红', title: '工程师', identityNumber: right }],
    })
    const { practitioners: saved = [] } = entryDraftSchema.parse((await row(number)).draft)
    const { key = '', identity = null } = saved[0] ?? {}
    expect(identity?.masked).toMatch(/^410199\*{8}/)
    const practitioners = [{ key, name: '孙小红', title: '高级工程师', identityNumber: '' }]
    await saveEntryDraft(person, { ...(await seen(test.platform, number)), practitioners })
    expect((await row(number)).draft).toMatchObject({ practitioners: [{ title: '高级工程师', identity: { hash: identity?.hash } }] })
    await objectToEntry(
      anyone(test.platform, '2026-09-24T02:00:00Z'),
      objection(await publishedEntry(await newcomer(test.platform, wednesday), officer)),
    )
    for (const secret of [right, wrong, '13800000000']) expect(await columnsHolding(secret)).toEqual([])
  })

  it('nobody else can see, save, submit or withdraw it, the reform office included', async () => {
    const number = await draftEntry(person, filledEntry())
    const other = await newcomer(test.platform, wednesday)
    for (const stranger of [other, officer]) {
      const step = { ...(await seen(test.platform, number)) }
      await expect(saveEntryDraft(stranger, { ...step, identity: { name: 'x' } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(submitEntry(stranger, step)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(withdrawEntry(stranger, step)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('an account that acts for somebody starts none, and nobody has more than five under way', async () => {
    const owner = await createOwner(test.platform, wednesday)
    await expect(startEntry(owner, { clientMutationId: randomUUID() })).rejects.toMatchObject({ code: 'ACTS_FOR_ANOTHER' })
    for (let made = 0; made < 5; made++) await startEntry(person, { clientMutationId: randomUUID() })
    await expect(startEntry(person, { clientMutationId: randomUUID() })).rejects.toMatchObject({ code: 'ENTRIES_UNDER_WAY' })
  })
})

/** Every text or JSON column of the database in which the text can be read. */
async function columnsHolding(text: string): Promise<string[]> {
  const { rows: columns } = await test.pool.query<{ table: string; column: string }>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema IN ('public', 'graphile_worker') AND data_type IN ('text', 'jsonb', 'json', 'ARRAY')
       AND table_name IN (SELECT tablename FROM pg_tables)`,
  )
  const holding: string[] = []
  for (const { table, column } of columns) {
    const schema = table.startsWith('_private') ? 'graphile_worker' : 'public'
    const { rowCount } = await test.pool.query(`SELECT 1 FROM "${schema}"."${table}" WHERE "${column}"::text LIKE $1 LIMIT 1`, [
      `%${text}%`,
    ])
    if (rowCount) holding.push(`${table}.${column}`)
  }
  return holding
}
