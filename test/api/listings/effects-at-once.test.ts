import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#domain/access/viewer.ts'
import { schema } from '#graphql/schema.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { previewModes } from '#services/acceptance/preview-modes.ts'
import { checkCredit } from '#services/checks/check-credit.ts'
import { refreshStanding } from '#services/credit/refresh-standing.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { annulDecision } from '#services/listings/annul-decision.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { isPreselected } from '#services/selection/preselection-membership.ts'
import { allBut, createAgency, officerOf, toleratedItem } from '#test/factories/accepting.ts'
import { choiceOf, createOwner } from '#test/factories/choosing.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { createPool, join, poolKeeper } from '#test/factories/preselecting.ts'
import { nominationPeople, redListedFirm } from '#test/factories/red-listing.ts'
import { announceRound, createBiddingFirms, createReformOffice, roundTimes, signUpFirm } from '#test/factories/selecting.ts'
import type { BiddingFirm } from '#test/factories/selecting.ts'
import { createCase, decisionTexts, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
const at = roundTimes.inSignUp

beforeAll(async () => {
  test = await openTestPlatform()
  await createReformOffice(test.platform)
})
afterAll(() => test.close())

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'FREE',
    (error: { code?: string }) => error.code ?? String(error),
  )

async function ask<T>(source: string, variableValues: Record<string, unknown>): Promise<T> {
  const context: UseCaseContext = { ...contextOf(test.platform, at), viewer: anonymous }
  const contextValue = { ...context, search: createPostgresSearch(test.pool), clientAddress: '' }
  const { data, errors } = await execute({ schema, document: parse(source), variableValues, contextValue })
  if (errors?.[0]) throw errors[0]
  return data as T
}

/** What every place answers about a firm at one and the same instant. */
async function answersAbout(firm: BiddingFirm, pool: { readonly id: string }) {
  const owner = await createOwner(test.platform, at)
  const round = await announceRound(owner, 'RANDOM_DRAW')
  const officer = contextOf(test.platform, at, { roles: ['WINDOW_OFFICER'] })
  const source = `query ($text: String!, $uscc: String!) {
    choosable: searchIntermediaries(search: { text: $text, isChoosableOnly: true, limit: 10 }) { ... on IntermediarySearchResult { total } }
    intermediary(uscc: $uscc) { grade listEntries { list } benefits { benefit } }
  }`
  const seen = await ask<{
    choosable: { total: number }
    intermediary: { grade: string; listEntries: { list: string }[]; benefits: unknown[] }
  }>(source, { text: firm.uscc, uscc: firm.uscc })
  const { answer } = await checkCredit(officer, firm.uscc)
  const preselected = await isPreselected(test.platform.prisma, pool.id, firm.intermediaryId, new Date(at))
  return {
    search: seen.choosable.total === 1 ? 'FREE' : 'NOT_CHOOSABLE',
    choice: await codeOf(chooseIntermediary(owner, choiceOf(firm.uscc))),
    signUp: await codeOf(signUpFirm(firm, round.number)),
    preselection: preselected.ok ? 'FREE' : preselected.refusal.code,
    check: answer.result,
    grade: answer.grade,
    shownGrade: seen.intermediary.grade,
    lists: seen.intermediary.listEntries.map(({ list }) => list),
    benefits: seen.intermediary.benefits.length,
  }
}

