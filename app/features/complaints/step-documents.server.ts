import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const TakeUpComplaintDocument = graphql(
  `
    mutation TakeUpComplaint($input: TakeUpComplaintInput!) {
      result: takeUpComplaint(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const TransferComplaintDocument = graphql(
  `
    mutation TransferComplaint($input: TransferComplaintInput!) {
      result: transferComplaint(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ExtendComplaintDocument = graphql(
  `
    mutation ExtendComplaint($input: ExtendComplaintInput!) {
      result: extendComplaint(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const RefuseComplaintDocument = graphql(
  `
    mutation RefuseComplaint($input: RefuseComplaintInput!) {
      result: refuseComplaint(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const AnswerComplaintDocument = graphql(
  `
    mutation AnswerComplaint($input: AnswerComplaintInput!) {
      result: answerComplaint(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const UnsealComplainantDocument = graphql(
  `
    mutation UnsealComplainant($input: UnsealComplainantInput!) {
      result: unsealComplainant(input: $input) {
        ...Problem
        ... on UnsealComplainantPayload {
          name
          contact
        }
      }
    }
  `,
  [Problem],
)
