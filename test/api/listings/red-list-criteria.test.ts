import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refreshStanding } from '#services/credit/refresh-standing.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { turnDownNomination, withdrawNomination } from '#services/listings/end-nomination.ts'
import { proposeForRedList } from '#services/listings/propose-for-red-list.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { nominationPeople, nominationStep } from '#test/factories/red-listing.ts'
import { createReviewed } from '#test/factories/reviewing.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform

beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

describe('R6: whom the criteria find', () => {
  /** An institution of long standing whose owners gave it full marks in so many engagements. */
  async function praisedFirm(engagements: number) {
    const { prisma } = test.platform
    const { intermediaryId, subjectId } = await createIntermediary(test.platform)
    await prisma.intermediary.update({ where: { id: intermediaryId }, data: { listedOn: new Date('2024-01-01') } })
    const deliveredAt = new Date('2026-02-02T02:00:00Z')
    const review = () => createReviewed(test.platform, { intermediaryId }, deliveredAt, [{ rater: 'OWNER', mark: 5, at: deliveredAt }])
    for (let n = 0; n < engagements; n += 1) await review()
    const rate = (at: string) => runInTransaction(contextOf(test.platform, at), (unit) => refreshStanding(unit, subjectId))
    return { subjectId, review, rate }
  }
  const sweep = (at: string) => proposeForRedList(contextOf(test.platform, at))

  it('proposed once a half-year, by nobody, however many workers look; and never with a review too few', async () => {
    const { subjectId, review, rate } = await praisedFirm(9)
    await rate('2026-08-03T01:00:00Z')
    expect(await sweep('2026-08-03T02:00:00Z')).toBe(0)
    await review()
    const counts = await Promise.all([sweep('2026-08-03T02:00:00Z'), sweep('2026-08-03T02:00:00Z')])
    expect(counts.reduce((sum, count) => sum + count)).toBe(1)
    const nominations = () => test.platform.prisma.redListNomination.findMany({ where: { subjectId }, orderBy: { nominatedAt: 'asc' } })
    const [found] = await nominations()
    expect(found).toMatchObject({ origin: 'CRITERIA', nominatedById: null, organisationId: null, state: 'NOMINATED' })
    expect(found?.findings).toMatchObject([
      {
        criterion: 'GRADE',
        isMet: true,
        grades: [
          { on: '2026-01-01', grade: 'A' },
          { on: '2026-07-01', grade: 'A' },
        ],
      },
      { criterion: 'REVIEWS', count: 10, needed: 10 },
      { criterion: 'NO_VIOLATION', count: 0 },
      { criterion: 'NOT_LISTED', lists: [] },
    ])
    const people = nominationPeople(test.platform, '2026-08-03T01:00:00Z')
    const examiner = later(people.examiner, '2026-08-04T01:00:00Z')
    const step = { ...(await nominationStep(examiner, found?.id ?? '')), reasons: '情况待核实' }
    await expect(withdrawNomination(later(people.nominator, '2026-08-04T01:00:00Z'), step)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await turnDownNomination(examiner, step)
    expect(await sweep('2026-12-31T15:59:59Z')).toBe(0)
    await rate('2027-01-01T01:00:00Z')
    expect(await sweep('2027-01-01T02:00:00Z')).toBe(1)
    expect(await nominations()).toHaveLength(2)
  })
})
