import { PageFacts, Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const ApiKeysDocument = graphql(
  `
    query ApiKeys($first: Int, $last: Int, $after: String, $before: String) {
      apiKeys(first: $first, last: $last, after: $after, before: $before) {
        edges {
          node {
            keyId
            name
            prefix
            organisationName
            roles
            responsibleName
            createdAt
            expiresAt
            revokedAt
            lastUsedAt
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
      apiKeyHolders(first: 100) {
        edges {
          node {
            organisationId
            nameZh
            nameEn
            roles
            officers {
              userId
              name
            }
          }
        }
      }
      clock {
        now
      }
    }
  `,
  [PageFacts],
)

export const IssueApiKeyDocument = graphql(
  `
    mutation IssueApiKey($input: IssueApiKeyInput!) {
      issueApiKey(input: $input) {
        ... on IssueApiKeyPayload {
          key
          apiKey {
            name
          }
        }
        ...Problem
      }
    }
  `,
  [Problem],
)

export const RevokeApiKeyDocument = graphql(
  `
    mutation RevokeApiKey($input: RevokeApiKeyInput!) {
      revokeApiKey(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ClockDocument = graphql(`
  query Clock {
    clock {
      now
      rate
      nextWorkingDay
    }
  }
`)

export const SetSandboxClockDocument = graphql(`
  mutation SetSandboxClock($input: SetSandboxClockInput!) {
    setSandboxClock(input: $input) {
      __typename
      ... on UserError {
        code
      }
    }
  }
`)
