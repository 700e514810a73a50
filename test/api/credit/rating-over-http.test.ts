import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIntermediary } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { createOffice, draftSimulated, officerOf, publish, recordEvent } from '#test/factories/rating.ts'
import { openTestEndpoint, post } from '#test/setup/endpoint.ts'
import type { TestEndpoint } from '#test/setup/endpoint.ts'

const march = '2026-03-02T02:00:00Z'
let test: TestEndpoint
let firm: RegisteredIntermediary
beforeAll(async () => {
  test = await openTestEndpoint()
  firm = await createIntermediary(test.platform)
  await test.platform.prisma.intermediary.updateMany({ data: { listedOn: new Date('2024-01-01') } })
  await recordEvent(contextOf(test.platform, march), firm.subjectId, { points: -20, countsUntilOn: '2026-05-31' })
})
afterAll(() => test.close())

const ask = async (query: string, variables: object = {}) => (await post(test.endpoint, { query, variables })).json
const ratingAsOf = (asOf: string | null) =>
  ask(
    `query ($uscc: String!, $asOf: Day) { rating(uscc: $uscc, asOf: $asOf) { __typename
       ... on Rating { asOf grade score ruleSetVersion explanation { code points } history { day grade score } }
       ... on ValidationError { fields { path code } } ... on RefusedError { code facts } } }`,
    { uscc: firm.uscc, asOf },
  )

describe('the rating, by anyone over HTTP', () => {
  it.each([
    ['2026-03-01', 'A', 100],
    ['2026-03-02', 'B', 80],
    ['2026-05-31', 'B', 80],
    ['2026-06-01', 'A', 100],
  ])('as of %s it is %s with %s points', async (asOf, grade, score) => {
    expect((await ratingAsOf(asOf))?.data).toMatchObject({ rating: { asOf, grade, score, ruleSetVersion: 'ZZ-1' } })
  })

  it('tells its course and its reasons; a day to come or before the rules is refused in words', async () => {
    expect((await ratingAsOf('2026-06-01'))?.data).toMatchObject({
      rating: {
        history: [
          { day: '2026-01-01', grade: 'A', score: 100 },
          { day: '2026-03-02', grade: 'B', score: 80 },
          { day: '2026-06-01', grade: 'A', score: 100 },
        ],
      },
    })
    expect((await ratingAsOf('2026-03-02'))?.data).toMatchObject({
      rating: { explanation: expect.arrayContaining([{ code: 'VIOLATION', points: -20 }]) },
    })
    expect((await ratingAsOf('2099-01-01'))?.data).toMatchObject({ rating: { fields: [{ path: 'asOf', code: 'DAY_IN_FUTURE' }] } })
    expect((await ratingAsOf('2025-01-01'))?.data).toMatchObject({ rating: { code: 'NO_RULE_SET_IN_FORCE', facts: { day: '2025-01-01' } } })
  })

  it('a draft and its simulation are the offices’ own until it is published', async () => {
    const office = await createOffice(test.platform)
    const drafter = officerOf(test.platform, office, march)
    const id = await draftSimulated(drafter, contextOf(test.platform, march), { complaintPoints: -2 })
    const versions = () => ask('{ creditRuleSets { version state simulation { moved } parameters { name evidence textEn isChanged } } }')
    const names = async () => ((await versions())?.data?.['creditRuleSets'] as { version: string }[]).map(({ version }) => version)
    expect(await names()).toEqual(['ZZ-1'])
    await publish(officerOf(test.platform, office, march), id, '2026-04-01')
    expect(await names()).toEqual(['ZZ-2', 'ZZ-1'])
    expect((await versions())?.data).toMatchObject({
      creditRuleSets: [
        {
          state: 'PUBLISHED',
          simulation: null,
          parameters: expect.arrayContaining([
            expect.objectContaining({
              name: 'complaintPoints',
              evidence: 'D',
              isChanged: true,
              textEn: expect.stringContaining('no higher source'),
            }),
          ]),
        },
        { version: 'ZZ-1' },
      ],
    })
  })
})
