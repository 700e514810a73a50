import { PageFacts, Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const PublishedCommitmentDocument = graphql(`
  query PublishedCommitment($number: String!) {
    publishedCommitment(number: $number) {
      number
      applicantName
      applicantCode
      itemNameZh
      itemNameEn
      agencyName
      signedOn
      verifiedByOn
      publicUntilOn
      statements
    }
  }
`)

export const ObjectToPublicityDocument = graphql(
  `
    mutation ObjectToPublicity($input: ObjectToPublicityInput!) {
      result: objectToPublicity(input: $input) {
        __typename
        ...Problem
        ... on ObjectToPublicityPayload {
          receiptNumber
        }
      }
    }
  `,
  [Problem],
)

export const PublicityObjectionsDocument = graphql(
  `
    query PublicityObjections($states: [ObjectionState!], $first: Int, $after: String, $last: Int, $before: String) {
      publicityObjections(states: $states, first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            state
            filedAt
            answerDueOn
            commitment {
              number
              applicant {
                name
              }
            }
          }
        }
      }
    }
  `,
  [PageFacts],
)

export const PublicityObjectionDocument = graphql(`
  query PublicityObjection($number: String!) {
    publicityObjection(number: $number) {
      number
      version
      state
      text
      filedAt
      answerDueOn
      decidedAt
      reasons
      canDecide
      objector {
        name
        contact
      }
      commitment {
        number
        applicant {
          name
          code
        }
        case {
          number
        }
      }
    }
  }
`)

export const DecidePublicityObjectionDocument = graphql(
  `
    mutation DecidePublicityObjection($input: DecidePublicityObjectionInput!) {
      result: decidePublicityObjection(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
