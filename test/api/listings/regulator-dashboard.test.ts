import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { deadlinesAhead } from '#services/listings/deadlines-ahead.ts'
import { decisionOutcomes } from '#services/listings/decision-outcomes.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { createHearing } from '#test/factories/hearing.ts'
import { contextOf } from '#test/factories/people.ts'
import { createCase, decisionTexts, later, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const monday = '2026-03-02T01:00:00Z'
const officialOn = (at: string) => contextOf(test.platform, at, { roles: ['REFORM_OFFICE'] })

/** An appeal that ended, as its procedure leaves it; how it gets there is told elsewhere. */
async function appealEnded(caseId: string, subjectId: string, state: 'UPHELD' | 'ANNULLED' | 'FILED') {
  const day = new Date('2026-03-10')
  await test.platform.prisma.appeal.create({
    data: {
      ...{ number: `SS-${caseId}`, caseId, subjectId, filedById: subjectId, filedAt: day, grounds: '不符', request: '撤销' },
      ...{ state, answerDueOn: new Date('2026-03-13'), ruleSetVersion: 'ZZ-LISTING-1' },
    },
  })
}

describe('the regulator’s overview', () => {
  it('counts what became of the decisions of a quarter; those that found nothing don’t count', async () => {
    const ends = ['UPHELD', 'ANNULLED', 'FILED', null] as const
    for (const end of ends) {
      const firm = await createIntermediary(test.platform)
      const people = peopleOf(test.platform, firm.subjectId, monday)
      const id = await createCase(people, firm.uscc, 'DEFENCE_FILED')
      const outcome =
        end === null ? ({ outcome: 'LISTED', publicUntilOn: '2028-03-02' } as const) : ({ outcome: 'FOUND_NOT_LISTED' } as const)
      await decideViolation(people.decider, { ...(await stepOf(people.decider, id)), ...outcome, ...decisionTexts })
      if (end) await appealEnded(id, firm.subjectId, end)
    }
    const firm = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const spared = await createCase(people, firm.uscc, 'DEFENCE_FILED')
    await decideViolation(people.decider, { ...(await stepOf(people.decider, spared)), outcome: 'NOT_FOUND', ...decisionTexts })
    // Just after midnight of 1 April in Shanghai: the next quarter, though still March in UTC.
    const april = await createCase(people, firm.uscc, 'DEFENCE_FILED')
    const midnight = later(people.decider, '2026-03-31T16:00:00Z')
    await decideViolation(midnight, { ...(await stepOf(midnight, april)), outcome: 'FOUND_NOT_LISTED', ...decisionTexts })

    expect(await decisionOutcomes(officialOn('2026-04-02T01:00:00Z'))).toEqual([
      { quarter: '2026Q1', decided: 4, listed: 1, appealed: 3, upheld: 1, varied: 0, annulled: 1 },
      { quarter: '2026Q2', decided: 1, listed: 0, appealed: 0, upheld: 0, varied: 0, annulled: 0 },
    ])
  })

  it('shows what is due next in every procedure, the overdue first', async () => {
    const hearing = await createHearing(test.platform, await createIntermediary(test.platform), monday, new Date('2026-03-12T17:00:00Z'))
    const { number } = await test.platform.prisma.violationCase.findUniqueOrThrow({ where: { id: hearing.id } })
    const due = await deadlinesAhead(officialOn('2026-03-16T01:00:00Z'))
    // Of one in the night of Shanghai: its legal day is the 13th.
    expect(due.filter((one) => one.number === number).map(({ kind, dueOn }) => `${dueOn} ${kind}`)).toEqual([
      '2026-03-13 HEARING',
      '2026-03-16 DEFENCE',
    ])
    expect(due.map(({ dueOn }) => dueOn)).toEqual(due.map(({ dueOn }) => dueOn).sort())
    expect(due.some(({ kind }) => kind === 'APPEAL')).toBe(true)
    // A window that has ended waits for nobody any more; an investigation that has, does.
    const after = await deadlinesAhead(officialOn('2026-03-17T01:00:00Z'))
    expect(after.some(({ kind, dueOn }) => kind === 'DEFENCE' && dueOn < '2026-03-17')).toBe(false)
  })
})
