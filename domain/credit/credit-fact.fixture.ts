import type { CreditEvent, CreditReview } from './credit-fact.ts'

/** For tests: a violation without an end, known since 2026-01-01. */
export function creditEvent(facts: Partial<CreditEvent>): CreditEvent {
  return {
    eventId: 'event',
    kind: 'VIOLATION',
    points: -6,
    clause: 'V-FEE-02',
    countsFromOn: '2026-01-01',
    countsUntilOn: null,
    annulledOn: null,
    ...facts,
  }
}

/** For tests: an owner's review with one mark in all dimensions, delivered and recorded on 2026-01-10. */
export function creditReview({ mark, ...facts }: Partial<CreditReview> & { readonly mark: number }): CreditReview {
  return {
    reviewId: 'review',
    engagementId: 'engagement',
    rater: 'OWNER',
    dimensions: { quality: mark, timeliness: mark, attitude: mark, fees: mark, conduct: mark },
    deliveredOn: '2026-01-10',
    recordedOn: '2026-01-10',
    annulledOn: null,
    ...facts,
  }
}
