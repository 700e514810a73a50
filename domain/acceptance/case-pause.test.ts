import { describe, expect, it, test } from 'vitest'
import { variantOf, zzTolerance1 } from '#domain/commitments/tolerance-rules.fixture.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { caseStates } from './case-state.ts'
import { decidePause, endPause } from './case-pause.ts'
import type { CasePause, PausingCase } from './case-pause.ts'

const today = '2026-03-04'
const accepted: PausingCase = { state: 'ACCEPTED', today, decisionDueOn: '2026-03-30', pauses: [], awaitedUntil: null }
const review = { cause: 'EXPERT_REVIEW', untilOn: '2026-03-20' } as const
const decide = (changes: Partial<PausingCase> = {}, wanted: Pick<CasePause, 'cause' | 'untilOn'> = review, rules = zzTolerance1) =>
  decidePause({ ...accepted, ...changes }, wanted, rules.parameters, calendarOf2026)
const earlier: CasePause = { cause: 'EXPERT_REVIEW', fromOn: '2026-03-02', untilOn: '2026-03-03' }

describe('行政许可法 45: the time limit stands still for a lawful cause, from today on', () => {
  it('from today until the day told', () => expect(decide()).toEqual({ ok: true, value: { ...review, fromOn: today } }))

  test.each<[string, Partial<PausingCase>, Pick<CasePause, 'cause' | 'untilOn'>, object]>([
    ['beside another', { pauses: [{ ...earlier, untilOn: today }] }, review, { code: 'PAUSE_RUNNING' }],
    ['a second time for the same cause', { pauses: [earlier] }, review, { code: 'PAUSE_CAUSE_USED' }],
    ['when the limit is over', { decisionDueOn: '2026-03-03' }, review, { code: 'PAUSE_LIMIT_OVER', dueOn: '2026-03-03' }],
    ['for a supplement nobody promised', {}, { cause: 'SUPPLEMENT', untilOn: '2026-03-06' }, { code: 'PAUSE_NOTHING_AWAITED' }],
    [
      'for a supplement beyond its day',
      { awaitedUntil: '2026-03-10' },
      { cause: 'SUPPLEMENT', untilOn: '2026-03-11' },
      { code: 'PAUSE_TOO_LONG', latestOn: '2026-03-10' },
    ],
    ['without an end ahead', {}, { ...review, untilOn: '2026-03-03' }, { code: 'PAUSE_END_PAST' }],
    // Thirty working days from Wednesday 2026-03-04, with 清明 between.
    ['longer than the rules allow', {}, { ...review, untilOn: '2026-04-16' }, { code: 'PAUSE_TOO_LONG', latestOn: '2026-04-15' }],
    [
      'from a holiday on longer than the rules allow',
      { today: '2026-04-05', decisionDueOn: '2026-04-30' },
      { cause: 'PUBLICITY', untilOn: '2026-05-08' },
      { code: 'PAUSE_TOO_LONG', latestOn: '2026-05-07' },
    ],
  ])('not %s', (_, changes, wanted, refusal) => expect(decide(changes, wanted)).toMatchObject({ ok: false, refusal }))

  test.each(caseStates.filter((state) => state !== 'ACCEPTED'))('no limit runs in %s', (state) =>
    expect(decide({ state })).toEqual({ ok: false, refusal: { code: 'PAUSE_CASE_NOT_ACCEPTED', state } }),
  )

  it('at the end of the year, as long as its own days are in a calendar that is loaded', () => {
    const late = { today: '2026-12-14', decisionDueOn: '2026-12-25' }
    expect(decide(late, { ...review, untilOn: '2026-12-31' }).ok).toBe(true)
    expect(decide(late, { ...review, untilOn: '2027-01-04' })).toEqual({ ok: false, refusal: { code: 'CALENDAR_NOT_LOADED', year: 2027 } })
  })
  it('on the last day of the limit it is not too late', () => expect(decide({ decisionDueOn: today }).ok).toBe(true))
  it('another cause may follow', () => expect(decide({ pauses: [{ ...earlier, cause: 'PUBLICITY' }] }).ok).toBe(true))
  it('the lengths and the once are parameters', () => {
    const rules = variantOf({ isEachPauseCauseOnce: false, pauseWorkingDays: { SUPPLEMENT: 1, EXPERT_REVIEW: 2, PUBLICITY: 3 } })
    expect(decide({ pauses: [earlier] }, { ...review, untilOn: '2026-03-05' }, rules).ok).toBe(true)
    expect(decide({}, { ...review, untilOn: '2026-03-06' }, rules)).toMatchObject({ refusal: { latestOn: '2026-03-05' } })
  })
})

describe('a pause ends', () => {
  const running: CasePause = { cause: 'EXPERT_REVIEW', fromOn: '2026-03-04', untilOn: '2026-03-20' }
  test.each([
    ['2026-03-10', '2026-03-09'],
    ['2026-03-05', '2026-03-04'],
    ['2026-03-04', '2026-03-04'],
    ['2026-03-20', '2026-03-19'],
  ])('ended on %s it covers the days until %s', (day, untilOn) => expect(endPause(running, day)).toMatchObject({ value: { untilOn } }))
  test.each(['2026-03-21', '2026-03-03'])('on %s there is nothing to end', (day) =>
    expect(endPause(running, day)).toEqual({ ok: false, refusal: { code: 'PAUSE_NOT_RUNNING' } }),
  )
})
