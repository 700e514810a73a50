import { PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import { ContractFields, DeliverableFields } from './record-documents.server.ts'

export const DisputesDocument = graphql(
  `
    query Disputes($states: [DisputeState!], $first: Int, $after: String, $last: Int, $before: String) {
      disputes(states: $states, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            state
            raisedAt
            projectName
            owner {
              name
            }
            intermediary {
              name
            }
          }
        }
      }
    }
  `,
  [PageFacts],
)

export const DisputeDocument = graphql(
  `
    query Dispute($number: String!) {
      dispute(number: $number) {
        number
        state
        raisedBySide
        raisedAt
        matter
        statement
        statedAt
        endedAt
        outcome
        engagementNumber
        projectName
        canAnswer
        owner {
          name
          code
        }
        intermediary {
          name
          code
        }
        contracts {
          ...ContractFields
        }
        deliverables {
          ...DeliverableFields
        }
      }
    }
  `,
  [ContractFields, DeliverableFields],
)
