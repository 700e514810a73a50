import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const SignUpDocument = graphql(
  `
    mutation SignUpForSelection($input: SignUpForSelectionInput!) {
      result: signUpForSelection(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const WithdrawSignUpDocument = graphql(
  `
    mutation WithdrawSignUp($input: WithdrawSignUpInput!) {
      result: withdrawSignUp(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const StepBackDocument = graphql(
  `
    mutation StepBack($input: StepBackFromSelectionInput!) {
      result: stepBackFromSelection(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const AskClarificationDocument = graphql(
  `
    mutation AskClarification($input: AskClarificationInput!) {
      result: askClarification(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ObjectToResultDocument = graphql(
  `
    mutation ObjectToResult($input: ObjectToResultInput!) {
      result: objectToResult(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const WithdrawObjectionDocument = graphql(
  `
    mutation WithdrawSelectionObjection($input: WithdrawSelectionObjectionInput!) {
      result: withdrawSelectionObjection(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ExplainQuoteDocument = graphql(
  `
    mutation ExplainQuote($input: ExplainQuoteInput!) {
      result: explainQuote(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const RevealContributionDocument = graphql(
  `
    mutation RevealContribution($input: RevealContributionInput!) {
      result: revealContribution(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const DecideObjectionDocument = graphql(
  `
    mutation DecideSelectionObjection($input: DecideSelectionObjectionInput!) {
      result: decideSelectionObjection(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
