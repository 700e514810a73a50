import { PageFacts, Problem } from '#app/fragments.server.ts'
import type { ResultOf } from '#app/graphql.ts'
import { graphql } from '#app/graphql.ts'

const KeyRowFields = graphql(`
  fragment KeyRow on SupervisorKey {
    key
    recipient
    depositedAt
    state
    isDue
    selectionNumber
    projectName
    opensAt
    sealing {
      state
      releaseDueAt
    }
  }
`)
export type KeyRow = ResultOf<typeof KeyRowFields>

export const KeyStockDocument = graphql(
  `
    query KeyStock($first: Int, $after: String, $last: Int, $before: String) {
      taken: supervisorKeys(isTaken: true, first: $first, after: $after, last: $last, before: $before) {
        edges {
          node {
            ...KeyRow
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
      free: supervisorKeys(isTaken: false, first: 100) {
        totalCount
        edges {
          node {
            ...KeyRow
          }
        }
      }
    }
  `,
  [KeyRowFields, PageFacts],
)

export const KeyDocument = graphql(
  `
    query Key($key: String!) {
      supervisorKey(key: $key) {
        ...KeyRow
        wrappedIdentity
      }
    }
  `,
  [KeyRowFields],
)
export type KeyData = NonNullable<ResultOf<typeof KeyDocument>['supervisorKey']>

export const DepositKeysDocument = graphql(
  `
    mutation DepositKeys($input: DepositSupervisorKeysInput!) {
      result: depositSupervisorKeys(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const WithdrawKeyDocument = graphql(
  `
    mutation WithdrawKey($input: WithdrawSupervisorKeyInput!) {
      result: withdrawSupervisorKey(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ReleaseShareDocument = graphql(
  `
    mutation ReleaseShare($input: ReleaseShareInput!) {
      result: releaseShare(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
