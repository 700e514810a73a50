import type { ResultOf } from '#app/graphql.ts'
import { graphql } from '#app/graphql.ts'

export const OpeningDocument = graphql(`
  query Opening($selectionNumber: String!) {
    sealing(selectionNumber: $selectionNumber) {
      state
      supervisorName
      supervisorRecipient
      platformRecipient
      releaseDueAt
      openedAt
      transcript
    }
  }
`)
export type OpeningData = NonNullable<ResultOf<typeof OpeningDocument>['sealing']>

export const OpeningCheckDocument = graphql(`
  query OpeningCheck($selectionNumber: String!) {
    openingCheck(selectionNumber: $selectionNumber) {
      quoteCount
      faults {
        code
        of
      }
    }
  }
`)
