import { graphql } from './graphql.ts'

/** What <Pagination> needs of a connection, by pageLinks(). */
export const PageFacts = graphql(`
  fragment PageFacts on PageInfo {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
`)

/** What a mutation may answer instead of its result; its fields for refuseWith(). */
export const Problem = graphql(`
  fragment Problem on UserError {
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

/** What <ProcedureTimeline> needs of a step on record. */
export const CourseStep = graphql(`
  fragment CourseStep on ProcedureStep {
    key
    kind
    at
    facts
    actor
  }
`)
