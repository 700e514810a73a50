import { PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const AuditDocument = graphql(
  `
    query Audit($filter: AuditFilter, $first: Int, $last: Int, $after: String, $before: String) {
      auditEvents(filter: $filter, first: $first, last: $last, after: $after, before: $before) {
        edges {
          node {
            id
            at
            actorName
            actorRoles
            action
            entity
            entityId
            before
            after
            basis
            requestId
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
    }
  `,
  [PageFacts],
)
