import { execute, parse } from 'graphql'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atomDocument } from '#app/features/listings/atom-feed.ts'
import type { AtomEntry } from '#app/features/listings/atom-feed.ts'
import { ListEntryDocument } from '#app/features/listings/list-documents.server.ts'
import { anonymous } from '#domain/access/viewer.ts'
import type { Role } from '#domain/access/role.ts'
import { schema } from '#graphql/schema.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { endListEntry } from '#services/listings/end-list-entry.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { nominationPeople, redListedFirm } from '#test/factories/red-listing.ts'
import { createCase, decisionTexts, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

type Firm = Awaited<ReturnType<typeof createIntermediary>>

let test: TestPlatform
let firm: Firm
let person: string
let entryNumber: string
const monday = '2026-03-02T01:00:00Z'
const tuesday = '2026-03-03T01:00:00Z'

async function list(on: Firm, isPractitioner = false): Promise<string> {
  const people = peopleOf(test.platform, isPractitioner ? on.practitionerSubjectId : on.subjectId, monday)
  const more = isPractitioner ? { practitionerId: on.practitionerId, violationCode: 'V-GAN-01' } : {}
  const id = await createCase(people, on.uscc, 'DEFENCE_FILED', more)
  const publicUntilOn = isPractitioner ? '2027-03-02' : '2028-03-02'
  await decideViolation(people.decider, { ...(await stepOf(people.decider, id)), outcome: 'LISTED', publicUntilOn, ...decisionTexts })
  const { number } = await test.platform.prisma.listEntry.findFirstOrThrow({ where: { caseId: id } })
  return number
}

beforeAll(async () => {
  test = await openTestPlatform()
  firm = await createIntermediary(test.platform)
  entryNumber = await list(firm)
  person = await list(await createIntermediary(test.platform), true)
})
afterAll(() => test.close())

const reader = (at: string, role?: Role): UseCaseContext =>
  role ? contextOf(test.platform, at, { roles: [role] }) : { ...contextOf(test.platform, at), viewer: anonymous }

async function ask<T>(source: string, variableValues: Record<string, unknown>, by: UseCaseContext = reader(tuesday)): Promise<T> {
  const contextValue = { ...by, search: createPostgresSearch(test.pool), clientAddress: '' }
  const { data, errors } = await execute({ schema, document: parse(source), variableValues, contextValue })
  if (errors?.[0]) throw errors[0].originalError ?? errors[0]
  return data as T
}

const found = async (filter: Record<string, unknown>, by?: UseCaseContext): Promise<readonly string[]> => {
  const source = 'query ($filter: ListEntryFilter!) { listEntries(filter: $filter) { totalCount edges { node { number } } } }'
  const { listEntries } = await ask<{ listEntries: { totalCount: number; edges: { node: { number: string } }[] } }>(source, { filter }, by)
  expect(listEntries.totalCount).toBe(listEntries.edges.length)
  return listEntries.edges.map(({ node }) => node.number)
}

describe('R5: the public lists', () => {
  it('each filter keeps what it names and nothing else', async () => {
    const { prisma } = test.platform
    const { name, divisionCode } = await prisma.subject.findUniqueOrThrow({ where: { id: firm.subjectId } })
    const offering = await prisma.serviceOffering.findFirstOrThrow({ where: { intermediaryId: firm.intermediaryId } })
    expect([...(await found({ list: 'BLACKLIST' }))].sort()).toEqual([entryNumber, person].sort())
    expect(await found({ list: 'BLACKLIST', text: name })).toEqual([entryNumber])
    expect(await found({ text: firm.uscc.toLowerCase() })).toEqual([entryNumber])
    expect(await found({ list: 'BLACKLIST', divisionCode: '110000' })).toEqual([])
    expect(await found({ list: 'BLACKLIST', divisionCode: divisionCode ?? '410100' })).toContain(entryNumber)
    expect(await found({ divisionCode: '410000', text: firm.uscc })).toEqual([entryNumber])
    expect(await found({ list: 'BLACKLIST', serviceItemCode: offering.serviceItemCode })).toContain(entryNumber)
    expect(await found({ list: 'BLACKLIST', serviceItemCode: 'NO-SUCH' })).toEqual([])
    expect(await found({ list: 'BLACKLIST', decidedFromOn: '2026-03-03' })).toEqual([])
    expect(await found({ text: firm.uscc, decidedFromOn: '2026-03-02', decidedUntilOn: '2026-03-02' })).toEqual([entryNumber])
    expect(await found({ list: 'BLACKLIST', mark: 'UNDER_APPEAL' })).toEqual([])
    expect(await found({ text: firm.uscc, mark: 'PUBLISHED' })).toEqual([entryNumber])
    expect(await found({ list: 'RED_LIST' })).toEqual([])
  })

  it('a person shows by masked number only', async () => {
    const source = 'query ($number: String!) { listEntry(number: $number) { party { kind code uscc identityMasked } } }'
    const { listEntry } = await ask<{ listEntry: { party: { code: string } } }>(source, { number: person })
    expect(listEntry.party).toMatchObject({ kind: 'PERSON', uscc: null, code: expect.stringMatching(/^[\dX*＊]+$/) as string })
    expect(listEntry.party.code).toMatch(/\*/)
  })

  it('an ended entry leaves the lists at once; its number answers, its party is named to nobody but officials and itself', async () => {
    const other = await createIntermediary(test.platform)
    const number = await list(other)
    const { id } = await test.platform.prisma.listEntry.findUniqueOrThrow({ where: { number } })
    const system = contextOf(test.platform, tuesday)
    await runInTransaction(system, (unit) => endListEntry(unit, id, { as: 'ANNULLED', reason: '复核撤销' }))
    expect(await found({ text: other.uscc })).toEqual([])
    expect(await found({ text: other.uscc, mark: 'ANNULLED' })).toEqual([])
    expect(await found({ text: other.uscc, mark: 'ANNULLED' }, reader(tuesday, 'DECIDER'))).toEqual([number])
    const one = `query ($number: String!) {
      listEntry(number: $number) { mark endedOn course { kind on isAhead } }
      endedEntry(number: $number) { number list mark endedOn delistingNumber }
      endedEntries(list: BLACKLIST) { number }
    }`
    const seen = await ask<Record<string, unknown>>(one, { number })
    expect(seen).toMatchObject({ listEntry: null, endedEntry: { mark: 'ANNULLED', endedOn: '2026-03-03' }, endedEntries: [{ number }] })
    expect(JSON.stringify(seen)).not.toContain(other.uscc)
    const official = await ask<{ listEntry: { mark: string; course: unknown[] } }>(one, { number }, reader(tuesday, 'DECIDER'))
    expect(official.listEntry.mark).toBe('ANNULLED')
    expect(official.listEntry.course.at(-1)).toEqual({ kind: 'ANNULLED', on: '2026-03-03', isAhead: false })
  })

  it('after its last public day an entry is no more than a number that has expired', async () => {
    const over = reader('2028-03-02T16:00:00Z')
    expect(await found({ text: firm.uscc }, over)).toEqual([])
    const source = 'query ($number: String!) { listEntry(number: $number) { number } endedEntry(number: $number) { mark endedOn } }'
    expect(await ask(source, { number: entryNumber }, over)).toEqual({
      listEntry: null,
      endedEntry: { mark: 'EXPIRED', endedOn: '2028-03-03' },
    })
    expect(await ask(source, { number: entryNumber }, reader('2028-03-02T15:59:59Z'))).toMatchObject({ endedEntry: null })
  })

  it('a red list entry shows its benefits with their basis, and its course', async () => {
    const listed = await redListedFirm(test.platform, nominationPeople(test.platform, monday), '2026-03-12T01:00:00Z')
    const entry = await test.platform.prisma.listEntry.findFirstOrThrow({ where: { subjectId: listed.subjectId } })
    const contextValue = { ...reader('2026-03-12T02:00:00Z'), search: createPostgresSearch(test.pool), clientAddress: '' }
    const { data, errors } = await execute({ schema, document: ListEntryDocument, variableValues: { number: entry.number }, contextValue })
    expect(errors).toBeUndefined()
    expect(data?.['listEntry']).toMatchObject({
      list: 'RED_LIST',
      mark: 'PUBLISHED',
      untilOn: null,
      effects: [],
      benefits: [
        { benefit: 'TOLERANCE_OFFERED_FIRST', instrument: '山东省社会信用条例', clause: '第二十六条', evidence: 'F' },
        { benefit: 'FEWER_VERIFICATIONS' },
      ],
      course: [{ kind: 'NOMINATED' }, { kind: 'PUBLICITY_STARTED' }, { kind: 'PUBLICITY_ENDED' }, { kind: 'LISTED', isAhead: false }],
    })
  })
})

/** The elements of a document by their path, as an XML parser reads them. */
function elementsOf(document: string) {
  const parser = new SaxesParser({ xmlns: true })
  const path: string[] = []
  const found: { path: string; text: string; uri: string; attributes: Record<string, string> }[] = []
  const open: (typeof found)[number][] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, uri, attributes }) => {
    path.push(name)
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const element = { path: path.join('/'), text: '', uri, attributes: plain }
    found.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('closetag', () => {
    path.pop()
    open.pop()
  })
  parser.write(document).close()
  return found
}

