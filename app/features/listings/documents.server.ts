import { CourseStep, PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const CasesDocument = graphql(
  `
    query Cases($filter: ViolationCaseFilter, $first: Int, $after: String, $last: Int, $before: String) {
      violationCases(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            kind
            state
            severity
            reportedAt
            defenceDueOn
            party {
              name
              code
            }
            violation {
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
export type CaseRow = NonNullable<ResultOf<typeof CasesDocument>['violationCases']['edges'][number]>['node']

export const DashboardDocument = graphql(`
  query RegulatorDashboard {
    openCaseLoad {
      state
      count
      oldestReportedAt
    }
    openCaseAges {
      age
      count
    }
    deadlinesAhead {
      kind
      number
      partyName
      dueOn
      isOverdue
    }
    decisionOutcomes {
      quarter
      decided
      listed
      appealed
      upheld
      varied
      annulled
    }
  }
`)

export const CaseDocument = graphql(
  `
    query Case($number: String!) {
      violationCase(number: $number) {
        number
        version
        kind
        state
        severity
        occurredOn
        facts
        reportedAt
        investigationStartedAt
        investigationNote
        noticeNumber
        noticeServedAt
        noticeFacts
        noticeBasis
        noticeMeasure
        noticeRights
        defenceDueOn
        defenceText
        defenceFiledAt
        defenceWaivedAt
        decisionNumber
        decidedAt
        decisionBasis
        decisionReasons
        isViolationFound
        appeals {
          number
          state
        }
        closedAt
        closeReasons
        ruleSetVersion
        party {
          kind
          name
          uscc
          code
        }
        violation {
          code
          nameZh
          nameEn
          basis
        }
        officers {
          reporter
          investigator
          decider
        }
        evidence {
          key
          fileName
          sizeBytes
          sha256
        }
        suspensions {
          fromOn
          untilOn
          reasons
          basis
          orderedAt
          liftedAt
        }
        listEntries {
          number
          list
          fromOn
          untilOn
          earliestRepairOn
        }
        publicityPeriod {
          earliestRepairOn
          automaticEndOn
          isNormallyPublished
        }
        investigationDueOn
        decisionServedOn
        appealDueOn
        records {
          key
          kind
          takenAt
          place
          counterpart
          secondOfficer
          text
          addedBy
        }
        joined {
          number
          state
          partyName
        }
        joinable {
          uscc
          practitionerId
          name
        }
        hearing {
          number
          state
          requestReasons
          scheduledFor
          place
          isPublic
          noticeNumber
          notifiedAt
          presider
          refusalReasons
          heldAt
          attendees
          record
        }
        steps {
          ...CourseStep
        }
        nextSteps {
          step
          obstacle
          facts
        }
      }
    }
  `,
  [CourseStep],
)
export type CaseData = NonNullable<ResultOf<typeof CaseDocument>['violationCase']>

export const ReportFormDocument = graphql(`
  query ReportForm($text: String!) {
    reportableIntermediaries(text: $text) {
      name
      uscc
      practitioners {
        key
        name
        identityMasked
        title
      }
    }
    violationTypes {
      code
      category
      nameZh
      nameEn
      severity
    }
  }
`)

export const EvidenceDocument = graphql(`
  query Evidence($key: ID!) {
    evidenceFile(key: $key) {
      fileName
      mediaType
      content
    }
  }
`)

export const MyCreditDocument = graphql(`
  query MyCredit {
    clock {
      now
    }
    myStanding {
      grade
      score
      reviewScore
      conductScore
      ruleSetVersion
      computedAt
      explanation {
        code
        kind
        points
        weight
        ruleClause
        countsUntil
      }
      bars {
        kind
        from
        until
        reasonCode
        clause
        isHold
      }
    }
  }
`)
export type MyStanding = NonNullable<ResultOf<typeof MyCreditDocument>['myStanding']>
