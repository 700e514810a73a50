import { graphql } from '#app/graphql.ts'

export const MessagesDocument = graphql(`
  query Messages($after: String) {
    notifications(first: 20, after: $after) {
      edges {
        node {
          id
          kind
          facts
          createdAt
          isRead
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    unreadNotifications
  }
`)

export const MarkReadDocument = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      __typename
      ... on UserError {
        code
        facts
      }
    }
  }
`)
