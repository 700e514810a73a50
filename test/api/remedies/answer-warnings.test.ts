import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyForRepair } from '#services/remedies/apply-for-repair.ts'
import { askDataSource } from '#services/remedies/ask-data-source.ts'
import { decideAppeal } from '#services/remedies/decide-appeal.ts'
import { objectToData } from '#services/remedies/object-to-data.ts'
import { startAppealReview } from '#services/remedies/start-appeal-review.ts'
import { warnOfAnswers } from '#services/remedies/warn-of-answers.ts'
import { contextOf } from '#test/factories/people.ts'
import {
  answerTexts,
  appealOf,
  appealStep,
  createBodies,
  createListedFirm,
  dataObjectionStep,
  partyAt,
  repairTexts,
  reviewerOf,
} from '#test/factories/remedies.ts'
import type { Bodies } from '#test/factories/remedies.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-03-02T01:00:00Z'
let test: TestPlatform
let bodies: Bodies

beforeAll(async () => {
  test = await openTestPlatform()
  bodies = await createBodies(test.platform)
})
afterAll(() => test.close())

const warn = (at: string) => warnOfAnswers(contextOf(test.platform, at))
const alertsOf = (id: string) =>
  test.platform.prisma.alert.findMany({
    where: { kind: 'ANSWER_OVERDUE', sourceId: { startsWith: id } },
    select: { level: true, subjectId: true, facts: true },
    orderBy: { number: 'asc' },
  })
const levelsOf = async (id: string) => (await alertsOf(id)).map(({ level }) => level)

/** A listed firm with one of each, all filed on that Monday. */
async function filedOnMonday() {
  const of = await createListedFirm(test.platform, bodies, '2026-02-27T01:00:00Z', { violationCode: 'V-RPT-02', months: 12 })
  // Seven working days: due on Wednesday 2026-03-11.
  return { of, appealId: await appealOf(of, monday) }
}

describe('R7: supervision is warned of answers to remedies, yellow at 90 % of the time, red once exceeded, each once', () => {
  it('of an appeal, about no party', async () => {
    const { appealId } = await filedOnMonday()
    const { number } = await test.platform.prisma.appeal.findUniqueOrThrow({ where: { id: appealId } })
    // 90 % of seven working days: 6.3, on the last day in the morning by office hours.
    await warn('2026-03-11T01:00:00Z')
    expect(await alertsOf(appealId)).toEqual([])
    await warn('2026-03-11T04:00:00Z')
    await Promise.all([warn('2026-03-11T15:59:59Z'), warn('2026-03-11T15:59:59Z')])
    const about = { subjectId: null, facts: { number, dueOn: '2026-03-11' } }
    expect(await alertsOf(appealId)).toEqual([{ level: 'YELLOW', ...about }])
    await Promise.all([warn('2026-03-11T16:00:00Z'), warn('2026-03-12T01:00:00Z')])
    expect(await alertsOf(appealId)).toEqual([
      { level: 'YELLOW', ...about },
      { level: 'RED', ...about },
    ])
  })

  it('of none that was answered', async () => {
    const { appealId } = await filedOnMonday()
    const reviewer = reviewerOf(test.platform, bodies, monday)
    await startAppealReview(reviewer, await appealStep(test.platform, appealId))
    await decideAppeal(reviewer, { ...(await appealStep(test.platform, appealId)), outcome: 'UPHELD', ...answerTexts })
    await warn('2026-04-01T01:00:00Z')
    expect(await alertsOf(appealId)).toEqual([])
  })

  it('of a repair', async () => {
    const { of } = await filedOnMonday()
    // Filed on Friday 2026-07-10, ten working days: due on Friday 2026-07-24, 90 % used at its beginning.
    const party = partyAt(of, '2026-07-10T02:00:00Z')
    const id = await applyForRepair(party, { clientMutationId: randomUUID(), entryNumber: of.entryNumber, ...repairTexts })
    await warn('2026-07-23T08:00:00Z')
    expect(await levelsOf(id)).toEqual([])
    await warn('2026-07-24T01:00:00Z')
    expect(await levelsOf(id)).toEqual(['YELLOW'])
    await warn('2026-07-27T01:00:00Z')
    expect(await levelsOf(id)).toEqual(['YELLOW', 'RED'])
  })

  it('of an objection to data, by its new day when the source has to be asked', async () => {
    const { of } = await filedOnMonday()
    const { id: targetId } = await test.platform.prisma.creditEvent.findFirstOrThrow({ where: { sourceId: of.caseId } })
    const wish = { clientMutationId: randomUUID(), target: 'CREDIT_EVENT', targetId, field: 'description', proposed: '更正' } as const
    const id = await objectToData(partyAt(of, monday), { ...wish, statement: '记载有误。' })
    // Three working days: due on Thursday 2026-03-05.
    await warn('2026-03-05T08:00:00Z')
    expect(await levelsOf(id)).toEqual(['YELLOW'])
    const examiner = contextOf(test.platform, '2026-03-05T08:30:00Z', { roles: ['APPEAL_REVIEWER'] })
    await askDataSource(examiner, { ...(await dataObjectionStep(test.platform, id)), reason: '须向来源核实' })
    await warn('2026-03-06T01:00:00Z')
    expect(await levelsOf(id)).toEqual(['YELLOW'])
    await warn('2026-03-12T01:00:00Z')
    expect(await levelsOf(id)).toEqual(['YELLOW', 'RED'])
  })
})
