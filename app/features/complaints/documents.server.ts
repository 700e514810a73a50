import { CourseStep, PageFacts, Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const ComplaintBodiesDocument = graphql(`
  query ComplaintBodies {
    complaintBodies {
      organisationId
      nameZh
      nameEn
    }
  }
`)

/** What whoever holds the receipt reads. */
export const ReceiptFields = graphql(
  `
    fragment ReceiptFields on ComplaintReceipt {
      number
      kind
      state
      officeName
      receivedAt
      answerDueOn
      clock
      extensionReasons
      transferReasons
      answeredAt
      answer
      steps {
        ...CourseStep
      }
    }
  `,
  [CourseStep],
)

export const FollowComplaintDocument = graphql(
  `
    query FollowComplaint($number: String!, $secret: String!) {
      result: complaintReceipt(number: $number, secret: $secret) {
        __typename
        ... on UserError {
          code
          facts
        }
        ... on ComplaintReceipt {
          ...ReceiptFields
        }
      }
    }
  `,
  [ReceiptFields],
)

export const FileComplaintDocument = graphql(
  `
    mutation FileComplaint($input: FileComplaintInput!) {
      result: fileComplaint(input: $input) {
        __typename
        ...Problem
        ... on FileComplaintPayload {
          secret
          receipt {
            number
            officeName
            answerDueOn
          }
        }
      }
    }
  `,
  [Problem],
)

export const ComplaintsDocument = graphql(
  `
    query Complaints($isOpen: Boolean!, $first: Int, $after: String, $last: Int, $before: String) {
      complaints(isOpen: $isOpen, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            kind
            state
            about
            subject {
              name
            }
            agencyName
            officeName
            handlerName
            receivedAt
            answerDueOn
            clock
          }
        }
      }
    }
  `,
  [PageFacts],
)

export const ComplaintDocument = graphql(
  `
    query Complaint($number: String!) {
      complaint(number: $number) {
        number
        version
        kind
        state
        about
        subject {
          name
          code
        }
        agencyName
        statement
        occurredOn
        isAnonymous
        officeName
        handlerName
        receivedAt
        answerDueOn
        transferDueOn
        clock
        extensionReasons
        transferReasons
        answeredAt
        answer
        caseNumber
        mayHandle
        mayTransfer
        mayExtend
        mayUnseal
        isHandler
        files {
          key
          fileName
          mediaType
          sizeBytes
          sha256
        }
        steps {
          ...CourseStep
        }
      }
    }
  `,
  [CourseStep],
)

/** What the forms of a handler choose from. */
export const ComplaintChoicesDocument = graphql(`
  query ComplaintChoices {
    complaintOffices {
      organisationId
      nameZh
      nameEn
    }
    violationTypes {
      code
      nameZh
      nameEn
      appliesTo
    }
  }
`)
