import { graphql } from '#app/graphql.ts'

/** What the question of the way of choosing is asked with. */
export const SuitChoicesDocument = graphql(`
  query SuitChoices {
    clock {
      now
    }
    serviceItems {
      code
      nameZh
      nameEn
      status
      feeUnit
    }
    divisions {
      code
      nameZh
      nameEn
    }
  }
`)

/** How many firms could be chosen for an item in a division now. */
export const QualifiedFirmsDocument = graphql(`
  query QualifiedFirms($search: IntermediarySearchInput!) {
    searchIntermediaries(search: $search) {
      __typename
      ... on IntermediarySearchResult {
        total
      }
    }
  }
`)
