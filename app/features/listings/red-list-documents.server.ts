import { CourseStep, PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const FindingFields = graphql(`
  fragment FindingFields on CriterionFinding {
    criterion
    isMet
    isRequired
    facts
    textZh
    textEn
    evidence
  }
`)
export type FindingData = ResultOf<typeof FindingFields>

export const NominationsDocument = graphql(
  `
    query RedListNominations($filter: RedListNominationFilter, $first: Int, $after: String, $last: Int, $before: String) {
      redListNominations(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            state
            origin
            authority
            nominatedAt
            publicUntilOn
            party {
              name
              code
            }
          }
        }
      }
    }
  `,
  [PageFacts],
)
export type NominationRow = NonNullable<ResultOf<typeof NominationsDocument>['redListNominations']['edges'][number]>['node']

export const NominationDocument = graphql(
  `
    query RedListNomination($number: String!) {
      redListNomination(number: $number) {
        number
        version
        state
        origin
        authority
        nominatedAt
        reasons
        basis
        publicFromOn
        publicUntilOn
        decidedAt
        decisionNumber
        decisionReasons
        ruleSetVersion
        publicityWorkingDays
        party {
          kind
          name
          uscc
          code
        }
        findings {
          ...FindingFields
        }
        entries {
          number
        }
        objections {
          number
          text
          filedAt
          answerDueOn
          state
          reasons
          objector
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
    }
  `,
  [FindingFields, CourseStep],
)
export type NominationData = NonNullable<ResultOf<typeof NominationDocument>['redListNomination']>

export const NominationPreviewDocument = graphql(
  `
    query NominationPreview($uscc: String!, $practitionerId: ID) {
      nominationPreview(uscc: $uscc, practitionerId: $practitionerId) {
        isOnRedList
        hasOpenNomination
        isNominable
        party {
          name
          code
        }
        practitioners {
          key
          name
          identityMasked
          title
        }
        findings {
          ...FindingFields
        }
      }
    }
  `,
  [FindingFields],
)

export const NominationsInPublicityDocument = graphql(`
  query NominationsInPublicity($receipt: String!, $hasReceipt: Boolean!) {
    nominationsInPublicity {
      number
      authority
      publicUntilOn
      isOpenForObjections
      party {
        name
        code
      }
    }
    redListObjectionReceipt(number: $receipt) @include(if: $hasReceipt) {
      number
      nominee
      answerDueOn
      state
      reasons
    }
  }
`)

export const NominationInPublicityDocument = graphql(
  `
    query NominationInPublicity($number: String!) {
      nominationInPublicity(number: $number) {
        number
        origin
        authority
        reasons
        basis
        publicFromOn
        publicUntilOn
        isOpenForObjections
        ruleSetVersion
        party {
          name
          uscc
          code
        }
        findings {
          ...FindingFields
        }
      }
    }
  `,
  [FindingFields],
)

export const YearlyReviewsDocument = graphql(`
  query YearlyReviews {
    redListReviews {
      key
      dueOn
      state
      entry {
        number
        fromOn
        party {
          name
          code
        }
      }
    }
    clock {
      now
    }
  }
`)

export const YearlyReviewDocument = graphql(
  `
    query YearlyReview($key: ID!) {
      redListReview(key: $key) {
        key
        version
        dueOn
        state
        decidedAt
        reasons
        canDecide
        nominationNumber
        entry {
          number
          fromOn
          reasons
          basis
          party {
            name
            uscc
            code
          }
        }
        findings {
          ...FindingFields
        }
      }
    }
  `,
  [FindingFields],
)
