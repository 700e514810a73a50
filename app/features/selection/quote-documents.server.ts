import { Problem } from '#app/fragments.server.ts'
import type { ResultOf } from '#app/graphql.ts'
import { graphql } from '#app/graphql.ts'

export const QuoteDeskDocument = graphql(`
  query QuoteDesk($selectionNumber: String!) {
    quoteDesk(selectionNumber: $selectionNumber) {
      selectionNumber
      projectName
      uscc
      supervisorName
      supervisorRecipient
      platformRecipient
      ceilingFen
      maxWorkingDays
      closesAt
      opensAt
      obstacle
      receipts {
        id
        sequence
        sha256
        receivedAt
        isSealedByBidder
      }
    }
  }
`)
export type QuoteDesk = NonNullable<ResultOf<typeof QuoteDeskDocument>['quoteDesk']>
export type QuoteReceipt = QuoteDesk['receipts'][number]

export const SubmitQuoteDocument = graphql(
  `
    mutation SubmitQuote($input: SubmitQuoteInput!) {
      submitQuote(input: $input) {
        __typename
        ...Problem
        ... on SubmitQuotePayload {
          receipt {
            sha256
          }
        }
      }
    }
  `,
  [Problem],
)
