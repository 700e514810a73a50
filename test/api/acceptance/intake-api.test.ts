import { execute, parse } from 'graphql'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '#graphql/schema.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createAgency, officerOf, toleratedItem } from '#test/factories/accepting.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

// One application from its draft to its withdrawal, all of it by the API, as the pages use it.

const monday = '2026-03-02T01:00:00Z'
let test: TestPlatform
let agencyId: string
let owner: UseCaseContext
let officer: UseCaseContext
let number: string

beforeAll(async () => {
  test = await openTestPlatform()
  agencyId = await createAgency(test.platform, '虚构审批局')
  owner = await createOwner(test.platform, monday)
  officer = officerOf(test.platform, agencyId, monday)
})
afterAll(() => test.close())

const ask = async (who: UseCaseContext, document: string, variableValues: Record<string, unknown>) => {
  const { data, errors } = await execute({ schema, document: parse(document), contextValue: who, variableValues })
  expect(errors).toBeUndefined()
  return data as Record<string, Record<string, unknown> | null>
}
const fields = `number version state channel isTakenUp projectCode organisationId isDeemedAccepted acceptanceNumber correctionNumber
  nonAcceptanceNumber nonAcceptanceGround decisionDueOn noticedMaterials { seq } gaps { code seq isBlocking }
  pauses { cause basis fromOn untilOn } exceptions { refusalCode } timeLimit { usedWorkingDays remainingWorkingDays isPaused dueOn }
  steps { kind actor } materials { material { seq } presence files { fileName sha256 } } preview { modes { mode isAllowed } }`
const caseFor = async (who: UseCaseContext) =>
  (await ask(who, `query ($number: String!) { approvalCase(number: $number) { ${fields} } }`, { number }))['approvalCase']

/** Takes a step as the page does: with the version that was looked at. */
async function step(who: UseCaseContext, name: string, more: Record<string, unknown> = {}) {
  const { version } = await test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { number } })
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const document = `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { __typename ... on UserError { code } } }`
  const { result } = await ask(who, document, { input: { clientMutationId: randomUUID(), number, version, ...more } })
  return result?.['code'] ?? result?.['__typename']
}

it('drafts, files, takes up, accepts, pauses and withdraws, each read by whom it concerns', async () => {
  const start = `mutation ($input: StartDraftInput!) { result: startDraft(input: $input) { ... on StartDraftPayload { taken { case { number } } } } }`
  const begun = { clientMutationId: randomUUID(), approvalItemCode: toleratedItem, organisationId: agencyId, projectName: '虚构厂房' }
  const { result } = await ask(owner, start, { input: begun })
  number = (result as { taken: { case: { number: string } } }).taken.case.number
  expect(await caseFor(officer)).toBeNull()
  expect(await caseFor(owner)).toMatchObject({ state: 'DRAFT', channel: 'ONLINE', isTakenUp: false, timeLimit: null, steps: [] })

  const content = Buffer.from('%PDF-1.7\n1').toString('base64')
  for (const seq of [1, 2, 3])
    expect(await step(owner, 'handInMaterial', { seq, files: [{ fileName: '表.pdf', content }] })).toBe('HandInMaterialPayload')
  expect(await step(owner, 'saveDraft', { organisationId: agencyId, projectName: '虚构厂房', projectCode: '123' })).toBe(
    'VALIDATION_FAILED',
  )
  expect(await caseFor(owner)).toMatchObject({
    gaps: [{ code: 'ESSENTIAL_MISSING', seq: 4, isBlocking: false }],
    materials: [{ files: [{ fileName: '表.pdf' }] }, { files: [{}] }, { files: [{}] }, { files: [] }],
  })
  expect(await step(owner, 'saveDraft', { organisationId: agencyId, projectName: '虚构厂房', onPaper: [4] })).toBe('SaveDraftPayload')
  expect(await step(owner, 'fileDraft')).toBe('FileDraftPayload')

  expect(await step(officer, 'takeUpCase')).toBe('TakeUpCasePayload')
  expect(await step(officer, 'acceptCase', { mode: 'NORMAL' })).toBe('AcceptCasePayload')
  expect(await step(officer, 'pauseCase', { cause: 'PUBLICITY', untilOn: '2026-12-31', reasons: '公示' })).toBe('PAUSE_TOO_LONG')
  expect(await step(officer, 'pauseCase', { cause: 'PUBLICITY', untilOn: '2026-03-06', reasons: '公示' })).toBe('PauseCasePayload')
  expect(await step(owner, 'resumeCase')).toBe('FORBIDDEN')
  expect(await caseFor(owner)).toMatchObject({
    state: 'ACCEPTED',
    pauses: [{ cause: 'PUBLICITY', fromOn: '2026-03-02', untilOn: '2026-03-06' }],
    // The day of acceptance never counted; four working days more are paused.
    timeLimit: { usedWorkingDays: 0, remainingWorkingDays: 20, isPaused: true, dueOn: '2026-04-03' },
    steps: [{ kind: 'FILED_ONLINE' }, { kind: 'TAKEN_UP' }, { kind: 'ACCEPTED_NORMAL' }, { kind: 'PAUSED_PUBLICITY' }],
  })
  expect(await caseFor(officer)).toMatchObject({ isTakenUp: true, materials: [{}, {}, {}, { presence: 'PRESENT' }] })
  expect(await step(owner, 'withdrawCase')).toBe('WithdrawCasePayload')
  expect(await caseFor(owner)).toMatchObject({ state: 'WITHDRAWN', timeLimit: null })
})