describe('a list as an Atom feed (RFC 4287)', () => {
  it('holds what the standard asks for, and reads back as it was written', () => {
    const entry = (n: number): AtomEntry => ({
      ...{ id: `tag:example.test,2026-01-01:lists/${n}`, title: `甲 & 乙 ${n}`, address: `https://example.test/lists/${n}` },
      ...{
        updatedAt: new Date(Date.UTC(2026, 2, n)),
        publishedAt: null,
        category: { term: 'BLACKLIST', label: '黑名单' },
        summary: '<事由>\n第二行',
      },
    })
    const document = atomDocument({
      ...{
        id: 'tag:example.test,2026-01-01:/blacklist.atom',
        title: '信选黑名单',
        language: 'zh-CN',
        author: '信选',
        rights: '以页面为准',
      },
      ...{ selfAddress: 'https://example.test/blacklist.atom', pageAddress: 'https://example.test/blacklist', updatedAt: new Date(0) },
      entries: [entry(3), entry(2)],
    })
    const elements = elementsOf(document)
    const at = (path: string) => elements.filter((element) => element.path === path)
    expect(new Set(elements.map(({ uri }) => uri))).toEqual(new Set(['http://www.w3.org/2005/Atom']))
    // 4.1.1: exactly one of each, and an author for entries without one.
    for (const name of ['id', 'title', 'updated', 'author/name']) expect(at(`feed/${name}`)).toHaveLength(1)
    expect(at('feed/updated')[0]?.text).toBe('2026-03-03T00:00:00.000Z')
    expect(at('feed/link').map(({ attributes }) => attributes['rel'])).toEqual(['self', 'alternate'])
    // 4.1.2: exactly one id, title and updated each, the ids different; no content, so a link to the entry and a summary.
    for (const name of ['id', 'title', 'updated', 'link', 'summary']) expect(at(`feed/entry/${name}`)).toHaveLength(2)
    expect(new Set(at('feed/entry/id').map(({ text }) => text)).size).toBe(2)
    expect(at('feed/entry/title').map(({ text }) => text)).toEqual(['甲 & 乙 3', '甲 & 乙 2'])
    expect(at('feed/entry/summary')[0]?.text).toBe('<事由>\n第二行')
    expect(at('feed/entry/link')[0]?.attributes).toMatchObject({ rel: 'alternate', href: 'https://example.test/lists/3' })
  })

  it('text that would break XML doesn’t: signs escaped, characters XML has no room for left out', () => {
    const feed = atomDocument({
      ...{ id: 'tag:example.test,2026-01-01:/x.atom', title: '<b>A & "B"</b>', language: 'zh-CN', author: "O'Neil", rights: '' },
      ...{ selfAddress: 'https://example.test/x.atom?a=1&b=2', pageAddress: 'https://example.test/', updatedAt: new Date(monday) },
      entries: [],
    })
    expect(feed).toContain('<title>&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;</title>')
    expect(feed).toContain('a=1&amp;b=2')
    const broken = atomDocument({
      ...{ id: 'x', title: 'a\u0000b\u000b\ufffec\ud83d\ude00', language: 'en', author: 'x', rights: '' },
      ...{ selfAddress: 'x', pageAddress: 'x', updatedAt: new Date(monday), entries: [] },
    })
    expect(broken).toContain('<title>abc😀</title>')
  })
})
