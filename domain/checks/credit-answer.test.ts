import { describe, expect, it, test } from 'vitest'
import { shanghai } from '#domain/commitments/tolerance-rules.fixture.ts'
import { barKinds } from '#domain/credit/bar.ts'
import type { Bar, BarKind } from '#domain/credit/bar.ts'
import type { ListMembership } from '#domain/credit/list-membership.ts'
import { answerCreditCheck } from './credit-answer.ts'
import type { CheckedStanding } from './credit-answer.ts'

const clean: CheckedStanding = { lists: [], bars: [], grade: 'B', score: 81.5, ruleSetVersion: 'ZZ-1' }
const bar = (kind: BarKind, from: string, until: string | null, changes: Partial<Bar> = {}): Bar => ({
  kind,
  from,
  until,
  reasonCode: 'LISTED_BLACKLIST',
  clause: '三(三)',
  ruleSetVersion: 'ZZ-1',
  sourceId: 'entry-1',
  isHold: false,
  ...changes,
})
const entry = (changes: Partial<ListMembership> = {}): ListMembership => ({
  entryId: 'entry-1',
  list: 'BLACKLIST',
  from: '2026-03-01',
  until: '2027-02-28',
  isUnderAppeal: false,
  ...changes,
})
const at = shanghai('2026-06-01 10:00:00')
const resultsOf = (standing: Partial<CheckedStanding>, now = at) =>
  answerCreditCheck({ ...clean, ...standing }, now).purposes.map((answer) => answer.result)

describe('credit check: result per purpose (PROVIDE_SERVICES, PRESELECTION, TOLERANT_ACCEPTANCE, TOLERANT_HANDLING)', () => {
  test.each<[string, Partial<CheckedStanding>, readonly string[]]>([
    ['nothing on record', {}, ['CLEAR', 'CLEAR', 'CLEAR', 'CLEAR']],
    [
      'R5 (003 三(三)): blacklisted: barred from services and preselection, a caution elsewhere',
      { lists: [entry()], bars: [bar('PROVIDE_SERVICES', '2026-03-01', '2027-02-28'), bar('PRESELECTION', '2026-03-01', '2027-02-28')] },
      ['BARRED', 'BARRED', 'CAUTION', 'CAUTION'],
    ],
    [
      'R1.5: broken commitments',
      { bars: [bar('TOLERANT_ACCEPTANCE', '2026-03-01', '2027-02-28'), bar('TOLERANT_HANDLING', '2026-03-01', null)] },
      ['CLEAR', 'CLEAR', 'BARRED', 'BARRED'],
    ],
    [
      'R1.5: after the year, handling stays barred',
      { bars: [bar('TOLERANT_ACCEPTANCE', '2025-06-01', '2026-05-31'), bar('TOLERANT_HANDLING', '2025-06-01', null)] },
      ['CLEAR', 'CLEAR', 'CLEAR', 'BARRED'],
    ],
    ['a bar that begins tomorrow', { bars: [bar('PROVIDE_SERVICES', '2026-06-02', null)] }, ['CLEAR', 'CLEAR', 'CLEAR', 'CLEAR']],
    ['a red list entry is no caution', { lists: [entry({ list: 'RED_LIST' })] }, ['CLEAR', 'CLEAR', 'CLEAR', 'CLEAR']],
    ['an entry that ended', { lists: [entry({ until: '2026-05-31' })] }, ['CLEAR', 'CLEAR', 'CLEAR', 'CLEAR']],
    ['the lowest grade (ours): look at the intermediary', { grade: 'D', score: 41 }, ['CAUTION', 'CAUTION', 'CLEAR', 'CLEAR']],
    ['not rated is nothing against it', { grade: 'N', score: null }, ['CLEAR', 'CLEAR', 'CLEAR', 'CLEAR']],
  ])('%s', (_, standing, expected) => expect(resultsOf(standing)).toEqual(expected))

  test.each([
    ['2026-05-31 23:59:59.999', 'BARRED'],
    ['2026-06-01 00:00:00.000', 'CLEAR'],
  ])('the last barred day 2026-05-31 at %s: %s', (now, expected) =>
    expect(answerCreditCheck({ ...clean, bars: [bar('PROVIDE_SERVICES', '2026-03-01', '2026-05-31')] }, shanghai(now)).result).toBe(
      expected,
    ),
  )
})

describe('credit check: reasons', () => {
  it('name code, clause, days and source; an appeal and a hold are marked', () =>
    expect(
      answerCreditCheck(
        {
          ...clean,
          grade: 'E',
          lists: [entry({ isUnderAppeal: true })],
          bars: [
            bar('PROVIDE_SERVICES', '2026-03-01', '2027-02-28'),
            bar('TOLERANT_HANDLING', '2026-05-01', null, { reasonCode: 'HOLD_CUMULATIVE_MISSES', sourceId: 'case-9', isHold: true }),
          ],
        },
        at,
      ),
    ).toMatchObject({
      result: 'BARRED',
      grade: 'E',
      checkedOn: '2026-06-01',
      checkedAt: '2026-06-01T02:00:00.000Z',
      ruleSetVersion: 'ZZ-1',
      purposes: [
        {
          purpose: 'PROVIDE_SERVICES',
          reasons: [
            {
              code: 'LISTED_BLACKLIST',
              clause: '三(三)',
              from: '2026-03-01',
              until: '2027-02-28',
              source: 'entry-1',
              isHold: false,
              isUnderAppeal: true,
            },
          ],
        },
        {
          purpose: 'PRESELECTION',
          result: 'CAUTION',
          reasons: [{ code: 'ON_BLACKLIST', clause: '三(三)', source: 'entry-1', isUnderAppeal: true }],
        },
        { purpose: 'TOLERANT_ACCEPTANCE', result: 'CAUTION' },
        {
          purpose: 'TOLERANT_HANDLING',
          result: 'BARRED',
          reasons: [{ code: 'HOLD_CUMULATIVE_MISSES', until: null, source: 'case-9', isHold: true }, { code: 'ON_BLACKLIST' }],
        },
      ],
    }))

  it('answer for every purpose, in one order', () =>
    expect(answerCreditCheck(clean, at).purposes.map((answer) => answer.purpose)).toEqual(barKinds))
})
