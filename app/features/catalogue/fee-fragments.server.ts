import { graphql } from '#app/graphql.ts'

/** A fee schedule as facts; `feeWords` puts it into words. */
export const FeeScheduleFields = graphql(`
  fragment FeeScheduleFields on FeeSchedule {
    kind
    unit
    feeFen
    lines {
      above
      upTo
      feeFenPerUnit
      ratePpm
    }
    minFen
    maxFen
  }
`)

export const FeeSpreadFields = graphql(`
  fragment FeeSpreadFields on FeeSpread {
    count
    minFen
    lowerQuartileFen
    medianFen
    upperQuartileFen
    maxFen
    minDays
    maxDays
    bands {
      fromFen
      toFen
      count
    }
  }
`)

export const OfferingHistoryFields = graphql(
  `
    fragment OfferingHistoryFields on OfferingVersion {
      version
      feeSchedule {
        ...FeeScheduleFields
      }
      feeFen
      promisedWorkingDays
      isWithdrawn
      fromAt
      reason
    }
  `,
  [FeeScheduleFields],
)
