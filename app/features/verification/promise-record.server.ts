import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

/** The applicant's record with what follows from it, and the doubts about own promises. */
export const PromiseRecordDocument = graphql(`
  query PromiseRecord {
    myCommitmentRecord {
      missCount
      missesToList
      keptCount
      openCount
      untrueCount
      acceptanceBarYears
      isHandlingBarredForLife
      clause
    }
    untrueFindings(first: 20) {
      edges {
        node {
          number
          state
          noticedAt
          defenceDueOn
          commitment {
            number
          }
        }
      }
    }
  }
`)
export type PromiseRecordData = ResultOf<typeof PromiseRecordDocument>
