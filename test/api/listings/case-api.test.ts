import { execute, parse } from 'graphql'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '#graphql/schema.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { annulDecision } from '#services/listings/annul-decision.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { createCase, decisionTexts, later, peopleOf } from '#test/factories/violation-case.ts'
import type { CasePeople } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

// One case from its investigation to its annulled end, all of it by the API, as the pages use it.

const monday = '2026-03-02T01:00:00Z'
let test: TestPlatform
let firm: RegisteredIntermediary
let people: CasePeople
let number: string

beforeAll(async () => {
  test = await openTestPlatform()
  firm = await createIntermediary(test.platform)
  people = peopleOf(test.platform, firm.subjectId, monday)
  const id = await createCase(people, firm.uscc, 'INVESTIGATING')
  number = (await test.platform.prisma.violationCase.findUniqueOrThrow({ where: { id } })).number
})
afterAll(() => test.close())

const ask = async (who: UseCaseContext, document: string, variableValues: Record<string, unknown>) => {
  const { data, errors } = await execute({ schema, document: parse(document), contextValue: who, variableValues })
  expect(errors).toBeUndefined()
  return data as Record<string, Record<string, unknown> | null>
}
const caseFor = async (who: UseCaseContext) => {
  const fields = `number version state investigationDueOn decisionServedOn appealDueOn records { kind counterpart } evidence { fileName }
    joinable { uscc practitionerId name } joined { number partyName } hearing { state presider isPresider scheduledFor }
    steps { kind actor } nextSteps { step obstacle } listEntries { number }`
  const { violationCase } = await ask(who, `query ($number: String!) { violationCase(number: $number) { ${fields} } }`, { number })
  return violationCase ?? {}
}
/** Takes a step by the API; answers with the code of the refusal, or null. */
const take = async (who: UseCaseContext, mutation: string, more: object): Promise<string | null> => {
  const { version } = await test.platform.prisma.violationCase.findUniqueOrThrow({ where: { number } })
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`
  const document = `mutation ($input: ${type}) { result: ${mutation}(input: $input) { __typename ... on UserError { code } } }`
  const input = { clientMutationId: randomUUID(), number, version, ...more }
  const { result } = await ask(who, document, { input })
  return (result?.['code'] as string | undefined) ?? null
}
const mineIn = (of: Record<string, unknown>) =>
  (of['nextSteps'] as { step: string; obstacle: string | null }[]).filter(({ obstacle }) => obstacle === null).map(({ step }) => step)

it('the investigator gathers and joins; the party knows nothing yet', async () => {
  const { investigator, party } = people
  const record = {
    kind: 'INTERVIEW',
    takenAt: '2026-03-02T00:30:00Z',
    place: '现场',
    counterpart: '负责人',
    secondOfficer: '孙某',
    text: '问答',
  }
  expect(await take(investigator, 'addInvestigationRecord', record)).toBeNull()
  expect(await take(investigator, 'extendInvestigation', { reasons: '需委托鉴定' })).toBeNull()
  expect(await take(investigator, 'extendInvestigation', { reasons: '再次' })).toBe('INVESTIGATION_EXTENDED_BEFORE')
  const before = await caseFor(investigator)
  expect(before['joinable']).toEqual([{ uscc: firm.uscc, practitionerId: firm.practitionerId, name: expect.any(String) as string }])
  const joining = { uscc: firm.uscc, practitionerId: firm.practitionerId, violationCode: 'V-GAN-01' }
  expect(await take(investigator, 'joinParty', joining)).toBeNull()
  expect(await caseFor(investigator)).toMatchObject({
    investigationDueOn: '2026-05-31',
    records: [{ kind: 'INTERVIEW', counterpart: '负责人' }],
    joinable: [],
    joined: [{ partyName: (before['joinable'] as { name: string }[])[0]?.name }],
  })
  expect(await caseFor(party)).toEqual({})
})

it('noticed, the party reads what is for it, and asks for a hearing', async () => {
  const { investigator, party, decider } = people
  const notice = { facts: '事实', basis: '依据', intendedMeasure: '列入', rightToDefend: '可陈述申辩' }
  expect(await take(investigator, 'serveAdvanceNotice', notice)).toBeNull()
  const seen = await caseFor(party)
  expect(seen).toMatchObject({ state: 'NOTICED', investigationDueOn: null, records: [], joined: [], joinable: [] })
  expect(seen['evidence']).toHaveLength(1)
  expect(seen['steps']).toEqual(['REPORTED', 'INVESTIGATION_STARTED', 'NOTICE_SERVED'].map((kind) => ({ kind, actor: null })))
  expect(mineIn(seen)).toEqual(['FILE_DEFENCE', 'WAIVE_DEFENCE', 'REQUEST_HEARING'])
  expect(await take(party, 'requestHearing', { reasons: '请求当面陈述' })).toBeNull()
  expect(mineIn(await caseFor(decider))).toEqual(['SCHEDULE_HEARING', 'ORDER_SUSPENSION'])
  const call = { scheduledFor: '2026-03-12T01:00:00Z', place: '301室', isPublic: true }
  expect(await take(decider, 'scheduleHearing', { ...call, scheduledFor: '2026-03-09T01:00:00Z' })).toBe('HEARING_TOO_SOON')
  expect(await take(decider, 'refuseHearing', { reasons: '不必' })).toBe('HEARING_IS_A_RIGHT')
  expect(await take(decider, 'scheduleHearing', call)).toBeNull()
  expect(await caseFor(party)).toMatchObject({ hearing: { state: 'SCHEDULED', isPresider: false } })
  expect(await caseFor(decider)).toMatchObject({ hearing: { isPresider: true } })
})

it('heard and decided; served at once, with the days to appeal', async () => {
  const after = '2026-03-12T03:00:00Z'
  const decider = later(people.decider, after)
  expect(await take(later(people.party, after), 'waiveHearing', { statement: '' })).toBe('VALIDATION_FAILED')
  expect(await take(decider, 'holdHearing', { attendees: '各方', record: '笔录' })).toBeNull()
  const listing = { outcome: 'LISTED', publicUntilOn: '2028-03-12', ...decisionTexts }
  expect(await take(decider, 'decideViolation', listing)).toBe('DEFENCE_WINDOW_OPEN')
  const filed = { statement: '申辩', isWaiver: false }
  expect(await take(later(people.party, after), 'fileDefence', filed)).toBeNull()
  expect(await take(decider, 'decideViolation', listing)).toBeNull()
  expect(await caseFor(people.party)).toMatchObject({ state: 'DECIDED_LISTED', decisionServedOn: '2026-03-12', appealDueOn: '2026-03-26' })
  expect(await take(decider, 'recordService', { method: 'POST', servedOn: '2026-03-12' })).toBe('SERVED_BEFORE')
})

it('annulled, the delisting is the party’s to print, and nobody else’s', async () => {
  const id = (await test.platform.prisma.violationCase.findUniqueOrThrow({ where: { number } })).id
  const [entry] = (await caseFor(people.decider))['listEntries'] as { number: string }[]
  await runInTransaction(contextOf(test.platform, '2026-03-20T01:00:00Z'), (unit) => annulDecision(unit, id, '复核撤销'))
  const document = 'query ($number: String!) { delisting(entryNumber: $number) { delistingNumber end endedOn reason party { name } } }'
  const read = async (who: UseCaseContext) => (await ask(who, document, { number: entry?.number }))['delisting']
  expect(await read(people.party)).toMatchObject({ end: 'ANNULLED', endedOn: '2026-03-20', reason: '复核撤销' })
  const stranger = contextOf(test.platform, monday, {
    roles: ['INTERMEDIARY'],
    subjectId: (await createIntermediary(test.platform)).subjectId,
  })
  expect(await read(stranger)).toBeNull()
})
