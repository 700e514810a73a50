import { CourseStep, PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

const Promised = graphql(`
  fragment VerifiedPromise on Commitment {
    number
    mode
    state
    version
    signedAt
    applicant {
      name
      code
    }
    case {
      number
      agencyName
      approvalItem {
        nameZh
        nameEn
      }
    }
    items {
      seq
      nameZh
      nameEn
    }
  }
`)

const TaskRow = graphql(
  `
    fragment VerificationTaskRow on VerificationTask {
      number
      state
      dueOn
      plan {
        number
      }
      commitment {
        ...VerifiedPromise
      }
    }
  `,
  [Promised],
)
export type TaskRowData = ResultOf<typeof TaskRow>

export const TasksDocument = graphql(
  `
    query VerificationTasks($states: [VerificationState!], $planNumber: String, $first: Int, $after: String, $last: Int, $before: String) {
      verificationTasks(states: $states, planNumber: $planNumber, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            ...VerificationTaskRow
          }
        }
      }
    }
  `,
  [PageFacts, TaskRow],
)

export const TaskDocument = graphql(
  `
    query VerificationTask($number: String!) {
      verificationTask(number: $number) {
        ...VerificationTaskRow
        version
        method
        findings
        checkedAt
        steps {
          ...CourseStep
        }
      }
    }
  `,
  [TaskRow, CourseStep],
)
export type TaskData = NonNullable<ResultOf<typeof TaskDocument>['verificationTask']>

export const PlansDocument = graphql(
  `
    query VerificationPlans($first: Int, $after: String, $last: Int, $before: String) {
      verificationPlans(first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            name
            fromOn
            untilOn
            dueOn
            share
            taskCount
            openCount
            doubtedCount
          }
        }
      }
    }
  `,
  [PageFacts],
)

export const PlanDocument = graphql(`
  query VerificationPlan($number: String!) {
    verificationPlan(number: $number) {
      number
      name
      fromOn
      untilOn
      dueOn
      share
      weights
      drawRecord
      createdAt
      taskCount
      openCount
    }
  }
`)

const Finding = graphql(
  `
    fragment UntrueFindingShown on UntrueFinding {
      number
      version
      state
      facts
      basis
      noticedAt
      defenceDueOn
      defenceText
      defenceFiledAt
      decidedAt
      decisionNumber
      decisionReasons
      ruleSetVersion
      canDefend
      canDecide
      keptFromDeciding
      commitment {
        ...VerifiedPromise
      }
      steps {
        ...CourseStep
      }
      files {
        key
        fileName
        mediaType
        sizeBytes
        sha256
        purpose
        addedAt
      }
    }
  `,
  [Promised, CourseStep],
)
export type FindingData = ResultOf<typeof Finding>

export const FindingsDocument = graphql(
  `
    query UntrueFindings($states: [UntrueState!], $first: Int, $after: String, $last: Int, $before: String) {
      untrueFindings(states: $states, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            state
            noticedAt
            defenceDueOn
            commitment {
              ...VerifiedPromise
            }
          }
        }
      }
    }
  `,
  [PageFacts, Promised],
)
export type FindingRowData = ResultOf<typeof FindingsDocument>['untrueFindings']['edges'][number]['node']

export const FindingDocument = graphql(
  `
    query UntrueFinding($number: String!) {
      untrueFinding(number: $number) {
        ...UntrueFindingShown
      }
    }
  `,
  [Finding],
)

/** The promise that a doubt is about, for the form. */
export const DoubtedDocument = graphql(
  `
    query DoubtedPromise($number: String!) {
      commitment(number: $number) {
        ...VerifiedPromise
      }
    }
  `,
  [Promised],
)
