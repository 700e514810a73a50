import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const DraftRuleSetDocument = graphql(
  `
    mutation DraftRuleSet($input: DraftRuleSetInput!) {
      result: draftRuleSet(input: $input) {
        __typename
        ...Problem
        ... on DraftRuleSetPayload {
          taken {
            ruleSet {
              version
            }
          }
        }
      }
    }
  `,
  [Problem],
)
export const EditRuleSetDocument = graphql(
  `
    mutation EditRuleSet($input: EditRuleSetInput!) {
      result: editRuleSet(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
export const DiscardRuleSetDocument = graphql(
  `
    mutation DiscardRuleSet($input: DiscardRuleSetInput!) {
      result: discardRuleSet(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
export const SimulateRuleSetDocument = graphql(
  `
    mutation SimulateRuleSet($input: SimulateRuleSetInput!) {
      result: simulateRuleSet(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
export const PublishRuleSetDocument = graphql(
  `
    mutation PublishRuleSet($input: PublishRuleSetInput!) {
      result: publishRuleSet(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
export const RecordHonourDocument = graphql(
  `
    mutation RecordHonour($input: RecordHonourInput!) {
      result: recordHonour(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
export const AnnulHonourDocument = graphql(
  `
    mutation AnnulHonour($input: AnnulHonourInput!) {
      result: annulHonour(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
export const RecordAssessmentDocument = graphql(
  `
    mutation RecordAssessment($input: RecordAssessmentInput!) {
      result: recordAssessment(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
export const AnnulAssessmentDocument = graphql(
  `
    mutation AnnulAssessment($input: AnnulAssessmentInput!) {
      result: annulAssessment(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
