import { CourseStep, PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

const Row = graphql(`
  fragment CommitmentRow on Commitment {
    number
    state
    mode
    dueOn
    applicant {
      name
      code
    }
    items {
      seq
      nameZh
      nameEn
      isDelivered
    }
  }
`)
export type CommitmentRow = ResultOf<typeof Row>

export const CommitmentsDocument = graphql(
  `
    query Commitments($filter: CommitmentFilter, $first: Int, $after: String, $last: Int, $before: String) {
      commitmentDueCounts {
        due
        count
      }
      commitments(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            ...CommitmentRow
          }
        }
      }
    }
  `,
  [PageFacts, Row],
)

export const CommitmentDocument = graphql(
  `
    query Commitment($number: String!) {
      commitment(number: $number) {
        number
        version
        state
        mode
        promisedOn
        dueOn
        nextDueOn
        latestDueOn
        isExtendable
        extendedFromOn
        extensionReasons
        signatureMethod
        isSignatureConfirmed
        publicUntilOn
        letter
        deliveries {
          seq
          channel
          deliveredAt
          rejectedAt
          rejectReasons
          fileName
          fileKey
        }
        files {
          key
          purpose
          fileName
          sizeBytes
          sha256
        }
        steps {
          ...CourseStep
        }
        signerName
        signedAt
        isPublished
        ruleSetVersion
        applicant {
          name
          code
        }
        case {
          number
          state
        }
        items {
          seq
          nameZh
          nameEn
          deliveredAt
          rejectedAt
          dueOn
          secondDueOn
          isDelivered
        }
        breaches {
          kind
          breachedOn
          recordedAt
          reason
          annulledAt
        }
      }
    }
  `,
  [CourseStep],
)
export type CommitmentData = NonNullable<ResultOf<typeof CommitmentDocument>['commitment']>

const Objection = graphql(`
  fragment ObjectionShown on BreachObjection {
    key
    version
    ground
    text
    state
    filedAt
    answerDueOn
    decidedAt
    reasons
  }
`)

export const RecordDocument = graphql(
  `
    query MyRecord {
      myCommitmentRecord {
        missCount
        missesToList
        clause
        ruleSetVersion
        bars {
          kind
          from
          until
          reasonCode
          clause
          isHold
        }
        breaches {
          kind
          breachedOn
          recordedAt
          reason
          annulledAt
          commitment {
            number
            case {
              number
              agencyName
            }
          }
          objections {
            ...ObjectionShown
          }
        }
      }
      commitments(filter: { states: [PENDING] }, first: 50) {
        edges {
          node {
            ...CommitmentRow
          }
        }
      }
    }
  `,
  [Objection, Row],
)
export type RecordData = ResultOf<typeof RecordDocument>['myCommitmentRecord']

export const ObjectionsDocument = graphql(
  `
    query Objections($states: [ObjectionState!], $first: Int, $after: String, $last: Int, $before: String) {
      breachObjections(states: $states, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            ...ObjectionShown
            breach {
              kind
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
    }
  `,
  [Objection, PageFacts],
)

export const ObjectionDocument = graphql(
  `
    query Objection($key: ID!) {
      breachObjection(key: $key) {
        ...ObjectionShown
        canDecide
        breach {
          kind
          breachedOn
          recordedAt
          reason
          annulledAt
          commitment {
            number
            promisedOn
            signerName
            applicant {
              name
              code
            }
            items {
              seq
              nameZh
              nameEn
              deliveredAt
              rejectedAt
            }
            case {
              number
              agencyName
              approvalItem {
                nameZh
                nameEn
              }
            }
          }
        }
      }
    }
  `,
  [Objection],
)

export const PublishedDocument = graphql(
  `
    query PublishedCommitments($first: Int, $after: String, $last: Int, $before: String) {
      publishedCommitments(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            applicantName
            applicantCode
            itemNameZh
            itemNameEn
            agencyName
            signedOn
            verifiedByOn
            materialsZh
            materialsEn
          }
        }
      }
    }
  `,
  [PageFacts],
)
