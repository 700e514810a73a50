import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const RecordVerificationDocument = graphql(
  `
    mutation RecordVerification($input: RecordVerificationInput!) {
      result: recordVerification(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const PlanVerificationDocument = graphql(
  `
    mutation PlanVerification($input: PlanVerificationInput!) {
      result: planVerification(input: $input) {
        ...Problem
        ... on PlanVerificationPayload {
          plan {
            number
          }
        }
      }
    }
  `,
  [Problem],
)

export const ProposeUntrueDocument = graphql(
  `
    mutation ProposeUntrue($input: ProposeUntrueInput!) {
      result: proposeUntrue(input: $input) {
        ...Problem
        ... on ProposeUntruePayload {
          finding {
            number
          }
        }
      }
    }
  `,
  [Problem],
)

export const DefendDocument = graphql(
  `
    mutation FileUntrueDefence($input: FileUntrueDefenceInput!) {
      result: fileUntrueDefence(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const DecideUntrueDocument = graphql(
  `
    mutation DecideUntrueFinding($input: DecideUntrueFindingInput!) {
      result: decideUntrueFinding(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
