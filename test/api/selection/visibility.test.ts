import { randomUUID } from 'node:crypto'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anonymous } from '#domain/access/viewer.ts'
import { schema } from '#graphql/schema.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { draftSelection } from '#services/selection/draft-selection.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import {
  announceRound,
  createBiddingFirms,
  createReformOffice,
  draftOf,
  proposeInOrder,
  roundTimes,
  signUpFirm,
  sweepAt,
} from '#test/factories/selecting.ts'
import type { AnnouncedRound, BiddingFirm } from '#test/factories/selecting.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let officer: (at: string) => UseCaseContext
let owner: UseCaseContext
let visitor: UseCaseContext
let agency: UseCaseContext
let firms: readonly BiddingFirm[]
let round: AnnouncedRound
let ids: readonly string[]
const at = roundTimes.inSignUp
const after = '2026-11-06T02:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
  officer = await createReformOffice(test.platform)
  owner = await createOwner(test.platform, at)
  visitor = { ...contextOf(test.platform, at), viewer: anonymous }
  agency = contextOf(test.platform, at, { roles: ['WINDOW_OFFICER', 'AGENCY_MANAGER'] })
  firms = await createBiddingFirms(test.platform, 3)
})
afterAll(() => test.close())
beforeEach(async () => {
  round = await announceRound(owner, 'RANDOM_DRAW')
  const signed: string[] = []
  for (const firm of firms) signed.push(await signUpFirm(firm, round.number))
  ids = signed
})

async function ask(contextValue: UseCaseContext, source: string, variableValues: Record<string, unknown>) {
  const { data, errors } = await execute({ schema, document: parse(source), contextValue, variableValues })
  return {
    data: data as Record<string, unknown> | null,
    codes: (errors ?? []).map(({ originalError }) => (originalError as { code?: string }).code),
  }
}

const query = `query ($number: String!) { selection(number: $number) {
  number state signUpCount minimumPool isOwn isSupervised poolHash pool
  signUps { name uscc place outcome plan team { name } exclusionCode } ownSignUp { name state }
  events { kind isPublic facts } winner { name } engagementNumber ownObstacle mayReAnnounce mayChooseDirectly
} }`
interface Seen {
  readonly signUpCount: number
  readonly signUps: readonly { readonly name: string; readonly outcome: unknown; readonly team: readonly unknown[] | null }[]
  readonly ownSignUp: { readonly state: string } | null
  readonly events: readonly { readonly kind: string; readonly isPublic: boolean }[]
  readonly pool: { readonly places: readonly unknown[] } | null
}
const see = async (who: UseCaseContext, number = round.number) =>
  (await ask(who, query, { number })).data?.selection as (Seen & Record<string, unknown>) | null

describe('before closing', () => {
  it('everyone sees how many signed up; who they are is seen by nobody, not even the owner or the supervising body', async () => {
    for (const who of [visitor, agency, owner, officer(at)]) {
      const seen = await see(who)
      expect(seen).toMatchObject({ signUpCount: 3, signUps: [], ownSignUp: null, pool: null, minimumPool: 3 })
      // Nothing else gives them away either.
      for (const { uscc } of firms) expect(JSON.stringify(seen)).not.toContain(uscc)
      for (const id of ids) expect(JSON.stringify(seen)).not.toContain(id)
    }
  })

  it('a bidder sees its own sign-up, and no other', async () => {
    const seen = await see(firms[0]?.staff(at) ?? visitor)
    expect(seen).toMatchObject({ ownSignUp: { state: 'ACTIVE' }, signUps: [] })
  })

  it('a draft is its owner’s alone', async () => {
    const id = await draftSelection(owner, draftOf())
    const { number } = await test.platform.prisma.selection.findUniqueOrThrow({ where: { id } })
    expect(await see(owner, number)).toMatchObject({ isOwn: true })
    for (const who of [visitor, agency, officer(at), firms[0]?.staff(at) ?? visitor]) expect(await see(who, number)).toBeNull()
    const own = `query { ownSelections { totalCount edges { node { number } } } selections { edges { node { number } } } }`
    const { data } = await ask(owner, own, {})
    expect(JSON.stringify((data?.ownSelections as { edges: unknown }).edges)).toContain(number)
    expect(JSON.stringify(data?.selections)).not.toContain(number)
  })
})

