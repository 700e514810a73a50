import { FeeScheduleFields } from '#app/features/catalogue/fee-fragments.server.ts'
import { ReviewFields } from '#app/features/reviews/documents.server.ts'
import { PageFacts, Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const EngagementsDocument = graphql(
  `
    query Engagements($first: Int, $after: String, $last: Int, $before: String) {
      engagements(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            state
            serviceItemNameZh
            serviceItemNameEn
            feeFen
            deliverDueOn
            viewerRole
            intermediary {
              name
            }
            owner {
              name
            }
          }
        }
      }
    }
  `,
  [PageFacts],
)
export type EngagementRow = ResultOf<typeof EngagementsDocument>['engagements']['edges'][number]['node']

export const EngagementDocument = graphql(
  `
    query Engagement($number: String!) {
      engagement(number: $number) {
        number
        version
        state
        projectName
        divisionNameZh
        divisionNameEn
        serviceItemCode
        serviceItemNameZh
        serviceItemNameEn
        feeFen
        size
        sizeUnit
        chargedFeeFen
        feeSchedule {
          ...FeeScheduleFields
        }
        promisedWorkingDays
        deliverDueOn
        snapshot
        chosenAt
        deliveredAt
        lateWorkingDays
        deliveryNote
        viewerRole
        reviewLastOn
        owner {
          name
          code
        }
        intermediary {
          name
          uscc
          code
        }
        reviews {
          ...ReviewFields
        }
      }
    }
  `,
  [FeeScheduleFields, ReviewFields],
)
export type EngagementData = NonNullable<ResultOf<typeof EngagementDocument>['engagement']>

export const ChoicePreviewDocument = graphql(
  `
    query ChoicePreview($uscc: String!, $item: String!, $size: Float) {
      choicePreview(uscc: $uscc, serviceItemCode: $item, size: $size) {
        uscc
        intermediaryName
        grade
        serviceItemCode
        serviceItemNameZh
        serviceItemNameEn
        feeSchedule {
          ...FeeScheduleFields
        }
        sizeUnit
        size
        sizeProblem {
          code
          facts
        }
        feeFen
        promisedWorkingDays
        offeringVersion
        deliverDueOn
        qualificationName
        divisions {
          code
          nameZh
          nameEn
        }
        refusal
        refusalFacts
      }
    }
  `,
  [FeeScheduleFields],
)

export const ChooseDocument = graphql(
  `
    mutation ChooseIntermediary($input: ChooseIntermediaryInput!) {
      chooseIntermediary(input: $input) {
        __typename
        ... on ChooseIntermediaryPayload {
          engagement {
            number
          }
        }
        ...Problem
      }
    }
  `,
  [Problem],
)
