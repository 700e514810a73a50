import { PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

/** What the course, the files and the next steps of each remedy show. */
const RemedyCourse = graphql(`
  fragment RemedyCourse on ProcedureStep {
    key
    kind
    at
    facts
    actor
  }
`)
const RemedyFile = graphql(`
  fragment RemedyFile on ProcedureFile {
    key
    fileName
    sizeBytes
    sha256
  }
`)
const RemedyNextStep = graphql(`
  fragment RemedyNextStep on NextRemedyStep {
    step
    obstacle
    facts
  }
`)

export const AppealDocument = graphql(
  `
    query Appeal($number: String!) {
      appeal(number: $number) {
        number
        version
        state
        filedAt
        grounds
        request
        answerDueOn
        reviewer
        decisionNumber
        decidedAt
        decisionBasis
        decisionReasons
        newUntilOn
        party {
          name
          code
        }
        case {
          number
          decisionNumber
          decisionBasis
          decisionReasons
          listEntries {
            number
            untilOn
            earliestRepairOn
          }
        }
        files {
          ...RemedyFile
        }
        course {
          ...RemedyCourse
        }
        nextSteps {
          ...RemedyNextStep
        }
      }
    }
  `,
  [RemedyFile, RemedyCourse, RemedyNextStep],
)
export type AppealData = NonNullable<ResultOf<typeof AppealDocument>['appeal']>

export const RepairDocument = graphql(
  `
    query CreditRepair($number: String!) {
      creditRepair(number: $number) {
        number
        version
        state
        filedAt
        correction
        performance
        commitment
        answerDueOn
        decisionNumber
        decidedAt
        decisionBasis
        decisionReasons
        party {
          name
          code
        }
        entry {
          number
          list
          severity
          decidedOn
          earliestRepairOn
          untilOn
        }
        files {
          ...RemedyFile
        }
        course {
          ...RemedyCourse
        }
        nextSteps {
          ...RemedyNextStep
        }
      }
    }
  `,
  [RemedyFile, RemedyCourse, RemedyNextStep],
)
export type RepairData = NonNullable<ResultOf<typeof RepairDocument>['creditRepair']>

export const DataObjectionDocument = graphql(
  `
    query DataObjection($number: String!) {
      dataObjection(number: $number) {
        number
        version
        state
        target
        field
        contested
        proposed
        statement
        filedAt
        answerDueOn
        sourceAskedReason
        decidedAt
        reasons
        correction
        party {
          name
          code
        }
        files {
          ...RemedyFile
        }
        course {
          ...RemedyCourse
        }
        nextSteps {
          ...RemedyNextStep
        }
      }
    }
  `,
  [RemedyFile, RemedyCourse, RemedyNextStep],
)
export type DataObjectionData = NonNullable<ResultOf<typeof DataObjectionDocument>['dataObjection']>

export const AppealsDocument = graphql(
  `
    query Appeals($filter: RemedyFilter, $first: Int, $after: String, $last: Int, $before: String) {
      list: appeals(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            appealState: state
            filedAt
            answerDueOn
            party {
              name
            }
          }
        }
      }
    }
  `,
  [PageFacts],
)

export const RepairsDocument = graphql(
  `
    query CreditRepairs($filter: RemedyFilter, $first: Int, $after: String, $last: Int, $before: String) {
      list: creditRepairs(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            repairState: state
            filedAt
            answerDueOn
            party {
              name
            }
          }
        }
      }
    }
  `,
  [PageFacts],
)

export const DataObjectionsDocument = graphql(
  `
    query DataObjections($filter: RemedyFilter, $first: Int, $after: String, $last: Int, $before: String) {
      list: dataObjections(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            dataObjectionState: state
            filedAt
            answerDueOn
            party {
              name
            }
          }
        }
      }
    }
  `,
  [PageFacts],
)