describe('after closing', () => {
  beforeEach(async () => {
    await sweepAt(test.platform, roundTimes.frozen)
    await proposeInOrder(test.platform, round, ids, after)
  })

  it('the names are public; teams and outcomes are for those concerned', async () => {
    const stranger = await see(visitor)
    expect(stranger?.signUps.map(({ name }) => name)).toHaveLength(3)
    expect(stranger?.signUps.every(({ outcome, team }) => outcome === null && team === null)).toBe(true)
    const asAgency = await see(agency)
    expect(asAgency?.signUps.every(({ outcome }) => outcome === null)).toBe(true)
    for (const who of [later(owner, after), officer(after)]) {
      const insider = await see(who)
      expect(insider?.signUps.every(({ outcome, team }) => outcome !== null && team?.length === 1)).toBe(true)
    }
    const own = await see(firms[0]?.staff(after) ?? visitor)
    expect(own?.signUps.filter(({ outcome }) => outcome !== null)).toHaveLength(1)
  })

  it('the supervising body finds it among its own, another office does not', async () => {
    const list = `query { supervisedSelections { edges { node { number isSupervised } } } }`
    const { data } = await ask(officer(after), list, {})
    expect(JSON.stringify(data)).toContain(round.number)
    const other = contextOf(test.platform, after, { roles: ['REFORM_OFFICE'], organisationId: randomUUID() })
    expect((await ask(other, list, {})).data).toEqual({ supervisedSelections: { edges: [] } })
  })
})

describe('003 三(三): agencies touch nothing', () => {
  const steps = [
    [
      'draftSelection',
      '{ clientMutationId: "a", draft: { projectName: "x", mode: RANDOM_DRAW, fundSource: STATE, serviceItemCode: "ZJ-EIA-001", divisionCode: "410105", requirements: "x" } }',
    ],
    ['announceSelection', '{ clientMutationId: "a", number: $number, version: 1, times: { signUpClosesAt: "2026-11-20T00:00:00Z" } }'],
    ['reAnnounceSelection', '{ clientMutationId: "a", number: $number, version: 1, times: { signUpClosesAt: "2026-11-20T00:00:00Z" } }'],
    ['cancelSelection', '{ clientMutationId: "a", number: $number, version: 1, reasons: "x" }'],
    ['signUpForSelection', '{ clientMutationId: "a", number: $number, practitionerKeys: [] }'],
    ['withdrawSignUp', '{ clientMutationId: "a", number: $number }'],
    ['stepBackFromSelection', '{ clientMutationId: "a", number: $number, reasons: "x" }'],
    ['askClarification', '{ clientMutationId: "a", number: $number, question: "请问？" }'],
    ['answerClarification', '{ clientMutationId: "a", number: $number, clarificationKey: "x", answer: "x" }'],
    ['objectToResult', '{ clientMutationId: "a", number: $number, grounds: "x" }'],
    [
      'decideSelectionObjection',
      '{ clientMutationId: "a", number: $number, objectionNumber: "x", outcome: UPHELD, consequence: FAIL, reasons: "x" }',
    ],
  ] as const
  it.each(steps)('%s', async (name, input) => {
    const number = input.includes('$number') ? 'query' : ''
    const source = `mutation${number && ' ($number: String!)'} { ${name}(input: ${input}) { __typename } }`
    for (const who of [agency, visitor]) {
      const { data, codes } = await ask(who, source, { number: round.number })
      const isRefused = codes.length > 0 || (data?.[name] as { __typename: string } | null)?.__typename === 'ForbiddenError'
      expect(isRefused).toBe(true)
    }
    expect((await test.platform.prisma.selection.findUniqueOrThrow({ where: { id: round.id } })).state).toBe('SIGN_UP')
  })
})
