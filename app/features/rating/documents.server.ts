import { PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

const RuleSetFields = graphql(`
  fragment RuleSetFields on CreditRuleSet {
    version
    state
    isIndustry
    isOwn
    bodyZh
    bodyEn
    serviceItemCodes
    basedOn
    effectiveFrom
    isInForce
    explanation
    rowVersion
    industry
    mayEdit
    mayPublish
    parameters {
      name
      value
      textZh
      textEn
      instrument
      clause
      evidence
      isChanged
    }
    run {
      state
      rated
      changed
    }
  }
`)
export type RuleSetView = ResultOf<typeof RuleSetFields>

export const RuleSetsDocument = graphql(
  `
    query RuleSets {
      creditRuleSets {
        ...RuleSetFields
      }
      platformMeans {
        publishedOn
        meanReview
        engagements
        isComing
      }
    }
  `,
  [RuleSetFields],
)

export type PlatformMeanView = ResultOf<typeof RuleSetsDocument>['platformMeans'][number]

export const RuleSetDocument = graphql(
  `
    query RuleSet($version: String!) {
      creditRuleSet(version: $version) {
        ...RuleSetFields
      }
    }
  `,
  [RuleSetFields],
)

export const SimulationDocument = graphql(`
  query Simulation($version: String!, $gradeBefore: String, $gradeAfter: String, $page: Int!) {
    clock {
      now
    }
    creditRuleSet(version: $version) {
      simulation {
        state
        asOf
        isCurrent
        subjectsDone
        subjectsTotal
        moved
        gradeMoves {
          before
          after
          count
        }
        shifts {
          from
          to
          count
        }
        moves(gradeBefore: $gradeBefore, gradeAfter: $gradeAfter, page: $page) {
          total
          moves {
            name
            code
            gradeBefore
            gradeAfter
            scoreBefore
            scoreAfter
            reasons {
              code
              before
              after
            }
          }
        }
      }
    }
  }
`)
export type SimulationView = NonNullable<NonNullable<ResultOf<typeof SimulationDocument>['creditRuleSet']>['simulation']>

const RatingFields = graphql(`
  fragment RatingFields on Rating {
    asOf
    grade
    score
    reviewScore
    conductScore
    ruleSetVersion
    explanation {
      code
      kind
      points
      weight
      ruleClause
      countsUntil
    }
    history {
      day
      grade
      score
      ruleSetVersion
    }
    items {
      itemCode
      itemNameZh
      itemNameEn
      version
      bodyZh
      bodyEn
      grade
      score
      cityWeight
      industryWeight
      assessment {
        period
        score
        criteria {
          titleZh
          titleEn
          points
          most
          reason
        }
      }
    }
  }
`)
export type RatingView = ResultOf<typeof RatingFields>

export const RatingDocument = graphql(
  `
    query RatingOfFirm($uscc: String!) {
      rating(uscc: $uscc) {
        __typename
        ... on Rating {
          ...RatingFields
        }
      }
    }
  `,
  [RatingFields],
)

export const MyRatingDocument = graphql(
  `
    query MyRating($asOf: Day, $first: Int, $after: String, $last: Int, $before: String) {
      myRating(asOf: $asOf) {
        __typename
        ... on Rating {
          ...RatingFields
        }
        ... on UserError {
          code
          facts
        }
        ... on ValidationError {
          fields {
            path
            code
            facts
          }
        }
      }
      myCreditEvents(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            key
            kind
            points
            clause
            description
            countsFromOn
            countsUntilOn
            annulledOn
            fieldsUnderObjection
            annulReason
          }
        }
      }
    }
  `,
  [RatingFields, PageFacts],
)
export type CreditEventRow = ResultOf<typeof MyRatingDocument>['myCreditEvents']['edges'][number]['node']

export const HonoursDocument = graphql(
  `
    query Honours($first: Int, $after: String, $last: Int, $before: String) {
      honours(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            key
            points
            description
            occurredOn
            countsUntilOn
            annulledOn
            annulReason
            subjectName
            subjectCode
            mayAnnul
          }
        }
      }
    }
  `,
  [PageFacts],
)
export type HonourRow = ResultOf<typeof HonoursDocument>['honours']['edges'][number]['node']

export const AssessmentsDocument = graphql(
  `
    query Assessments($version: String!, $first: Int, $after: String, $last: Int, $before: String) {
      industryAssessments(version: $version, first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            key
            period
            score
            firmName
            uscc
            recordedOn
            annulledOn
            annulReason
            mayAnnul
          }
        }
      }
    }
  `,
  [PageFacts],
)
export type AssessmentRow = ResultOf<typeof AssessmentsDocument>['industryAssessments']['edges'][number]['node']
