import { graphql } from '#app/graphql.ts'

const Problem = graphql(`
  fragment ComplaintProblem on UserError @_unmask {
    code
    facts
    ... on ValidationError {
      fields {
        path
        code
        facts
      }
    }
  }
`)

export const TakeUpComplaintDocument = graphql(
  `
    mutation TakeUpComplaint($input: TakeUpComplaintInput!) {
      result: takeUpComplaint(input: $input) {
        __typename
        ...ComplaintProblem
      }
    }
  `,
  [Problem],
)

export const TransferComplaintDocument = graphql(
  `
    mutation TransferComplaint($input: TransferComplaintInput!) {
      result: transferComplaint(input: $input) {
        __typename
        ...ComplaintProblem
      }
    }
  `,
  [Problem],
)

export const ExtendComplaintDocument = graphql(
  `
    mutation ExtendComplaint($input: ExtendComplaintInput!) {
      result: extendComplaint(input: $input) {
        __typename
        ...ComplaintProblem
      }
    }
  `,
  [Problem],
)

export const RefuseComplaintDocument = graphql(
  `
    mutation RefuseComplaint($input: RefuseComplaintInput!) {
      result: refuseComplaint(input: $input) {
        __typename
        ...ComplaintProblem
      }
    }
  `,
  [Problem],
)

export const AnswerComplaintDocument = graphql(
  `
    mutation AnswerComplaint($input: AnswerComplaintInput!) {
      result: answerComplaint(input: $input) {
        __typename
        ...ComplaintProblem
      }
    }
  `,
  [Problem],
)

export const UnsealComplainantDocument = graphql(
  `
    mutation UnsealComplainant($input: UnsealComplainantInput!) {
      result: unsealComplainant(input: $input) {
        __typename
        ...ComplaintProblem
        ... on UnsealComplainantPayload {
          name
          contact
        }
      }
    }
  `,
  [Problem],
)
