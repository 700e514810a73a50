import { FileFields } from '#app/features/engagements/record-documents.server.ts'
import { CourseStep, PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

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
          ...PageFacts
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
  [PageFacts],
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
        projectCode
        channel
        organisationId
        agencyName
        isTakenUp
        isDeemedAccepted
        acceptanceNumber
        correctionNumber
        correctionNoticedAt
        nonAcceptanceNumber
        nonAcceptanceGround
        noticedMaterials {
          seq
          nameZh
          nameEn
          presence
          note
        }
        pauses {
          key
          cause
          basis
          reasons
          fromOn
          untilOn
        }
        exceptions {
          refusalCode
          mode
          reasons
          basis
        }
        timeLimit {
          usedWorkingDays
          remainingWorkingDays
          isPaused
          dueOn
        }
        gaps {
          code
          seq
          isBlocking
        }
        steps {
          ...CourseStep
        }
        filedAt
        acceptedAt
        decisionDueOn
        noticeLastOn
        closedAt
        closeReason
        ruleSetVersion
        modesOffered
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
        attachable {
          seq
          engagementNumber
          intermediaryName
          deliverableVersion
        }
        materials {
          presence
          note
          files {
            ...FileFields
          }
          deliverable {
            engagementNumber
            file {
              ...FileFields
            }
          }
          material {
            seq
            nameZh
            nameEn
            isEssential
            isIdentityMatter
            serviceItem {
              nameZh
              nameEn
              status
              cancelledBy
            }
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
  [Preview, FileFields, CourseStep],
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
        serviceItem {
          code
          nameZh
          nameEn
          status
          cancelledBy
        }
      }
    }
  }
`)
export type ItemData = NonNullable<ResultOf<typeof ItemDocument>['approvalItem']>
