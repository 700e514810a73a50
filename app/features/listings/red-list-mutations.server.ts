import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const NominateDocument = graphql(
  `
    mutation NominateForRedList($input: NominateForRedListInput!) {
      result: nominateForRedList(input: $input) {
        __typename
        ... on NominateForRedListPayload {
          taken {
            nomination {
              number
            }
          }
        }
        ...Problem
      }
    }
  `,
  [Problem],
)

export const StartPublicityDocument = graphql(
  `
    mutation StartRedListPublicity($input: StartRedListPublicityInput!) {
      result: startRedListPublicity(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const TurnDownDocument = graphql(
  `
    mutation TurnDownNomination($input: TurnDownNominationInput!) {
      result: turnDownNomination(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const WithdrawDocument = graphql(
  `
    mutation WithdrawNomination($input: WithdrawNominationInput!) {
      result: withdrawNomination(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const AnswerObjectionDocument = graphql(
  `
    mutation AnswerNominationObjection($input: AnswerNominationObjectionInput!) {
      result: answerNominationObjection(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const DecideNominationDocument = graphql(
  `
    mutation DecideNomination($input: DecideNominationInput!) {
      result: decideNomination(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const DecideYearlyReviewDocument = graphql(
  `
    mutation DecideYearlyReview($input: DecideYearlyReviewInput!) {
      result: decideYearlyReview(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ObjectToNominationDocument = graphql(
  `
    mutation ObjectToNomination($input: ObjectToNominationInput!) {
      result: objectToNomination(input: $input) {
        __typename
        ... on ObjectToNominationPayload {
          receiptNumber
        }
        ...Problem
      }
    }
  `,
  [Problem],
)
