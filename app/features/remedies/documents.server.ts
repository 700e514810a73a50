import { CourseStep, PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

/** What the page of every remedy shows around what was asked for. */
const RemedyFrame = graphql(
  `
    fragment RemedyFrame on Remedy {
      number
      version
      filedAt
      answerDueOn
      decidedAt
      party {
        name
        code
      }
      files {
        key
        fileName
        sizeBytes
        sha256
      }
      course {
        ...CourseStep
      }
      nextSteps {
        step
        obstacle
        facts
      }
    }
  `,
  [CourseStep],
)

export const AppealDocument = graphql(
  `
    query Appeal($number: String!) {
      appeal(number: $number) {
        ...RemedyFrame
        state
        grounds
        request
        reviewer
        decisionNumber
        decisionBasis
        decisionReasons
        newUntilOn
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
      }
    }
  `,
  [RemedyFrame],
)
export type AppealData = NonNullable<ResultOf<typeof AppealDocument>['appeal']>

export const RepairDocument = graphql(
  `
    query CreditRepair($number: String!) {
      creditRepair(number: $number) {
        ...RemedyFrame
        state
        correction
        performance
        commitment
        decisionNumber
        decisionBasis
        decisionReasons
        entry {
          number
          list
          severity
          decidedOn
          earliestRepairOn
          untilOn
        }
      }
    }
  `,
  [RemedyFrame],
)
export type RepairData = NonNullable<ResultOf<typeof RepairDocument>['creditRepair']>

export const DataObjectionDocument = graphql(
  `
    query DataObjection($number: String!) {
      dataObjection(number: $number) {
        ...RemedyFrame
        state
        target
        field
        contested
        proposed
        statement
        sourceAskedReason
        reasons
        correction
      }
    }
  `,
  [RemedyFrame],
)
export type DataObjectionData = NonNullable<ResultOf<typeof DataObjectionDocument>['dataObjection']>

/** What a list of remedies shows of each; the name under which a list asks for its state says which remedy it is. */
export const RemedyRow = graphql(`
  fragment RemedyRow on Remedy {
    number
    filedAt
    answerDueOn
    party {
      name
    }
  }
`)

export const AppealsDocument = graphql(
  `
    query Appeals($filter: RemedyFilter, $first: Int, $after: String, $last: Int, $before: String) {
      list: appeals(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            ...RemedyRow
            appealState: state
          }
        }
      }
    }
  `,
  [PageFacts, RemedyRow],
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
            ...RemedyRow
            repairState: state
          }
        }
      }
    }
  `,
  [PageFacts, RemedyRow],
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
            ...RemedyRow
            dataObjectionState: state
          }
        }
      }
    }
  `,
  [PageFacts, RemedyRow],
)
