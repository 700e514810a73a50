import type { RedListContext } from './decide-nomination.ts'
import type { RedListFindings } from './red-list-findings.ts'
import type { RedListNomination } from './red-list-nomination.ts'
import type { RedListCriterion } from './red-list-parameters.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { ZZ_LISTING_1 } from './zz-listing-1.ts'

/** For tests: findings that meet every criterion but these. */
export function findingsBut(...unmet: readonly RedListCriterion[]): RedListFindings {
  const isMet = (criterion: RedListCriterion) => !unmet.includes(criterion)
  return [
    { criterion: 'GRADE', isMet: isMet('GRADE'), wanted: 'A', grades: [] },
    { criterion: 'REVIEWS', isMet: isMet('REVIEWS'), needed: 10, count: 10 },
    { criterion: 'NO_VIOLATION', isMet: isMet('NO_VIOLATION'), sinceOn: '2024-03-02', count: 0 },
    { criterion: 'NOT_LISTED', isMet: isMet('NOT_LISTED'), lists: [] },
  ]
}

/** For tests: a nomination by an authority, in publicity from 3 to 11 March 2026. */
export function nomination(facts: Partial<RedListNomination> = {}): RedListNomination {
  return {
    state: 'PUBLICITY',
    origin: 'AUTHORITY',
    nominatedById: 'nominator',
    examinedById: 'examiner',
    publicFromOn: '2026-03-03',
    publicUntilOn: '2026-03-11',
    ...facts,
  }
}

export const redListOn = (at: string): RedListContext => ({ now: new Date(at), calendar: calendarOf2026, ruleSet: ZZ_LISTING_1 })
