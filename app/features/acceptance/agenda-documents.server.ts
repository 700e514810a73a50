import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

const Entry = graphql(`
  fragment AgendaEntryShown on AgendaEntry {
    kind
    number
    dueOn
    itemNameZh
    itemNameEn
    applicantName
  }
`)
export type AgendaRow = ResultOf<typeof Entry>

export const AgendaDocument = graphql(
  `
    query Agenda($bucket: AgendaBucket, $fromOn: Day, $untilOn: Day, $isMine: Boolean, $first: Int) {
      clock {
        now
      }
      agendaCounts(isMine: $isMine) {
        bucket
        count
      }
      agenda(bucket: $bucket, fromOn: $fromOn, untilOn: $untilOn, isMine: $isMine, first: $first) {
        totalCount
        entries {
          ...AgendaEntryShown
        }
      }
    }
  `,
  [Entry],
)

/** What the front page shows of the calendar: today and before. */
export const WaitingDocument = graphql(
  `
    query Waiting {
      agendaCounts {
        bucket
        count
      }
      overdue: agenda(bucket: OVERDUE, first: 5) {
        totalCount
        entries {
          ...AgendaEntryShown
        }
      }
      today: agenda(bucket: TODAY, first: 10) {
        totalCount
        entries {
          ...AgendaEntryShown
        }
      }
    }
  `,
  [Entry],
)

export const AgencyStatisticsDocument = graphql(`
  query AgencyStatistics($months: Int!) {
    agencyStatistics(months: $months) {
      month
      accepted
      tolerant
      kept
      broken
      daysSaved
      savedCases
    }
  }
`)
export type AgencyMonth = ResultOf<typeof AgencyStatisticsDocument>['agencyStatistics'][number]
