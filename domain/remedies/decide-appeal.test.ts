import { describe, expect, it } from 'vitest'
import { endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { ZZ_LISTING_1 } from '#domain/listings/zz-listing-1.ts'
import { appealTransitions, finalAppealStates } from './appeal.ts'
import type { Appeal, AppealedDecision } from './appeal.ts'
import type { AppealCommand } from './appeal-command.ts'
import { decideAppeal } from './decide-appeal.ts'
import { appealAfter, appealedDecision, appealSteps, noonOf, remedyContextAt } from './remedies.fixture.ts'

const { file, withdraw, refuse, review, annul, vary, uphold, fell } = appealSteps

function answer(state: Appeal | null, command: AppealCommand, facts: Partial<AppealedDecision> = {}, now = noonOf('2026-03-03')) {
  const decided = decideAppeal(state, appealedDecision(facts), command, remedyContextAt(now))
  return decided.ok ? decided.value : decided.refusal
}

describe('R5 appeal: the procedure', () => {
  it('every state is reachable, every open one leavable, no final one', () => {
    expect(faultsOf(appealTransitions, 'FILED', finalAppealStates)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] })
  })

  it.each<[string, AppealCommand[], string]>([
    ['filed', [file], 'FILED'],
    ['taken up', [file, review], 'UNDER_REVIEW'],
    ['annulled', [file, review, annul], 'ANNULLED'],
    ['varied', [file, review, vary], 'VARIED'],
    ['upheld', [file, review, uphold], 'UPHELD'],
    ['not admitted', [file, refuse], 'NOT_ADMITTED'],
    ['withdrawn before review', [file, withdraw], 'WITHDRAWN'],
    ['withdrawn during review', [file, review, withdraw], 'WITHDRAWN'],
    ['the basis fell first', [file, fell], 'ANNULLED'],
  ])('%s', (_, commands, state) => expect(appealAfter(...commands)?.state).toBe(state))

  it.each<[string, AppealCommand[], AppealCommand]>([
    ['nobody decides what nobody took up', [file], uphold],
    ['not refused admission once taken up', [file, review], refuse],
    ['not taken up twice', [file, review], review],
    ['not decided twice', [file, review, uphold], annul],
    ['not withdrawn once answered', [file, review, uphold], withdraw],
    ['not taken up once withdrawn', [file, withdraw], review],
  ])('%s', (_, before, command) => expect(answer(appealAfter(...before), command)).toMatchObject({ code: 'STEP_FORBIDDEN' }))

  it('is filed once, and first', () => {
    expect(answer(appealAfter(file), file)).toEqual({ code: 'APPEAL_EXISTS' })
    expect(answer(null, review)).toEqual({ code: 'APPEAL_MISSING' })
  })
})

describe('R5 appeal: within 10 working days of service', () => {
  it.each([
    ['2026-03-02', '2026-03-16', 'two weeks'],
    ['2026-09-22', '2026-10-13', 'over two holidays, with a Saturday that is worked'],
  ])('served on %s: last day %s (%s)', (servedOn, dueOn) =>
    expect(addWorkingDays(servedOn, ZZ_LISTING_1.parameters.appealWorkingDays.value, calendarOf2026)).toEqual({ ok: true, value: dueOn }),
  )

  const lastInstant = new Date(endOfShanghaiDay('2026-03-16').getTime() - 1)
  it.each<[string, Date, object]>([
    ['the last instant of the last day', lastInstant, { type: 'APPEAL_FILED' }],
    ['the next instant', endOfShanghaiDay('2026-03-16'), { code: 'APPEAL_WINDOW_OVER', appealDueOn: '2026-03-16' }],
  ])('%s', (_, now, expected) => expect(answer(null, file, {}, now)).toMatchObject(expected))

  it('before service no window runs, and none ends', () =>
    expect(answer(null, file, { appealDueOn: null }, noonOf('2026-06-01'))).toMatchObject({ type: 'APPEAL_FILED' }))

  it('is answered in 7 working days, because the file of the decision has to be looked at (河南条例 art. 41)', () =>
    expect(answer(null, file)).toMatchObject({ answerDueOn: '2026-03-12', ruleSetVersion: 'ZZ-LISTING-1' }))

  it('says loudly that a calendar is missing', () =>
    expect(answer(null, file, { appealDueOn: null }, noonOf('2026-12-30'))).toMatchObject({ code: 'CALENDAR_NOT_LOADED' }))
})

