import type { CreditEvent, CreditReview } from '#domain/credit/credit-fact.ts'
import { isAnnulledOn } from '#domain/credit/credit-fact.ts'
import type { CreditGrade } from '#domain/credit/grade.ts'
import type { ListMembership } from '#domain/credit/list-membership.ts'
import { isListedOn } from '#domain/credit/list-membership.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addMonths } from '#domain/kernel/calendar-day.ts'
import type { ListKind } from './list-kind.ts'
import type { ListingRuleSet } from './listing-rule-set.ts'
import { redListCriteria } from './red-list-parameters.ts'
import type { RedListCriterion } from './red-list-parameters.ts'

/** One grade at one half-year date; null where no rules were in force on that day. */
export interface GradeAt {
  readonly on: CalendarDay
  readonly grade: CreditGrade | null
}

/** What the criteria are asked of: the subject's own record, nothing else. */
export interface RedListFacts {
  readonly grades: readonly GradeAt[]
  readonly reviews: readonly CreditReview[]
  readonly events: readonly CreditEvent[]
  readonly lists: readonly ListMembership[]
}

/** One criterion with what was found. */
export type CriterionFinding =
  | { readonly criterion: 'GRADE'; readonly isMet: boolean; readonly wanted: CreditGrade; readonly grades: readonly GradeAt[] }
  | { readonly criterion: 'REVIEWS'; readonly isMet: boolean; readonly needed: number; readonly count: number }
  | { readonly criterion: 'NO_VIOLATION'; readonly isMet: boolean; readonly sinceOn: CalendarDay; readonly count: number }
  | { readonly criterion: 'NOT_LISTED'; readonly isMet: boolean; readonly lists: readonly ListKind[] }

export type RedListFindings = readonly CriterionFinding[]

/** The half-year dates whose grades count on that day: the last ones up to it, earliest first. */
export function halfYearDatesBefore(day: CalendarDay, { parameters }: ListingRuleSet): readonly CalendarDay[] {
  const { halfYearDates, successive } = parameters.redListGrade.value
  const year = Number(day.slice(0, 4))
  const years = Array.from({ length: successive + 1 }, (_, ago) => String(year - ago).padStart(4, '0'))
  return years
    .flatMap((one) => halfYearDates.map((date) => `${one}-${date}`))
    .filter((date) => date <= day)
    .sort()
    .slice(-successive)
}

/** Asks every criterion of R6 on that day. A fact of a later day, or annulled by then, is none. */
export function findRedListCriteria(facts: RedListFacts, { parameters }: ListingRuleSet, day: CalendarDay): RedListFindings {
  const { grade: wanted, successive } = parameters.redListGrade.value
  const needed = parameters.redListReviewedEngagements.value
  const sinceOn = addMonths(day, -parameters.redListCleanMonths.value)
  const reviewed = facts.reviews.filter(({ recordedOn, annulledOn }) => recordedOn <= day && !isAnnulledOn(annulledOn, day))
  const count = new Set(reviewed.map(({ engagementId }) => engagementId)).size
  const wrongs = facts.events.filter((event) => isWrong(event) && event.countsFromOn <= day && !isAnnulledOn(event.annulledOn, day))
  const recent = wrongs.filter(({ countsFromOn }) => countsFromOn > sinceOn).length
  const lists = (['BLACKLIST', 'DISHONESTY'] as const).filter((list) => isListedOn(facts.lists, list, day))
  const isGraded = facts.grades.length >= successive && facts.grades.every(({ grade }) => grade === wanted)
  return [
    { criterion: 'GRADE', isMet: isGraded, wanted, grades: facts.grades },
    { criterion: 'REVIEWS', isMet: count >= needed, needed, count },
    { criterion: 'NO_VIOLATION', isMet: recent === 0, sinceOn, count: recent },
    { criterion: 'NOT_LISTED', isMet: lists.length === 0, lists },
  ]
}

const isWrong = ({ kind }: CreditEvent): boolean => kind === 'VIOLATION' || kind === 'COMMITMENT_UNTRUE'

/** By whose word somebody is nominated: the published criteria, or a competent authority with its own basis. */
export const nominationOrigins = ['CRITERIA', 'AUTHORITY'] as const
export type NominationOrigin = (typeof nominationOrigins)[number]

/** The criteria a nomination of that origin must meet and doesn't. */
export function unmetCriteria(
  findings: RedListFindings,
  origin: NominationOrigin,
  { parameters }: ListingRuleSet,
): readonly RedListCriterion[] {
  const asked = origin === 'CRITERIA' ? redListCriteria : parameters.redListAuthorityCriteria.value
  return asked.filter((criterion) => !findings.some((finding) => finding.criterion === criterion && finding.isMet))
}
