import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const Problem = graphql(`
  fragment AcceptanceProblem on UserError {
    __typename
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

export const PageInfo = graphql(`
  fragment AcceptancePageInfo on PageInfo {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
`)

const Preview = graphql(`
  fragment ModesOffered on ModesPreview {
    latestSupplementOn
    missingCalendarYear
    deemedAcceptedOn
    modes {
      mode
      isAllowed
      requires
      materials
      reasons {
        code
        clause
        facts
      }
    }
  }
`)

export const QueueDocument = graphql(
  `
    query Queue($filter: ApprovalCaseFilter, $first: Int, $after: String, $last: Int, $before: String) {
      commitmentDueCounts {
        due
        count
      }
      approvalCases(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...AcceptancePageInfo
        }
        edges {
          node {
            number
            state
            projectName
            filedAt
            noticeLastOn
            decisionDueOn
            applicant {
              name
              code
            }
            approvalItem {
              nameZh
              nameEn
            }
          }
        }
      }
    }
  `,
  [PageInfo],
)
export type QueueRow = ResultOf<typeof QueueDocument>['approvalCases']['edges'][number]['node']

export const CaseDocument = graphql(
  `
    query ApprovalCase($number: String!) {
      approvalCase(number: $number) {
        number
        version
        state
        mode
        projectName
        agencyName
        filedAt
        acceptedAt
        decisionDueOn
        noticeLastOn
        closedAt
        closeReason
        ruleSetVersion
        checkReceiptNumber
        approvalItem {
          code
          nameZh
          nameEn
          kind
          promisedWorkingDays
        }
        applicant {
          name
          code
          uscc
        }
        materials {
          presence
          note
          material {
            seq
            nameZh
            nameEn
            isEssential
            isIdentityMatter
          }
        }
        preview {
          ...ModesOffered
        }
        commitments {
          number
          state
          mode
          dueOn
          promisedOn
          items {
            seq
            nameZh
            nameEn
          }
        }
      }
    }
  `,
  [Preview],
)
export type CaseData = NonNullable<ResultOf<typeof CaseDocument>['approvalCase']>

export const ItemsDocument = graphql(`
  query ItemsToApplyFor {
    approvalItems {
      code
      nameZh
      nameEn
    }
  }
`)

export const ItemDocument = graphql(`
  query ItemToApplyFor($code: String!) {
    approvalItem(code: $code) {
      code
      nameZh
      nameEn
      kind
      promisedWorkingDays
      isExcludedFromHandling
      materials {
        seq
        nameZh
        nameEn
        isEssential
        isIdentityMatter
      }
    }
  }
`)
export type ItemData = NonNullable<ResultOf<typeof ItemDocument>['approvalItem']>

export const CheckDocument = graphql(
  `
    query CheckSubject($code: String!) {
      creditCheck(code: $code) {
        ...AcceptanceProblem
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
        ...AcceptanceProblem
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
