import { PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import { SelectionRowFields } from './documents.server.ts'

export const OwnSelectionsDocument = graphql(
  `
    query OwnSelections($first: Int, $after: String, $last: Int, $before: String) {
      ownSelections(first: $first, after: $after, last: $last, before: $before) {
        edges {
          node {
            ...SelectionRow
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
    }
  `,
  [SelectionRowFields, PageFacts],
)

export const OpportunitiesDocument = graphql(
  `
    query Opportunities($first: Int, $after: String, $last: Int, $before: String) {
      opportunities(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        edges {
          node {
            ...SelectionRow
            ownObstacle
            ownSignUp {
              state
            }
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
    }
  `,
  [SelectionRowFields, PageFacts],
)

export const OwnSignUpsDocument = graphql(
  `
    query OwnSignUps($first: Int, $after: String, $last: Int, $before: String) {
      ownSignUps(first: $first, after: $after, last: $last, before: $before) {
        edges {
          node {
            ...SelectionRow
            ownSignUp {
              state
              signedUpAt
              outcome
            }
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
    }
  `,
  [SelectionRowFields, PageFacts],
)

export const SupervisedSelectionsDocument = graphql(
  `
    query SupervisedSelections($filter: SelectionFilter, $first: Int, $after: String, $last: Int, $before: String) {
      disputed: supervisedSelections(filter: { hasOpenObjection: true }) {
        totalCount
      }
      supervisedSelections(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        edges {
          node {
            ...SelectionRow
            opensAt
            objections {
              number
              state
              answerDueOn
            }
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
    }
  `,
  [SelectionRowFields, PageFacts],
)
