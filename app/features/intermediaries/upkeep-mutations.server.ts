import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const RequestProfileDocument = graphql(
  `
    mutation RequestProfileChange($input: RequestProfileChangeInput!) {
      result: requestProfileChange(input: $input) {
        __typename
        ... on RequestProfileChangePayload {
          taken {
            change {
              number
              state
            }
          }
        }
        ...Problem
      }
    }
  `,
  [Problem],
)

export const RequestQualificationDocument = graphql(
  `
    mutation RequestQualificationChange($input: RequestQualificationChangeInput!) {
      result: requestQualificationChange(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const RequestPractitionerDocument = graphql(
  `
    mutation RequestPractitionerChange($input: RequestPractitionerChangeInput!) {
      result: requestPractitionerChange(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const RequestAffiliationDocument = graphql(
  `
    mutation RequestAffiliationChange($input: RequestAffiliationChangeInput!) {
      result: requestAffiliationChange(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const RecordTieDocument = graphql(
  `
    mutation RecordTie($input: RecordTieInput!) {
      result: recordTie(input: $input) {
        __typename
        ...Problem
        ... on RecordTiePayload {
          uscc
        }
      }
    }
  `,
  [Problem],
)

export const RequestExitDocument = graphql(
  `
    mutation RequestExit($input: RequestExitInput!) {
      result: requestExit(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const WithdrawChangeDocument = graphql(
  `
    mutation WithdrawRegisterChange($input: WithdrawRegisterChangeInput!) {
      result: withdrawRegisterChange(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const DecideChangeDocument = graphql(
  `
    mutation DecideRegisterChange($input: DecideRegisterChangeInput!) {
      result: decideRegisterChange(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
