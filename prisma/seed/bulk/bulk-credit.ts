import { toleranceRuleSets } from '#domain/commitments/tolerance-rule-set.ts'
import { creditRuleSets } from '#domain/credit/credit-rule-set.ts'
import { computeStanding } from '#domain/credit/standing.ts'
import type { CreditStanding } from '#domain/credit/standing.ts'
import { addMonths, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import { unwrap } from '#services/kernel/unwrap.ts'
import { createRandom } from '../random.ts'
import { bulkId } from './bulk-id.ts'
import type { BulkRow } from './insert-rows.ts'

export interface BulkCredit {
  readonly events: readonly BulkRow[]
  readonly entries: readonly BulkRow[]
  readonly standing: CreditStanding
}

/** Rules in the code: a database that is being filled has no published ones yet. */
const ruleSets = { credit: creditRuleSets, listing: listingRuleSets, tolerance: toleranceRuleSets }

/** Points of the invented findings: so spread that every grade occurs. */
const pointsOf = [-2, -6, -10, -20, -32, -48] as const

/**
 * The credit of the intermediary of that number: one in four has a finding that counts, one in two hundred is on the blacklist. The
 * standing comes from the same function as everyone's, so that it can be rebuilt from the rows.
 */
export function inventCredit(index: number, subjectId: string, listedOn: CalendarDay, now: Date): BulkCredit {
  const random = createRandom(`credit ${index}`)
  const today = shanghaiDayOf(now)
  const isBlacklisted = random.chance(0.005)
  const points = isBlacklisted ? -20 : random.chance(0.25) ? random.pick(pointsOf) : null
  const countsFromOn = addMonths(today, -random.int(0, 5))
  const countsUntilOn = addMonths(countsFromOn, 12)
  const untilOn = addMonths(countsFromOn, 24)
  const eventId = bulkId('event', index)
  const entryId = bulkId('entry', index)
  const clause = '演示数据'

  const standing = unwrap(
    computeStanding(
      {
        listedOn,
        events: points === null ? [] : [{ eventId, kind: 'VIOLATION', points, clause, countsFromOn, countsUntilOn, annulledOn: null }],
        reviews: [],
        platformMeanReview: null,
        entries: isBlacklisted
          ? [
              {
                ...{ entryId, list: 'BLACKLIST', fromOn: countsFromOn, untilOn, status: 'ACTIVE' },
                ...{ endedOn: null, appealedOn: null, appealDecidedOn: null, isFromBrokenCommitments: false },
              },
            ]
          : [],
        suspensions: [],
        breaches: [],
        toleranceListings: [],
      },
      ruleSets,
      now,
    ),
  )
  const event = { id: eventId, subjectId, kind: 'VIOLATION', points, clause, occurredOn: countsFromOn, countsFromOn, countsUntilOn }
  const entry = { id: entryId, number: `演示-${index}`, list: 'BLACKLIST', subjectId, severity: 'SERIOUS', reasons: clause, basis: clause }
  const ruleSetVersion = ruleSets.listing[0]?.version ?? ''
  return {
    events: points === null ? [] : [{ ...event, recordedAt: now, description: clause, sourceType: 'BULK', sourceId: eventId }],
    entries: isBlacklisted
      ? [
          {
            ...entry,
            ...{ decidedOn: countsFromOn, fromOn: countsFromOn, untilOn, earliestRepairOn: addMonths(countsFromOn, 12) },
            ...{ ruleSetVersion, status: 'ACTIVE', createdAt: now },
          },
        ]
      : [],
    standing,
  }
}
