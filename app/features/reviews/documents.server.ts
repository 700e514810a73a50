import { PageFacts, Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const ReviewFields = graphql(`
  fragment ReviewFields on ServiceReview {
    reviewId
    fieldsUnderObjection
    rater
    quality
    timeliness
    attitude
    fees
    conduct
    weight
    sharePercent
    comment
    isCommentHidden
    reply
    isReplyHidden
    repliedAt
    moderationGround
    moderatedAt
    moderatedBy {
      nameZh
      nameEn
    }
    recordedAt
    amendedAt
    serviceItemCode
    serviceItemNameZh
    serviceItemNameEn
    engagementNumber
    isOwn
    mayReply
    mayAmendUntil
  }
`)
export type ReviewView = ResultOf<typeof ReviewFields>

export const ReviewsOfIntermediaryDocument = graphql(
  `
    query ReviewsOfIntermediary($uscc: String!, $first: Int, $after: String, $last: Int, $before: String) {
      reviews: reviewsOfIntermediary(uscc: $uscc, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            ...ReviewFields
          }
        }
      }
    }
  `,
  [ReviewFields, PageFacts],
)

export const ReviewPageDocument = graphql(
  `
    query ReviewPage($reviewId: String!) {
      review: serviceReview(reviewId: $reviewId) {
        ...ReviewFields
        mayModerate
        intermediary {
          name
          uscc
        }
      }
    }
  `,
  [ReviewFields],
)

export const ReviewsOfEngagementDocument = graphql(
  `
    query ReviewsOfEngagement($number: String!) {
      engagement(number: $number) {
        number
        version
        state
        reviewLastOn
        serviceItemNameZh
        serviceItemNameEn
        projectName
        viewerRole
        intermediary {
          name
        }
        deliveredAt
        lateWorkingDays
        promisedWorkingDays
        reviews {
          ...ReviewFields
        }
      }
    }
  `,
  [ReviewFields],
)

const TaskFields = graphql(`
  fragment TaskFields on ReviewTask {
    number
    version
    rater
    lastOn
    refusal
    refusalFacts
    projectName
    serviceItemNameZh
    serviceItemNameEn
    promisedWorkingDays
    deliveredAt
    lateWorkingDays
    intermediary {
      name
      uscc
    }
  }
`)
export type ReviewTaskView = ResultOf<typeof TaskFields>

export const ReviewTasksDocument = graphql(
  `
    query ReviewTasks {
      reviewTasks {
        ...TaskFields
      }
    }
  `,
  [TaskFields],
)

export const ReviewTaskDocument = graphql(
  `
    query ReviewTask($number: String!) {
      reviewTask(number: $number) {
        ...TaskFields
      }
    }
  `,
  [TaskFields],
)

export const ReviewsGivenDocument = graphql(
  `
    query ReviewsGiven($first: Int, $after: String, $last: Int, $before: String) {
      reviews: reviewsGiven(first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            ...ReviewFields
          }
        }
      }
    }
  `,
  [ReviewFields, PageFacts],
)

export const ReviewsWithWordsDocument = graphql(
  `
    query ReviewsWithWords($isModerated: Boolean, $first: Int, $after: String, $last: Int, $before: String) {
      reviews: reviewsWithWords(isModerated: $isModerated, first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            ...ReviewFields
          }
        }
      }
    }
  `,
  [ReviewFields, PageFacts],
)

export const GiveReviewDocument = graphql(
  `
    mutation GiveReview($input: ReviewEngagementInput!) {
      result: reviewEngagement(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const AmendReviewDocument = graphql(
  `
    mutation AmendReview($input: AmendReviewInput!) {
      result: amendReview(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ReplyDocument = graphql(
  `
    mutation ReplyToReview($input: ReplyToReviewInput!) {
      result: replyToReview(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ModerateDocument = graphql(
  `
    mutation ModerateReview($input: ModerateReviewInput!) {
      result: moderateReview(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const LiftDocument = graphql(
  `
    mutation LiftModeration($input: LiftModerationInput!) {
      result: liftModeration(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
