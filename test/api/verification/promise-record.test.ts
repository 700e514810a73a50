import { execute, parse } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '#graphql/schema.ts'
import { receiveSupplement } from '#services/commitments/receive-supplement.ts'
import { sweepDueCommitments } from '#services/commitments/sweep-due-commitments.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { commitmentStep, createAgency, handle, officerOf, promise } from '#test/factories/accepting.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { doubt, findUntrue } from '#test/factories/verifying.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agency: string
let officer: UseCaseContext
let firm: Awaited<ReturnType<typeof createFirm>>

beforeAll(async () => {
  test = await openTestPlatform()
  agency = await createAgency(test.platform, '虚构记录局')
  officer = officerOf(test.platform, agency, '2026-03-02T01:00:00Z')
  firm = await createFirm(test.platform)
  const kept = await promise(officer, firm.uscc, '2026-03-10')
  await receiveSupplement(officer, { ...(await commitmentStep(officer, kept.id)), materials: [3] })
  await promise(officer, firm.uscc, '2026-03-10')
  await promise(officer, firm.uscc, '2026-03-27')
  const handled = await handle(officer, firm.uscc)
  const doubted = await handle(officer, firm.uscc)
  await sweepDueCommitments(contextOf(test.platform, '2026-03-11T01:00:00Z'))
  await doubt(officerOf(test.platform, agency, '2026-03-16T01:00:00Z'), doubted.id)
  await findUntrue(test.platform, agency, handled.id, { noticedAt: '2026-03-02T02:00:00Z', decidedAt: '2026-03-17T01:00:00Z' })
})
afterAll(() => test.close())

const query = parse(`{
  myCommitmentRecord { missCount missesToList keptCount openCount untrueCount acceptanceBarYears isHandlingBarredForLife bars { kind until isHold } }
  untrueFindings { edges { node { state canDefend canDecide keptFromDeciding steps { kind actor } } } }
}`)

it('the applicant reads the own record in figures, and the course of a finding without the names of officers', async () => {
  const owner = contextOf(test.platform, '2026-03-18T01:00:00Z', { roles: ['APPLICANT'], subjectId: firm.id })
  const { data, errors } = await execute({ schema, document: query, contextValue: owner })
  expect(errors).toBeUndefined()
  expect(data).toMatchObject({
    myCommitmentRecord: {
      ...{
        missCount: 1,
        missesToList: 3,
        keptCount: 1,
        openCount: 2,
        untrueCount: 1,
        acceptanceBarYears: 1,
        isHandlingBarredForLife: true,
      },
      bars: [
        { kind: 'TOLERANT_ACCEPTANCE', until: '2027-03-16', isHold: true },
        { kind: 'TOLERANT_HANDLING', until: null, isHold: true },
      ],
    },
    untrueFindings: {
      edges: [
        { node: { state: 'NOTICED', canDefend: true, canDecide: false, steps: [{ kind: 'UNTRUE_NOTICE_SERVED', actor: null }] } },
        // Which bodies were told is the officials' to read.
        {
          node: {
            state: 'FOUND',
            steps: [
              { kind: 'UNTRUE_NOTICE_SERVED', actor: null },
              { kind: 'UNTRUE_FOUND', actor: null },
            ],
          },
        },
      ],
    },
  })

  const stranger = contextOf(test.platform, '2026-03-18T01:00:00Z', {
    roles: ['APPLICANT'],
    subjectId: (await createFirm(test.platform)).id,
  })
  const other = await execute({ schema, document: query, contextValue: stranger })
  expect(other.data).toMatchObject({
    myCommitmentRecord: { missCount: 0, keptCount: 0, untrueCount: 0, bars: [] },
    untrueFindings: { edges: [] },
  })

  const manager = contextOf(test.platform, '2026-03-18T01:00:00Z', {
    roles: ['AGENCY_MANAGER'],
    organisationId: agency,
    userId: officer.viewer.userId,
  })
  const agencySees = await execute({
    schema,
    document: parse('{ untrueFindings(states: [NOTICED]) { edges { node { canDecide keptFromDeciding } } } }'),
    contextValue: manager,
  })
  expect(agencySees.data).toMatchObject({ untrueFindings: { edges: [{ node: { canDecide: false, keptFromDeciding: 'OFFICER' } }] } })
})