describe('R5 appeal: of what', () => {
  it.each<[string, Partial<AppealedDecision>, string]>([
    ['no decision yet', { caseState: 'NOTICED' }, 'NOTHING_TO_APPEAL'],
    ['closed', { caseState: 'CLOSED_NO_FINDING', isViolationFound: false }, 'NOTHING_TO_APPEAL'],
    ['not found', { caseState: 'DECIDED_NOT_LISTED', isViolationFound: false, entry: null }, 'NOTHING_TO_APPEAL'],
    ['annulled already', { entry: { status: 'ANNULLED', untilOn: null, earliestRepairOn: null } }, 'NOTHING_TO_APPEAL'],
    ['another is open', { otherAppeals: ['FILED'] }, 'APPEAL_OPEN'],
    ['another is under review', { otherAppeals: ['UNDER_REVIEW'] }, 'APPEAL_OPEN'],
    ['upheld before', { otherAppeals: ['WITHDRAWN', 'UPHELD'] }, 'APPEAL_ANSWERED'],
  ])('not: %s', (_, facts, code) => expect(answer(null, file, facts)).toMatchObject({ code }))

  it.each<[string, Partial<AppealedDecision>]>([
    ['found, not listed: the points', { caseState: 'DECIDED_NOT_LISTED', entry: null }],
    ['a repaired entry: it can still be as if never made', { entry: { status: 'REPAIRED', untilOn: null, earliestRepairOn: null } }],
    ['again after a withdrawal, in time', { otherAppeals: ['WITHDRAWN', 'NOT_ADMITTED'] }],
  ])('of %s', (_, facts) => expect(answer(null, file, facts)).toMatchObject({ type: 'APPEAL_FILED' }))

  it('needs grounds and a request', () =>
    expect(answer(null, { ...file, grounds: ' ', request: '' })).toEqual({ code: 'INCOMPLETE', missing: ['grounds', 'request'] }))
})

describe('R5 appeal: a reviewer outside the chain, who did nothing else in the case', () => {
  it.each([
    ['wang', 'REPORTER'],
    ['li', 'INVESTIGATOR'],
    ['zhao', 'DECIDER'],
    ['sun', 'PRESIDER'],
  ])('%s was the %s', (actorId, is) => {
    for (const command of [review, refuse]) {
      expect(answer(appealAfter(file), { ...command, actorId })).toEqual({ code: 'SEPARATION_OF_DUTIES', is })
    }
  })

  it.each<[string, string | null, readonly string[] | null]>([
    ['the deciding body', 'office', ['office', 'city']],
    ['a body above it', 'city', ['office', 'city']],
    ['no body at all', null, ['office']],
    ['any body while it is not known who decided', 'review', null],
  ])('not of %s', (_, bodyId, decidingChain) =>
    expect(answer(appealAfter(file), { ...review, bodyId }, { decidingChain })).toEqual({ code: 'WITHIN_DECIDING_CHAIN' }),
  )

  it('only who took it up decides, and may not have moved into the chain since', () => {
    expect(answer(appealAfter(file, review), { ...uphold, actorId: 'zhou' })).toEqual({ code: 'NOT_REVIEWER_OF_APPEAL' })
    expect(answer(appealAfter(file, review), { ...uphold, bodyId: 'office' })).toEqual({ code: 'WITHIN_DECIDING_CHAIN' })
  })
})

describe('R5 appeal: decided afresh', () => {
  const reviewed = appealAfter(file, review)
  it('needs basis and reasons in writing', () =>
    expect(answer(reviewed, { ...annul, basis: '', reasons: ' ' })).toEqual({ code: 'INCOMPLETE', missing: ['basis', 'reasons'] }))

  it.each<[string, string | null, object]>([
    ['a day before the least publicity', '2026-06-01', { code: 'VARIED_TOO_SHORT', leastOn: '2026-06-02' }],
    ['the least publicity', '2026-06-02', { newUntilOn: '2026-06-02' }],
    ['a day less than before', '2027-03-01', { newUntilOn: '2027-03-01' }],
    ['nobody is worse off: the same', '2027-03-02', { code: 'VARIED_FOR_THE_WORSE', untilOn: '2027-03-02' }],
    ['nobody is worse off: longer', '2027-03-03', { code: 'VARIED_FOR_THE_WORSE' }],
    ['the entry falls, the finding stays', null, { newUntilOn: null }],
  ])('varied: %s', (_, newUntilOn, expected) => expect(answer(reviewed, { ...vary, newUntilOn })).toMatchObject(expected))

  it('once the least publicity is over, not into the past', () => {
    const now = noonOf('2026-08-03')
    expect(answer(reviewed, { ...vary, newUntilOn: '2026-08-02' }, {}, now)).toEqual({ code: 'VARIED_TOO_SHORT', leastOn: '2026-08-03' })
    expect(answer(reviewed, { ...vary, newUntilOn: '2026-08-03' }, {}, now)).toMatchObject({ newUntilOn: '2026-08-03' })
  })

  it.each<[string, AppealedDecision['entry']]>([
    ['no entry', null],
    ['a repaired one', { status: 'REPAIRED', untilOn: '2027-03-02', earliestRepairOn: null }],
    ['one that is over', { status: 'ACTIVE', untilOn: '2026-03-02', earliestRepairOn: null }],
  ])('nothing to vary: %s', (_, entry) => expect(answer(reviewed, vary, { entry })).toEqual({ code: 'NOTHING_TO_VARY' }))

  it('a day given with another outcome means nothing', () =>
    expect(answer(reviewed, { ...uphold, newUntilOn: '2026-01-01' })).toMatchObject({ outcome: 'UPHELD', newUntilOn: null }))
})