describe('R5: one decision, one instant', () => {
  it('a listing holds in search, choice, sign-up, preselection, check, grade, lists and benefits in the same millisecond', async () => {
    const { prisma } = test.platform
    const [firm] = await createBiddingFirms(test.platform, 1)
    if (!firm) throw new Error('no firm')
    const keeper = await poolKeeper(test.platform, at)
    const pool = await createPool(keeper, { serviceItemCode: 'ZJ-EIA-001', divisionCode: '410105' })
    await join(firm.staff(at), pool)
    // On the red list, too: praised and barred at once would be absurd.
    const red = nominationPeople(test.platform, '2026-10-12T01:00:00Z')
    await redListedFirm(test.platform, red, '2026-10-26T01:00:00Z', { id: firm.subjectId, uscc: firm.uscc })
    const people = peopleOf(test.platform, firm.subjectId, at)
    const caseId = await createCase(people, firm.uscc, 'DEFENCE_FILED')
    expect(await answersAbout(firm, pool)).toMatchObject({
      ...{ search: 'FREE', choice: 'FREE', signUp: 'FREE', preselection: 'FREE', check: 'CLEAR' },
      ...{ lists: ['RED_LIST'], benefits: 2 },
    })

    const step = await stepOf(people.decider, caseId)
    await decideViolation(people.decider, { ...step, outcome: 'LISTED', publicUntilOn: '2028-11-03', ...decisionTexts })

    expect(await answersAbout(firm, pool)).toEqual({
      ...{ search: 'NOT_CHOOSABLE', choice: 'INTERMEDIARY_BLACKLISTED', signUp: 'INTERMEDIARY_BLACKLISTED' },
      ...{ preselection: 'INTERMEDIARY_BLACKLISTED', check: 'BARRED', grade: 'E', shownGrade: 'E' },
      ...{ lists: ['BLACKLIST'], benefits: 0 },
    })
    const left = await prisma.listEntry.findFirstOrThrow({ where: { subjectId: firm.subjectId, list: 'RED_LIST' } })
    expect(left).toMatchObject({ status: 'REMOVED', endedAt: new Date(at) })

    // Annulled, it is as if it had never been: the firm is praised again, by the same entry.
    await runInTransaction(contextOf(test.platform, at), (unit) => annulDecision(unit, caseId, '复核撤销'))
    expect(await answersAbout(firm, pool)).toMatchObject({
      ...{ search: 'FREE', choice: 'FREE', signUp: 'FREE', preselection: 'FREE', check: 'CLEAR' },
      ...{ lists: ['RED_LIST'], benefits: 2 },
    })
    expect(await prisma.listEntry.findUniqueOrThrow({ where: { id: left.id } })).toMatchObject({ status: 'ACTIVE', endedAt: null })
  })

  it('a dishonesty entry holds at the window, in the check and for the benefits in the same millisecond', async () => {
    const firm = await createFirm(test.platform)
    const agency = await createAgency(test.platform, '虚构审批局')
    const officer = officerOf(test.platform, agency, at)
    const red = nominationPeople(test.platform, '2026-10-12T01:00:00Z')
    await redListedFirm(test.platform, red, '2026-10-26T01:00:00Z', firm)
    const { materials } = await test.platform.prisma.approvalItem.findUniqueOrThrow({
      where: { code: toleratedItem },
      include: { materials: true },
    })
    const missing = materials.filter(({ isEssential }) => !isEssential).map(({ seq }) => seq)
    const tolerated = async () => {
      const preview = await previewModes(officer, {
        ...{ approvalItemCode: toleratedItem, applicantCode: firm.uscc },
        materials: allBut(materials.length, missing.slice(0, 1)),
      })
      return preview.modes.find(({ mode }) => mode === 'TOLERANT_ACCEPTANCE')
    }
    const barredFrom = async () => {
      const { answer } = await checkCredit(officer, firm.uscc)
      return answer.purposes.filter(({ result }) => result === 'BARRED').map(({ purpose }) => purpose)
    }
    expect((await tolerated())?.isAllowed).toBe(true)
    expect(await barredFrom()).toEqual([])

    await runInTransaction(contextOf(test.platform, at), async (unit) => {
      const day = toDbDay('2026-11-03')
      await unit.tx.listEntry.create({
        data: {
          ...{
            number: 'MD-TEST-1',
            list: 'DISHONESTY',
            subjectId: firm.id,
            severity: 'GENERAL',
            reasons: '三次未履行承诺',
            basis: '三(六)',
          },
          ...{ decidedOn: day, fromOn: day, untilOn: toDbDay('2027-11-03'), ruleSetVersion: 'ZZ-LISTING-1', createdAt: unit.now },
        },
      })
      await refreshStanding(unit, firm.id)
    })

    expect((await tolerated())?.isAllowed).toBe(false)
    expect(await barredFrom()).toEqual(['TOLERANT_ACCEPTANCE', 'TOLERANT_HANDLING'])
  })
})
