import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const CheckDocument = graphql(
  `
    query CheckSubject($code: String!) {
      creditCheck(code: $code) {
        ...Problem
        ... on CreditCheck {
          code
          name
          isKnown
          missCount
          result
          grade
          score
          checkedAt
          ruleSetVersion
          purposes {
            purpose
            result
            reasons {
              code
              clause
              from
              until
              isHold
              isUnderAppeal
            }
          }
        }
      }
    }
  `,
  [Problem],
)
export type CheckData = Extract<ResultOf<typeof CheckDocument>['creditCheck'], { purposes: unknown }>

export const IssueReceiptDocument = graphql(
  `
    mutation IssueReceipt($input: IssueCheckReceiptInput!) {
      result: issueCheckReceipt(input: $input) {
        ...Problem
        ... on IssueCheckReceiptPayload {
          receipt {
            number
          }
        }
      }
    }
  `,
  [Problem],
)

export const ReceiptDocument = graphql(`
  query Receipt($number: String!) {
    checkReceipt(number: $number) {
      number
      code
      subjectName
      purpose
      answer
      checkedAt
      ruleSetVersion
      verificationCode
    }
  }
`)

export const VerifyDocument = graphql(`
  query VerifyReceipt($number: String!, $code: String!) {
    verifyReceipt(number: $number, code: $code) {
      number
      isGenuine
      checkedAt
      content
    }
  }
`)
