import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const DraftSelectionDocument = graphql(
  `
    mutation DraftSelection($input: DraftSelectionInput!) {
      result: draftSelection(input: $input) {
        ...Problem
        ... on DraftSelectionPayload {
          taken {
            selection {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)

export const ReviseSelectionDocument = graphql(
  `
    mutation ReviseSelection($input: ReviseSelectionInput!) {
      result: reviseSelection(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const AnnounceSelectionDocument = graphql(
  `
    mutation AnnounceSelection($input: AnnounceSelectionInput!) {
      result: announceSelection(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ReAnnounceDocument = graphql(
  `
    mutation ReAnnounceSelection($input: ReAnnounceSelectionInput!) {
      result: reAnnounceSelection(input: $input) {
        ...Problem
        ... on ReAnnounceSelectionPayload {
          taken {
            selection {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)

export const CancelSelectionDocument = graphql(
  `
    mutation CancelSelection($input: CancelSelectionInput!) {
      result: cancelSelection(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const AnswerClarificationDocument = graphql(
  `
    mutation AnswerClarification($input: AnswerClarificationInput!) {
      result: answerClarification(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ScoreSignUpsDocument = graphql(
  `
    mutation ScoreSignUps($input: ScoreSignUpsInput!) {
      result: scoreSignUps(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const PickFromShortlistDocument = graphql(
  `
    mutation PickFromShortlist($input: PickFromShortlistInput!) {
      result: pickFromShortlist(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
